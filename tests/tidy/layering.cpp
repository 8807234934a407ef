#include <map>
#include <set>

#include "tests/tidy/rules.hpp"

namespace hornbook::tidy {
namespace {

std::string top_of(const std::string& path) { return path.substr(0, path.find('/')); }

bool starts_with_any(const std::string& path, const std::vector<std::string>& prefixes) {
  for (const std::string& prefix : prefixes) {
    if (path.starts_with(prefix)) return true;
  }
  return false;
}

// Top folder → top folders (or modules) of the project that it may include.
const std::map<std::string, std::vector<std::string>>& allowed_folders() {
  static const std::map<std::string, std::vector<std::string>> table{
      {"runtime", {"runtime/"}},
      {"content_packs", {"content_packs/", "runtime/"}},
      {"ui", {"ui/", "runtime/"}},
      {"sync", {"sync/", "runtime/", "content_packs/schema/"}},
      {"platform", {"platform/", "runtime/", "content_packs/", "ui/", "sync/"}},
      {"tests", {"tests/", "runtime/", "content_packs/", "ui/", "sync/", "platform/"}},
  };
  return table;
}

// Library header prefix → where alone it may be included. Tests and platform may use everything.
const std::vector<std::pair<std::string, std::vector<std::string>>>& library_homes() {
  static const std::vector<std::pair<std::string, std::vector<std::string>>> table{
      {"gmp", {"runtime/engage/algebra/number"}},
      {"utf8proc", {"runtime/engage/entry/", "runtime/engage/passage/", "content_packs/import/csv/"}},
      {"sodium", {"runtime/core/crypto"}},
      {"sqlite3", {"runtime/journal/", "sync/server/"}},
      {"zstd", {"runtime/pack/", "runtime/journal/", "content_packs/build/", "sync/"}},
      {"zdict", {"sync/"}},
      {"nlohmann/", {"runtime/pack/", "content_packs/", "ui/semantics/", "sync/"}},
      {"yaml-cpp/", {"content_packs/"}},
      {"SDL", {}},
      {"imgui", {"ui/"}},
      {"hb", {"ui/text/"}},
      {"fribidi", {"ui/text/"}},
      {"ft2build", {"ui/text/"}},
      {"freetype", {"ui/text/"}},
      {"linebreak", {"ui/text/"}},
      {"mbedtls/", {"sync/link/", "sync/delivery/pem_key"}},
      {"boost/", {"sync/"}},
      {"zip.h", {"sync/server/", "content_packs/import/"}},
      {"archive", {"content_packs/import/"}},
      {"md4c", {"content_packs/import/storybook/"}},
      {"pugixml", {"content_packs/import/"}},
      {"CLI/", {}},
      {"sys/socket", {"sync/"}},
      {"netinet/", {"sync/"}},
  };
  return table;
}

}  // namespace

Violations check_layers(const SourceTree& tree) {
  Violations violations;
  for (const SourceFile& file : tree.files) {
    const std::string top = top_of(file.path);
    const bool free = top == "tests" || top == "platform";
    for (const Include& include : includes_of(file)) {
      const std::string where = file.path + ":" + std::to_string(include.line) + ": ";
      if (!include.angled && !starts_with_any(include.target, allowed_folders().at(top))) {
        violations.push_back(where + top + " may not include " + include.target);
      }
      if (!include.angled || free) continue;
      for (const auto& [library, homes] : library_homes()) {
        if (include.target.starts_with(library) && !starts_with_any(file.path, homes)) {
          violations.push_back(where + "<" + include.target + "> does not belong here");
        }
      }
    }
  }
  return violations;
}

namespace {

using Graph = std::map<std::string, std::set<std::string>>;

Graph module_graph(const SourceTree& tree) {
  Graph graph;
  for (const SourceFile& file : tree.files) {
    if (file.path.starts_with("tests/")) continue;
    for (const Include& include : includes_of(file)) {
      if (!include.angled && module_of(include.target) != module_of(file.path)) {
        graph[module_of(file.path)].insert(module_of(include.target));
      }
    }
  }
  return graph;
}

// Depth-first; `path` is the way from the root to `module`.
void find_rings(const Graph& graph, const std::string& module, std::vector<std::string>& path,
                std::set<std::string>& done, Violations& violations) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] != module) continue;
    std::string ring;
    for (std::size_t k = i; k < path.size(); ++k) ring += path[k] + " → ";
    violations.push_back("ring of includes: " + ring + module);
    return;
  }
  if (done.contains(module)) return;
  path.push_back(module);
  if (const auto found = graph.find(module); found != graph.end()) {
    for (const std::string& next : found->second) find_rings(graph, next, path, done, violations);
  }
  path.pop_back();
  done.insert(module);
}

}  // namespace

Violations check_rings(const SourceTree& tree) {
  const Graph graph = module_graph(tree);
  Violations violations;
  std::set<std::string> done;
  for (const auto& [module, unused] : graph) {
    std::vector<std::string> path;
    find_rings(graph, module, path, done, violations);
  }
  return violations;
}

}  // namespace hornbook::tidy
