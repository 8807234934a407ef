#include "runtime/pack/durable_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace hornbook::pack {
namespace {

constexpr const char* place = "file";

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags, mode_t mode)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

tl::unexpected<Error> storage_failure(const std::filesystem::path& path) {
  const std::string reason = std::error_code(errno, std::generic_category()).message();
  return fail(ErrorCode::StorageFailure, place,
              path.string() + ": " + reason + "; check the space and the permissions");
}

bool write_all(int descriptor, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

bool write_and_flush(const std::filesystem::path& path, ByteView bytes, mode_t mode) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode);
  return file.is_open() && write_all(file.number(), bytes) && ::fdatasync(file.number()) == 0;
}

bool is_flushed(const std::filesystem::path& folder) {
  const Descriptor directory(folder, O_RDONLY | O_DIRECTORY, 0);
  return directory.is_open() && ::fsync(directory.number()) == 0;
}

}  // namespace

Result<Bytes> read_file(const std::filesystem::path& path, std::size_t bytes_max) {
  const Descriptor file(path, O_RDONLY, 0);
  if (!file.is_open() && errno == ENOENT) return fail(ErrorCode::NotFound, place, path.string() + " is not there");
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0) return storage_failure(path);
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::BadInput, place, path.string() + " is no ordinary file");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > bytes_max) return fail(ErrorCode::LimitExceeded, place, path.string() + " is too large");
  Bytes bytes(size);
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t got = ::read(file.number(), bytes.data() + filled, size - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return storage_failure(path);
    filled += static_cast<std::size_t>(got);
  }
  return bytes;
}

Done write_file_durably(const std::filesystem::path& path, ByteView bytes, Readers readers) {
  std::filesystem::path beside = path;
  beside += "." + std::to_string(::getpid()) + ".part";
  const mode_t mode = readers == Readers::OwnerAlone ? 0600 : 0644;
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  if (write_and_flush(beside, bytes, mode) && ::rename(beside.c_str(), path.c_str()) == 0 && is_flushed(folder))
    return {};
  auto failure = storage_failure(path);
  ::unlink(beside.c_str());
  return failure;
}

Done make_folder_durably(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (folder.empty() || std::filesystem::is_directory(folder, ignored)) return {};
  TRY_DONE(make_folder_durably(folder.parent_path()));
  if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) return storage_failure(folder);
  const std::filesystem::path above = folder.has_parent_path() ? folder.parent_path() : std::filesystem::path(".");
  return flush_folder(above);
}

Done remove_file(const std::filesystem::path& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return storage_failure(path);
  return {};
}

Done flush_folder(const std::filesystem::path& folder) {
  if (!is_flushed(folder)) return storage_failure(folder);
  return {};
}

}  // namespace hornbook::pack
