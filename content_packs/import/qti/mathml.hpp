// MathML's presentation elements as the TeX that ui/text/MATHEMATICS.md lists.
#pragma once

#include <functional>
#include <optional>

#include "content_packs/import/qti/element.hpp"

namespace hornbook::content::qti {

// The value of a variable that an identifier (mi) names; nothing when it is a letter.
using VariableInMathematics = std::function<std::optional<std::string>(std::string_view name)>;

struct Formula {
  std::string tex;                   // without its signs
  std::vector<std::string> unknown;  // names of elements that have no TeX here; their texts stand in
};

// Of a `math` element. TeX that it carries as an annotation wins where nothing in it is a variable.
[[nodiscard]] Formula to_tex(const Element& math, const VariableInMathematics& variable);

}  // namespace hornbook::content::qti
