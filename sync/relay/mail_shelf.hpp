// A folder of sealed bundles, each under a name of 16 bytes and the day of its arrival, with a bound on their bytes.
// Everything is in the names and sizes of the files: "DAY-NUMBER-NAME.hbundle", numbers counting arrivals.
// Thread rule: one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>

#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"

namespace hornbook::relay {

using LetterName = OpaqueId<struct LetterNameTag, 16>;

struct Letter {
  std::uint64_t day = 0;
  LetterName name;
  std::uint64_t bytes = 0;
  bool was_fetched = false;  // since the start
};

class MailShelf {
 public:
  struct Room {
    std::uint64_t bytes_max = 0;
    std::size_t letters_max = 0;
  };

  // Makes the folder; files that were never finished are deleted. StorageFailure when the disk refuses.
  [[nodiscard]] static Result<MailShelf> open(std::filesystem::path folder, const Room& room);

  // Durable when it returns. A name that is here stays as it is. Busy when the shelf is full: nothing that somebody
  // still waits for is thrown out for it, only what was fetched already. StorageFailure when the disk refuses.
  [[nodiscard]] Done put(const LetterName& name, ByteView bundle, std::uint64_t day);
  // By order of arrival.
  [[nodiscard]] const std::map<std::uint64_t, Letter>& letters() const { return letters_; }
  // Nothing when there is none of this name.
  [[nodiscard]] std::optional<std::uint64_t> find(const LetterName& name) const;
  [[nodiscard]] Result<Bytes> read(std::uint64_t number) const;
  void mark_fetched(std::uint64_t number) { letters_.at(number).was_fetched = true; }
  void remove(std::uint64_t number);
  void remove_older_than(std::uint64_t day);

 private:
  MailShelf(std::filesystem::path folder, const Room& room) : folder_(std::move(folder)), room_(room) {}
  [[nodiscard]] std::filesystem::path file_of(std::uint64_t number) const;
  [[nodiscard]] bool has_room(std::uint64_t bytes) const;
  void remove_fetched_for(std::uint64_t bytes);
  void take_stock_of(const std::filesystem::directory_entry& entry);

  std::filesystem::path folder_;
  Room room_;
  std::map<std::uint64_t, Letter> letters_;
  std::map<LetterName, std::uint64_t> numbers_;
  std::uint64_t bytes_ = 0;
  std::uint64_t last_number_ = 0;
};

}  // namespace hornbook::relay
