#include "runtime/journal/station_lock.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hornbook::journal {
namespace {

std::filesystem::path lock_path(const std::filesystem::path& data_directory) { return data_directory / "station.lock"; }

// Locks of the open file description (fcntl, F_OFD_SETLK): unlike flock they can be asked about without being taken.
struct flock whole_file() {
  struct flock request {};
  request.l_type = F_WRLCK;
  request.l_whence = SEEK_SET;
  return request;
}

}  // namespace

Result<StationLock> StationLock::take(const std::filesystem::path& data_directory) {
  FileDescriptor file(::open(lock_path(data_directory).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!file.is_open()) {
    return fail(ErrorCode::StorageFailure, "station lock", "it cannot be opened; check who owns the data folder");
  }
  struct flock request = whole_file();
  if (::fcntl(file.get(), F_OFD_SETLK, &request) != 0) {
    return fail(ErrorCode::Busy, "station lock", "another Hornbook is running on this data; close it first");
  }
  return StationLock(std::move(file));
}

bool StationLock::is_held(const std::filesystem::path& data_directory) {
  const FileDescriptor file(::open(lock_path(data_directory).c_str(), O_RDWR | O_CLOEXEC));
  if (!file.is_open()) return false;
  struct flock request = whole_file();
  return ::fcntl(file.get(), F_OFD_GETLK, &request) == 0 && request.l_type != F_UNLCK;
}

}  // namespace hornbook::journal
