// YAML as JSON values that remember their lines, so that one decoder serves the source and the built pack, and lint can
// still name the line. Anchors, aliases and tags are refused: they hide what a text says.
#pragma once

#include <map>

#include "content_packs/build/problem.hpp"
#include "runtime/pack/json_fields.hpp"

namespace hornbook::content {

struct YamlDocument {
  pack::Json json;
  std::map<std::string, int> lines;  // by JSON pointer, from 1

  // The line of `pointer`, or of the nearest value around it.
  [[nodiscard]] int line_of(std::string_view pointer) const;
};

// A problem without a file name when the text is no YAML or is beyond a limit.
[[nodiscard]] tl::expected<YamlDocument, Problem> parse_yaml(ByteView text);

}  // namespace hornbook::content
