// The project's own C++ files, read once, with comments and string contents blanked, for the rules beside this file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hornbook::tidy {

struct SourceFile {
  std::string path;               // from the root, with '/'
  std::vector<std::string> raw;   // lines as written
  std::vector<std::string> code;  // the same lines with comments and the insides of literals replaced by spaces
  [[nodiscard]] bool is_header() const { return path.ends_with(".hpp"); }
};

struct SourceTree {
  std::filesystem::path root;
  std::vector<SourceFile> files;  // sorted by path
};

struct Include {
  std::size_t line = 0;  // from 1
  std::string target;    // as written between the quotes or angles
  bool angled = false;
};

[[nodiscard]] SourceTree read_tree(const std::filesystem::path& root);
// One file from text, for planted violations.
[[nodiscard]] SourceFile parse_source(std::string path, const std::string& text);
[[nodiscard]] std::vector<Include> includes_of(const SourceFile& file);
// "runtime/core" of "runtime/core/bytes.hpp"; the first folder alone where there is no second.
[[nodiscard]] std::string module_of(const std::string& path);

// A violation, as "path:line: what".
using Violations = std::vector<std::string>;

}  // namespace hornbook::tidy
