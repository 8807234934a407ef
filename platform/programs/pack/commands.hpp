// What `hornbook-pack` does, one function a command. What they report goes to stdout; what goes wrong is returned.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "runtime/core/error.hpp"

namespace hornbook::platform {

[[nodiscard]] Done lint_command(const std::filesystem::path& source);

struct BuildOptions {
  std::filesystem::path source;
  std::filesystem::path output;             // FILE.hbpack, or a folder that becomes a store of packs
  std::vector<std::filesystem::path> keys;  // none: it can be looked into, and no station takes it
};
[[nodiscard]] Done build_command(const BuildOptions& options);

[[nodiscard]] Done key_command(const std::filesystem::path& file);

struct RootOptions {
  std::vector<std::filesystem::path> keys;
  std::size_t threshold = 1;
  std::string expires;
  std::filesystem::path output;
};
[[nodiscard]] Done root_command(const RootOptions& options);

[[nodiscard]] Done inspect_command(const std::filesystem::path& pack, bool as_json);
[[nodiscard]] Done verify_command(const std::filesystem::path& pack, const std::filesystem::path& root);

struct GenerateOptions {
  std::filesystem::path source;
  std::string item;  // an id, or empty for every item
  std::uint32_t seed = 1;
  std::uint32_t count = 1;
  std::string language;
  bool as_json = false;
};
[[nodiscard]] Done generate_command(const GenerateOptions& options);

struct ImportOptions {
  std::filesystem::path input;   // a folder or an archive
  std::filesystem::path output;  // a new or empty folder
  std::filesystem::path report;  // JSON; empty: only the counts on stdout
  std::string course;            // one of several in the pool; empty: all
};
[[nodiscard]] Done import_oatutor_command(const ImportOptions& options);

}  // namespace hornbook::platform
