// Small files that a power cut leaves either as they were or as they became, never in between.
#pragma once

#include <filesystem>

#include "runtime/core/bytes.hpp"

namespace hornbook::journal {

// An open file descriptor that is closed with the object.
class FileDescriptor {
 public:
  explicit FileDescriptor(int descriptor = -1) : descriptor_(descriptor) {}
  ~FileDescriptor();
  FileDescriptor(FileDescriptor&& other) noexcept : descriptor_(other.release()) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;

  [[nodiscard]] int get() const { return descriptor_; }
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }

 private:
  int release();
  int descriptor_;
};

// Writes beside the file, flushes, renames over it and flushes the folder. Readable by its owner alone.
// StorageFailure when any of it fails; then the old file stands.
[[nodiscard]] Done replace_file(const std::filesystem::path& path, ByteView bytes);
// Makes what was renamed or deleted in it durable. StorageFailure when the disk refuses.
[[nodiscard]] Done flush_folder(const std::filesystem::path& folder);
// NotFound when there is none, LimitExceeded when it is longer than `size_max`, StorageFailure when it cannot be read.
[[nodiscard]] Result<Bytes> read_whole_file(const std::filesystem::path& path, std::size_t size_max);

}  // namespace hornbook::journal
