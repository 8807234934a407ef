// Advisory locks on files, between programs and between the parts of one (flock(2)).
#pragma once

#include <filesystem>
#include <utility>

namespace hornbook::pack {

// Held until the object goes, or the program ends however it ends. Where a file system has no locks, or the file cannot
// be opened, none is held: then nothing is removed, and whoever adds goes on.
class FileLock {
 public:
  // Waits for whoever has it exclusively.
  [[nodiscard]] static FileLock shared(const std::filesystem::path& file);
  // Waits for everybody else. Makes the file when it is not there.
  [[nodiscard]] static FileLock exclusive(const std::filesystem::path& file);
  // Does not wait.
  [[nodiscard]] static FileLock exclusive_if_free(const std::filesystem::path& file);

  ~FileLock();
  FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileLock& operator=(FileLock&&) = delete;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  [[nodiscard]] bool is_held() const { return descriptor_ >= 0; }

 private:
  FileLock(const std::filesystem::path& file, int flags, int operation);
  int descriptor_;
};

}  // namespace hornbook::pack
