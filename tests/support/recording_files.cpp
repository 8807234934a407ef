#include "tests/support/recording_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <fstream>

namespace hornbook::test {
namespace {

RecordingFiles* recording = nullptr;

std::string folder_of(const std::string& path) { return std::filesystem::path(path).parent_path().string(); }

int refused(int error) {
  errno = error;
  return -1;
}

}  // namespace

RecordingFiles::RecordingFiles(std::filesystem::path folder) : folder_(folder.string()) { recording = this; }
RecordingFiles::~RecordingFiles() { recording = nullptr; }

void RecordingFiles::fail(std::size_t operation, int error, bool from_then_on) {
  failing_ = operation;
  error_ = error;
  from_then_on_ = from_then_on;
}

int RecordingFiles::before(FileOperation operation) {
  const std::size_t number = asked_++;
  if (error_ != 0 && (number == failing_ || (from_then_on_ && number > failing_))) {
    has_failed_ = true;
    return error_;
  }
  operations_.push_back(std::move(operation));
  return 0;
}

void SimulatedFiles::Names::apply(const FileOperation& operation) {
  switch (operation.kind) {
    case FileOperation::Kind::Create:
      files[operation.path] = operation.file;
      break;
    case FileOperation::Kind::Rename:
      files[operation.to] = operation.file;
      files.erase(operation.path);
      break;
    case FileOperation::Kind::Remove:
      files.erase(operation.path);
      break;
    case FileOperation::Kind::MakeFolder:
      folders[operation.path] = true;
      break;
    default:
      break;
  }
}

void SimulatedFiles::apply(const FileOperation& operation) {
  using Kind = FileOperation::Kind;
  if (operation.kind == Kind::Write) {
    Bytes& live = files_[operation.file].live;
    live.insert(live.end(), operation.bytes.begin(), operation.bytes.end());
    return;
  }
  if (operation.kind == Kind::Flush) {
    files_[operation.file].flushed = files_[operation.file].live;
    return;
  }
  if (operation.kind == Kind::FlushFolder) {
    std::erase_if(unflushed_names_, [&](const FileOperation& name) {
      if (folder_of(name.path) != operation.path) return false;
      flushed_.apply(name);
      return true;
    });
    return;
  }
  if (operation.kind == Kind::Create) files_[operation.file] = {};
  FileOperation name = operation;
  if (name.kind == Kind::Rename) name.file = live_.files[name.path];
  live_.apply(name);
  unflushed_names_.push_back(std::move(name));
}

void SimulatedFiles::write_image(const std::filesystem::path& folder, Unflushed unflushed, SeededRandom& random) const {
  Names names = unflushed == Unflushed::Written ? live_ : flushed_;
  if (unflushed == Unflushed::Scattered)
    for (const FileOperation& name : unflushed_names_)
      if (random.below(2) == 0) names.apply(name);
  for (const auto& [name, there] : names.folders) {
    std::error_code ignored;  // a folder whose own folder was lost is lost with it
    std::filesystem::create_directory(folder / name.substr(1), ignored);
  }
  for (const auto& [name, number] : names.files) {
    const File& file = files_.at(number);
    Bytes content = unflushed == Unflushed::Written ? file.live : file.flushed;
    if (unflushed == Unflushed::Scattered && file.live != file.flushed) {
      content = file.live;
      content.resize(random.below(static_cast<std::uint32_t>(content.size()) + 1));
      if (random.below(2) == 0) std::fill(content.begin(), content.end(), std::uint8_t{0});
    }
    std::ofstream out(folder / name.substr(1), std::ios::binary);
    out.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
  }
}

}  // namespace hornbook::test

// NOLINTBEGIN: the names are the linker's
extern "C" {

using hornbook::test::FileOperation;
using hornbook::test::recording;

int __real_open(const char* path, int flags, ...);
ssize_t __real_write(int descriptor, const void* bytes, size_t size);
int __real_fdatasync(int descriptor);
int __real_fsync(int descriptor);
int __real_rename(const char* from, const char* to);
int __real_unlink(const char* path);
int __real_mkdir(const char* path, mode_t mode);
int __real_close(int descriptor);

int __wrap_open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (recording == nullptr || !recording->covers(path)) return __real_open(path, flags, mode);
  std::uint64_t file = 0;
  if ((flags & O_TRUNC) != 0) {
    file = ++recording->files;
    const int error = recording->before({FileOperation::Kind::Create, recording->name_of(path), {}, file, {}});
    if (error != 0) return hornbook::test::refused(error);
  }
  const int descriptor = __real_open(path, flags, mode);
  if (descriptor >= 0) recording->opened[descriptor] = {recording->name_of(path), file};
  return descriptor;
}

ssize_t __wrap_write(int descriptor, const void* bytes, size_t size) {
  if (recording != nullptr && recording->opened.contains(descriptor)) {
    const auto& opened = recording->opened[descriptor];
    const auto* begin = static_cast<const std::uint8_t*>(bytes);
    const int error = recording->before(
        {FileOperation::Kind::Write, opened.path, {}, opened.file, hornbook::Bytes(begin, begin + size)});
    if (error != 0) return hornbook::test::refused(error);
  }
  return __real_write(descriptor, bytes, size);
}

static int flush(int descriptor, int (*real)(int)) {
  if (recording != nullptr && recording->opened.contains(descriptor)) {
    const auto& opened = recording->opened[descriptor];
    const auto kind = opened.file == 0 ? FileOperation::Kind::FlushFolder : FileOperation::Kind::Flush;
    const int error = recording->before({kind, opened.path, {}, opened.file, {}});
    if (error != 0) return hornbook::test::refused(error);
  }
  return real(descriptor);
}
int __wrap_fdatasync(int descriptor) { return flush(descriptor, __real_fdatasync); }
int __wrap_fsync(int descriptor) { return flush(descriptor, __real_fsync); }

int __wrap_rename(const char* from, const char* to) {
  if (recording != nullptr && recording->covers(from)) {
    const int error =
        recording->before({FileOperation::Kind::Rename, recording->name_of(from), recording->name_of(to), 0, {}});
    if (error != 0) return hornbook::test::refused(error);
  }
  return __real_rename(from, to);
}

static int change_name(const char* path, FileOperation::Kind kind) {
  if (recording == nullptr || !recording->covers(path)) return 0;
  return recording->before({kind, recording->name_of(path), {}, 0, {}});
}
int __wrap_unlink(const char* path) {
  const int error = change_name(path, FileOperation::Kind::Remove);
  return error != 0 ? hornbook::test::refused(error) : __real_unlink(path);
}
int __wrap_mkdir(const char* path, mode_t mode) {
  const int error = change_name(path, FileOperation::Kind::MakeFolder);
  return error != 0 ? hornbook::test::refused(error) : __real_mkdir(path, mode);
}

int __wrap_close(int descriptor) {
  if (recording != nullptr) recording->opened.erase(descriptor);
  return __real_close(descriptor);
}

}  // extern "C"
// NOLINTEND
