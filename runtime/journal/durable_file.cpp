#include "runtime/journal/durable_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace hornbook::journal {
namespace {

tl::unexpected<Error> refused(const char* place) {
  return fail(ErrorCode::StorageFailure, place, "the disk refused; check that it has space and may be written");
}

Done write_all(int descriptor, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return refused("write file");
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

}  // namespace

FileDescriptor::~FileDescriptor() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  if (this != &other) {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = other.release();
  }
  return *this;
}

Done flush_folder(const std::filesystem::path& folder) {
  const FileDescriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!descriptor.is_open() || ::fsync(descriptor.get()) != 0) return refused("flush folder");
  return {};
}

int FileDescriptor::release() { return std::exchange(descriptor_, -1); }

Done replace_file(const std::filesystem::path& path, ByteView bytes) {
  const std::filesystem::path beside = path.string() + ".new";
  {
    const FileDescriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!file.is_open()) return refused("write file");
    TRY_DONE(write_all(file.get(), bytes));
    if (::fdatasync(file.get()) != 0) return refused("flush file");
  }
  if (std::rename(beside.c_str(), path.c_str()) != 0) return refused("replace file");
  return flush_folder(path.parent_path());
}

Result<Bytes> read_whole_file(const std::filesystem::path& path, std::size_t size_max) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) {
    if (errno == ENOENT) return fail(ErrorCode::NotFound, "read file", "there is no such file");
    return fail(ErrorCode::StorageFailure, "read file", "it cannot be opened; check who owns the data folder");
  }
  Bytes bytes(size_max + 1);
  std::size_t size = 0;
  while (size < bytes.size()) {
    const ssize_t got = ::read(file.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(ErrorCode::StorageFailure, "read file", "the disk refused to read it");
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  if (size > size_max) return fail(ErrorCode::LimitExceeded, "read file", "it is longer than it may be");
  bytes.resize(size);
  return bytes;
}

}  // namespace hornbook::journal
