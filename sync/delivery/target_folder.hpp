// Delivered files, each under one flat name: the target's path percent-encoded, so that no path leads out of the
// folder.
#pragma once

#include <filesystem>

#include "sync/delivery/client.hpp"

namespace hornbook::delivery {

class TargetFolder {
 public:
  // Makes the folder when it is not there. StorageFailure.
  [[nodiscard]] static Result<TargetFolder> open(const std::filesystem::path& folder);

  // Finds the target, and brings it unless the very file is here already. A file that is here is replaced whole, after
  // the new one is verified, or stays. Errors: client.hpp.
  [[nodiscard]] Done bring(Client& client, FileSource& files, std::string_view path) const;
  [[nodiscard]] Result<std::filesystem::path> file_of(std::string_view path) const;

 private:
  explicit TargetFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::filesystem::path folder_;
};

}  // namespace hornbook::delivery
