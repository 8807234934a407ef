// `hornbook-pack repo`: a repository of The Update Framework, kept in a folder with keys in files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "runtime/core/error.hpp"

namespace hornbook::platform {

struct RepositoryOptions {
  using Files = std::vector<std::filesystem::path>;
  std::filesystem::path folder;
  Files root_keys;                // rotate: of the root as it is
  Files keys;                     // publish
  Files new_root_keys, new_keys;  // init and rotate: who signs from then on
  std::size_t root_threshold = 1, threshold = 1;
  std::int64_t days = 90, root_days = 5 * 365;
  std::filesystem::path file;  // add
  std::string path;            // add; empty: the file's own name
};
[[nodiscard]] Done repository_init_command(const RepositoryOptions& options);
[[nodiscard]] Done repository_add_command(const RepositoryOptions& options);
[[nodiscard]] Done repository_publish_command(const RepositoryOptions& options);
[[nodiscard]] Done repository_rotate_command(const RepositoryOptions& options);

}  // namespace hornbook::platform
