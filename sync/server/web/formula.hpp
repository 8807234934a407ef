// A formula of a pack as a line that everybody can read: \frac{1}{5} is 1/5. For pages, which set no mathematics.
#pragma once

#include <string>
#include <string_view>

namespace hornbook::server {

// `tex` is what stands between two `$`. Fractions and roots in one line, signs as they look, scripts behind ^ and _;
// what is not known keeps its name. Nothing fails: a bracket that is not closed ends where the text does, and
// what follows one that was not opened is left out, as is what is nested deeper than limits::math_depth_max.
[[nodiscard]] std::string formula_in_a_line(std::string_view tex);

}  // namespace hornbook::server
