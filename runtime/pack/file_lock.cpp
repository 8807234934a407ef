#include "runtime/pack/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace hornbook::pack {

FileLock::FileLock(const std::filesystem::path& file, int flags, int operation)
    : descriptor_(::open(file.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0644)) {
  if (descriptor_ < 0) return;
  int failed = 0;
  do failed = ::flock(descriptor_, operation);
  while (failed != 0 && errno == EINTR);
  if (failed != 0) ::close(std::exchange(descriptor_, -1));
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

FileLock FileLock::shared(const std::filesystem::path& file) { return {file, O_RDONLY, LOCK_SH}; }
FileLock FileLock::exclusive(const std::filesystem::path& file) { return {file, O_RDWR | O_CREAT, LOCK_EX}; }
FileLock FileLock::exclusive_if_free(const std::filesystem::path& file) { return {file, O_RDONLY, LOCK_EX | LOCK_NB}; }

}  // namespace hornbook::pack
