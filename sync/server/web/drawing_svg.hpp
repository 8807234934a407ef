// A drawing that was handed in, as an inline picture of a page. It is made of numbers alone: nothing of it is anybody's
// text, save the name, which is escaped.
#pragma once

#include <map>
#include <string>

#include "sync/server/teaching/writings.hpp"

namespace hornbook::server {

// What drawings of one page stand on: `#sheet-squared`, `#sheet-dotted` and a symbol for each picture, so that a
// picture that a whole class drew on is in the page once.
[[nodiscard]] std::string sheets_and_pictures(const std::map<Hash, Bytes>& pictures);

// `name` is what it is called for whoever does not see it.
[[nodiscard]] std::string drawing_svg(const Drawn& drawn, std::string_view name);

}  // namespace hornbook::server
