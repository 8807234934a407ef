// The target of an HTTP request ("/learner?class=4%2Fb"), split and decoded.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "runtime/core/error.hpp"

namespace hornbook::link {

struct Target {
  std::string path;                          // starts with '/'
  std::map<std::string, std::string> query;  // the first of a repeated name counts
};

// RFC 3986 percent-decoding; '+' is a space in the query alone. BadInput when it does not start with '/', holds a
// control character, a broken escape or a "." or ".." segment: nobody who asks honestly sends those.
[[nodiscard]] Result<Target> parse_target(std::string_view text);

}  // namespace hornbook::link
