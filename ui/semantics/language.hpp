// What a language's tag says about the direction it is read in.
#pragma once

#include <string_view>

namespace hornbook::ui {

// Whether text of this BCP 47 language is written from right to left. Unknown and empty tags are left to right. A
// script subtag decides before the language does ("az-Arab" is right to left, "ur-Latn" is not).
[[nodiscard]] bool is_right_to_left(std::string_view language);

}  // namespace hornbook::ui
