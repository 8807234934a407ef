#include <fstream>
#include <iterator>
#include <set>

#include "tests/tidy/rules.hpp"

namespace hornbook::tidy {

Violations check_dead_includes(const SourceTree& tree) {
  Violations violations;
  std::set<std::string> included;
  for (const SourceFile& file : tree.files) {
    std::set<std::string> seen;
    for (const Include& include : includes_of(file)) {
      const std::string where = file.path + ":" + std::to_string(include.line) + ": ";
      if (!seen.insert(include.target).second) violations.push_back(where + include.target + " is included twice");
      if (include.angled) continue;
      included.insert(include.target);
      if (!std::filesystem::exists(tree.root / include.target)) {
        violations.push_back(where + "there is no " + include.target);
      }
    }
  }
  for (const SourceFile& file : tree.files) {
    if (file.is_header() && !included.contains(file.path)) {
      violations.push_back(file.path + ":1: nobody includes this header");
    }
  }
  return violations;
}

namespace {

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

Violations check_readmes(const SourceTree& tree) {
  Violations violations;
  std::set<std::string> modules;
  for (const SourceFile& file : tree.files) modules.insert(module_of(file.path));
  for (const std::string& module : modules) {
    const std::size_t slash = module.find('/');
    const std::string top = module.substr(0, slash);
    const std::string readme = read_text(tree.root / top / "README.md");
    if (readme.empty()) violations.push_back(top + "/README.md: it is missing");
    if (slash == std::string::npos) continue;
    if (readme.find(module.substr(slash + 1)) == std::string::npos) {
      violations.push_back(top + "/README.md: it does not name " + module);
    }
  }
  return violations;
}

Violations check_stands_alone(const SourceTree& tree) {
  Violations violations;
  for (const SourceFile& file : tree.files) {
    for (std::size_t i = 0; i < file.raw.size(); ++i) {
      const std::string& line = file.raw[i];
      const bool names_it = line.find("shared/") != std::string::npos && line.find("../shared") != std::string::npos;
      const bool corpora_test = file.path.starts_with("tests/") && line.find("shared/corpora") != std::string::npos;
      const bool this_rule = file.path.starts_with("tests/tidy/");
      if (names_it && !corpora_test && !this_rule) {
        violations.push_back(file.path + ":" + std::to_string(i + 1) + ": the project stands alone");
      }
    }
  }
  return violations;
}

}  // namespace hornbook::tidy
