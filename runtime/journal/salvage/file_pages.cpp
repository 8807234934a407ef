#include "runtime/journal/salvage/file_pages.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace hornbook::journal {
namespace {

constexpr std::size_t log_header_size = 32;
constexpr std::size_t frame_header_size = 24;
constexpr std::uint32_t log_magic = 0x377f0682;  // with the lowest bit set, checksums are of big-endian words
// Checkpoints keep it near 1,000 pages; one that a long reader held back is still far below this.
constexpr std::size_t log_bytes_max = 256u << 20;

std::uint32_t big_endian(ByteView bytes, std::size_t at) {
  return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 | std::uint32_t{bytes[at + 2]} << 8 |
         bytes[at + 3];
}

std::uint32_t little_endian(ByteView bytes, std::size_t at) {
  return std::uint32_t{bytes[at + 3]} << 24 | std::uint32_t{bytes[at + 2]} << 16 | std::uint32_t{bytes[at + 1]} << 8 |
         bytes[at];
}

// Section 4.2: two sums over pairs of words, each going into the other.
class LogChecksum {
 public:
  explicit LogChecksum(bool is_big_endian) : word_(is_big_endian ? big_endian : little_endian) {}
  void add(ByteView bytes) {
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
      first_ += word_(bytes, at) + second_;
      second_ += word_(bytes, at + 4) + first_;
    }
  }
  [[nodiscard]] bool stands_at(ByteView bytes, std::size_t at) const {
    return big_endian(bytes, at) == first_ && big_endian(bytes, at + 4) == second_;
  }

 private:
  std::uint32_t (*word_)(ByteView, std::size_t);
  std::uint32_t first_ = 0;
  std::uint32_t second_ = 0;
};

}  // namespace

std::map<std::uint32_t, std::uint64_t> committed_frames(ByteView log) {
  std::map<std::uint32_t, std::uint64_t> committed;
  if (log.size() < log_header_size || (big_endian(log, 0) & ~1u) != log_magic) return committed;
  LogChecksum checksum((big_endian(log, 0) & 1u) != 0);
  checksum.add(log.first(24));
  if (!checksum.stands_at(log, 24) || big_endian(log, 8) != page_size) return committed;
  std::map<std::uint32_t, std::uint64_t> since_commit;
  constexpr std::size_t frame_size = frame_header_size + page_size;
  for (std::size_t at = log_header_size; at + frame_size <= log.size(); at += frame_size) {
    const ByteView frame = log.subspan(at, frame_size);
    const bool is_of_this_log = std::equal(frame.begin() + 8, frame.begin() + 16, log.begin() + 16);
    checksum.add(frame.first(8));
    checksum.add(frame.subspan(frame_header_size));
    if (!is_of_this_log || !checksum.stands_at(frame, 16)) break;
    since_commit[big_endian(frame, 0)] = at + frame_header_size;
    if (big_endian(frame, 4) == 0) continue;
    for (const auto& [page, where] : since_commit) committed[page] = where;
    since_commit.clear();
  }
  return committed;
}

Result<FilePages> FilePages::open(const std::filesystem::path& database) {
  FileDescriptor file(::open(database.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat facts {};
  if (!file.is_open() || ::fstat(file.get(), &facts) != 0)
    return fail(ErrorCode::StorageFailure, "journal", "the damaged file cannot be read");
  Result<Bytes> log = read_whole_file(database.string() + "-wal", log_bytes_max);
  if (!log && log.error().code != ErrorCode::NotFound) return tl::unexpected(std::move(log).error());
  FilePages pages(std::move(file), log ? std::move(*log) : Bytes());
  pages.in_log_ = committed_frames(pages.log_);
  const auto in_file = static_cast<std::uint64_t>(facts.st_size) / page_size;
  const std::uint64_t last_in_log = pages.in_log_.empty() ? 0 : pages.in_log_.rbegin()->first;
  pages.count_ = static_cast<std::uint32_t>(std::min<std::uint64_t>(std::max(in_file, last_in_log), UINT32_MAX - 1));
  return pages;
}

std::optional<Bytes> FilePages::page(std::uint32_t number) const {
  if (number == 0 || number > count_) return std::nullopt;
  if (const auto found = in_log_.find(number); found != in_log_.end()) {
    const auto begin = log_.begin() + static_cast<std::ptrdiff_t>(found->second);
    return Bytes(begin, begin + page_size);
  }
  Bytes bytes(page_size);
  const auto at = static_cast<off_t>((number - 1) * std::uint64_t{page_size});
  if (::pread(file_.get(), bytes.data(), page_size, at) != static_cast<ssize_t>(page_size)) return std::nullopt;
  return bytes;
}

}  // namespace hornbook::journal
