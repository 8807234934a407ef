#include "sync/server/store/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>

#include "runtime/core/crypto.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::server {
namespace {

class FileDescriptor {
 public:
  explicit FileDescriptor(int descriptor) : descriptor_(descriptor) {}
  ~FileDescriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

tl::unexpected<Error> refused() {
  return fail(ErrorCode::StorageFailure, "file", "the disk refused; check space and permissions");
}

Done write_all(int descriptor, ByteView content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return refused();
    content = content.subspan(static_cast<std::size_t>(written));
  }
  if (::fsync(descriptor) != 0) return refused();
  return {};
}

Done sync_directory(const std::filesystem::path& directory) {
  const FileDescriptor descriptor(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0) return refused();
  return {};
}

}  // namespace

Result<Bytes> read_file(const std::filesystem::path& file, std::size_t bytes_max) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    return fail(ErrorCode::NotFound, "file", "it is not there or cannot be read: " + file.filename().string());
  Bytes content;
  char piece[16384];
  while (stream.read(piece, sizeof piece) || stream.gcount() > 0) {
    content.insert(content.end(), piece, piece + stream.gcount());
    if (content.size() > bytes_max) return fail(ErrorCode::LimitExceeded, "file", "it is longer than it may be");
  }
  return content;
}

Done write_private_file(const std::filesystem::path& file, ByteView content) {
  std::filesystem::path beside = file;
  beside += ".new";
  {
    const FileDescriptor descriptor(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (descriptor.get() < 0) return refused();
    TRY_DONE(write_all(descriptor.get(), content));
  }
  std::error_code error;
  std::filesystem::rename(beside, file, error);
  if (error) return refused();
  return sync_directory(file.has_parent_path() ? file.parent_path() : std::filesystem::path("."));
}

Done make_private_directory(const std::filesystem::path& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) return refused();
  std::filesystem::permissions(directory, std::filesystem::perms::owner_all, error);
  if (error) return refused();
  return {};
}

}  // namespace hornbook::server
