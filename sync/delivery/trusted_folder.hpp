// Trusted metadata as files of one folder: ROLE.json, unversioned, the role's name percent-encoded.
#pragma once

#include <filesystem>

#include "sync/delivery/ports.hpp"

namespace hornbook::delivery {

class TrustedFolder final : public TrustedMetadata {
 public:
  // Makes the folder when it is not there. StorageFailure.
  [[nodiscard]] static Result<TrustedFolder> open(const std::filesystem::path& folder);

  [[nodiscard]] Result<std::optional<Bytes>> read(std::string_view role, std::size_t bytes_max) override;
  [[nodiscard]] Done write(std::string_view role, ByteView bytes) override;
  [[nodiscard]] Done remove(std::string_view role) override;

 private:
  explicit TrustedFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::filesystem::path folder_;
};

}  // namespace hornbook::delivery
