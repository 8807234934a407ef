// Places in a text for what is not known yet how it is shown: a blank, words to choose, a picture.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook::content {

// What stands in a text for the thing with this number, from 1. No XML has such characters.
[[nodiscard]] std::string thing_here(std::size_t number);
// The numbers of the things in a text, in their order.
[[nodiscard]] std::vector<std::size_t> things_in(std::string_view markup);
// The text with each thing as `shown` has it and the words between them as `words` has these.
[[nodiscard]] std::string with_things(std::string_view markup, const std::function<std::string(std::size_t)>& shown,
                                      const std::function<std::string(std::string_view)>& words);
// The same with the words as they are.
[[nodiscard]] std::string with_things(std::string_view markup, const std::function<std::string(std::size_t)>& shown);

}  // namespace hornbook::content
