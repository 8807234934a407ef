#include "sync/device/wipe.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "runtime/core/crypto.hpp"
#include "runtime/journal/durable_file.hpp"
#include "runtime/journal/station_lock.hpp"

namespace hornbook::device {
namespace {

tl::unexpected<Error> refused() {
  return fail(ErrorCode::StorageFailure, "wipe", "the disk refused; remove the data folder by hand");
}

// In place, because a new file would leave the old bytes on the disk. Flash may keep a copy all the same, which is why
// the device's key opens nothing of a learner's.
Done overwrite(const std::filesystem::path& path) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  const journal::FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
  if (error || !file.is_open()) return refused();
  const Bytes noise = random_bytes(static_cast<std::size_t>(size));
  std::size_t done = 0;
  while (done < noise.size()) {
    const ssize_t written = ::write(file.get(), noise.data() + done, noise.size() - done);
    if (written <= 0) return refused();
    done += static_cast<std::size_t>(written);
  }
  if (::fsync(file.get()) != 0) return refused();
  return {};
}

}  // namespace

Done wipe_device(const std::filesystem::path& data_directory) {
  const std::filesystem::path identity = data_directory / "identity";
  std::error_code error;
  const bool has_identity = std::filesystem::is_regular_file(identity, error);
  if (!has_identity && !std::filesystem::is_regular_file(data_directory / "journal.sqlite", error))
    return fail(ErrorCode::NotFound, "wipe", "this is no device's data folder; check --data");
  TRY_ASSIGN(const journal::StationLock lock, journal::StationLock::take(data_directory));
  if (has_identity) TRY_DONE(overwrite(identity));
  std::filesystem::directory_iterator entries(data_directory, error);
  for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error))
    if (std::filesystem::remove_all(entries->path(), error); error) break;
  if (error) return refused();
  return {};
}

}  // namespace hornbook::device
