#include "platform/system/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace hornbook::platform {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return value_; }
  [[nodiscard]] bool ok() const { return value_ >= 0; }

 private:
  int value_;
};

tl::unexpected<Error> refused() {
  return fail(ErrorCode::StorageFailure, "file", "the disk refused; look for free space and for who may write there");
}

Done write_all(int descriptor, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return refused();
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

}  // namespace

Result<Bytes> read_file(const std::filesystem::path& path, std::size_t bytes_max) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) {
    if (errno == ENOENT) return fail(ErrorCode::NotFound, "file", "there is no such file");
    return refused();
  }
  struct stat status {};
  if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return fail(ErrorCode::BadInput, "file", "it is not a plain file");
  }
  Bytes bytes;
  Bytes piece(64u << 10);
  for (;;) {
    const ssize_t size = ::read(file.get(), piece.data(), piece.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return refused();
    if (size == 0) return bytes;
    bytes.insert(bytes.end(), piece.begin(), piece.begin() + size);
    if (bytes.size() > bytes_max) return fail(ErrorCode::LimitExceeded, "file", "it is too long");
  }
}

Done write_file(const std::filesystem::path& path, ByteView bytes, Readers readers) {
  const std::filesystem::path beside = path.string() + ".new";
  {
    const mode_t mode = readers == Readers::OwnerAlone ? 0600 : 0644;
    const Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
    if (!file.ok()) return refused();
    TRY_DONE(write_all(file.get(), bytes));
    if (::fdatasync(file.get()) != 0) return refused();
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) return refused();
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory.ok() || ::fsync(directory.get()) != 0) return refused();
  return {};
}

}  // namespace hornbook::platform
