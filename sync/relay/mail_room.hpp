// What a relay keeps on its disk: for each school a shelf of bundles that go up and one of answers that go down, each
// with a share of the room, so that nobody's mail takes another's place. All of it is sealed to others.
// Thread rule: any thread.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "sync/bundle/relay_messages.hpp"
#include "sync/relay/mail_shelf.hpp"
#include "sync/relay/relay_clock.hpp"

namespace hornbook::relay {

struct MailLimits {
  std::uint64_t bytes_max = 1ull << 30;         // of everything; every school has the same share
  std::size_t bundles_per_school_max = 16'384;  // each way
  std::uint64_t days_kept = 30;
};

class MailRoom {
 public:
  // `schools`: public ingest keys, at least one. `clock` must outlive this.
  // StorageFailure when the folder cannot be used.
  [[nodiscard]] static Result<std::unique_ptr<MailRoom>> open(const std::filesystem::path& folder,
                                                              std::vector<BoxPublicKey> schools,
                                                              const MailLimits& mail_limits, const Clock& clock);

  // Keeps a device's bundle for the school whose mark it bears; durable when it returns. The same one twice is kept
  // once. BadInput when it is no bundle up, NotAllowed for a school that is not of this relay, LimitExceeded when it is
  // too long, Busy when the school's share is full, StorageFailure when the disk refuses.
  [[nodiscard]] Done leave(ByteView bundle);
  // What lies in the boxes. They stay until they expire or their room is needed, because an answer may be lost.
  [[nodiscard]] bundle::Fetched fetch(const std::vector<bundle::ReplyBox>& boxes);

  struct Waiting {
    std::vector<std::uint64_t> numbers;
    bundle::Batch bundles;
  };
  // The oldest of what waits for a school, as much as one batch takes.
  [[nodiscard]] Waiting waiting_for(std::size_t school);
  // Keeps the school's answers and forgets the first `answer.handled` of what it was given. An answer for which there
  // is no room is dropped: its device will send again.
  void settle(std::size_t school, const Waiting& given, const bundle::BatchAnswer& answer);

  // Deletes what has been here longer than the limit, and notes how old the relay is. Call it every few minutes.
  [[nodiscard]] Done expire();

 private:
  struct School {
    BoxPublicKey ingest;
    MailShelf up;
    MailShelf down;
  };
  MailRoom(RelayClock clock, std::uint64_t days_kept) : clock_(std::move(clock)), days_kept_(days_kept) {}

  std::mutex mutex_;
  std::vector<School> schools_;
  RelayClock clock_;
  std::uint64_t days_kept_;
};

}  // namespace hornbook::relay
