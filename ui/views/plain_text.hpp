// Content text without its markup: what a name, a script or a voice says for it.
#pragma once

#include <string>
#include <string_view>

namespace hornbook::ui {

// "$1\frac{3}{4}$" becomes "1 3/4", "$2 \times 3$" becomes "2 × 3"; emphasis loses its stars. Malformed markup comes
// back as it is, without the dollar signs. Entries of a list keep their marks; a row of a table is a line like "Planet:
// Mars, Moons: 2"; a picture is its description.
[[nodiscard]] std::string plain_text(std::string_view markup);

}  // namespace hornbook::ui
