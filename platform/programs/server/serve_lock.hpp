// One serving program a data folder; the other commands work beside it.
#pragma once

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

#include "runtime/core/error.hpp"

namespace hornbook::platform {

class ServeLock {
 public:
  static Result<ServeLock> take(const std::filesystem::path& data_directory) {
    ServeLock lock(::open((data_directory / "serve.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (lock.descriptor_ < 0) return fail(ErrorCode::StorageFailure, "serve", "the data folder cannot be written");
    if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0)
      return fail(ErrorCode::Busy, "serve", "another hornbook-server serves this data folder");
    return lock;
  }
  ~ServeLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  ServeLock(ServeLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  ServeLock& operator=(ServeLock&&) = delete;
  ServeLock(const ServeLock&) = delete;
  ServeLock& operator=(const ServeLock&) = delete;

 private:
  explicit ServeLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace hornbook::platform
