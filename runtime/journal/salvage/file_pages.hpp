// The pages of a database file as its write-ahead log leaves them, read without SQLite, for a file that it refuses.
// Source: "Database File Format", sqlite.org/fileformat2.html, sections 1.3 and 4 (the log).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>

#include "runtime/journal/durable_file.hpp"

namespace hornbook::journal {

// The journal's own; a damaged header is not asked.
inline constexpr std::size_t page_size = 1024;

// The whole frames of a log up to its last commit: page number → where its newest image begins in the log. Empty when
// its header is not whole: then SQLite would take nothing from it either.
[[nodiscard]] std::map<std::uint32_t, std::uint64_t> committed_frames(ByteView log);

class FilePages {
 public:
  // StorageFailure when the file cannot be read, LimitExceeded when the log is longer than any log of ours.
  [[nodiscard]] static Result<FilePages> open(const std::filesystem::path& database);

  [[nodiscard]] std::uint32_t count() const { return count_; }
  // Pages are counted from 1. nullopt past the end, and where the disk does not give it.
  [[nodiscard]] std::optional<Bytes> page(std::uint32_t number) const;

 private:
  FilePages(FileDescriptor file, Bytes log) : file_(std::move(file)), log_(std::move(log)) {}
  FileDescriptor file_;
  Bytes log_;
  std::map<std::uint32_t, std::uint64_t> in_log_;
  std::uint32_t count_ = 0;
};

}  // namespace hornbook::journal
