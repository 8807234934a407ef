// `hornbook-pack tuf`: a client of The Update Framework by hand, and for TUF's conformance suite.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "runtime/core/error.hpp"

namespace hornbook::platform {

struct TufOptions {
  std::filesystem::path metadata_folder;
  std::string metadata_url;
  std::string target_url;
  std::filesystem::path target_folder;
  std::vector<std::string> targets;  // brought in this order; the first that fails ends it
  std::string server_key;            // of https; empty: plain HTTP to this machine alone
  std::filesystem::path first_root;
};
[[nodiscard]] Done tuf_init_command(const TufOptions& options);
[[nodiscard]] Done tuf_refresh_command(const TufOptions& options);
[[nodiscard]] Done tuf_download_command(const TufOptions& options);

}  // namespace hornbook::platform
