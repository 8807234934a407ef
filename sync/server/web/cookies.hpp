// The Cookie header of a request (RFC 6265, section 4.2), as far as one cookie of ours needs it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hornbook::server {

// The value of the first cookie of this name. Nothing when there is none, or when the header is longer than
// limits::cookie_bytes_max.
[[nodiscard]] std::optional<std::string> find_cookie(std::string_view header, std::string_view name);

}  // namespace hornbook::server
