// Where a server is, as a device's enrolment names it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/core/error.hpp"

namespace hornbook::link {

struct ServerAddress {
  bool secure = true;  // https
  std::string host;
  std::uint16_t port = 443;
};

// "https://HOST[:PORT][/]", an IPv6 host in brackets; "http://" for 127.0.0.1, [::1] and localhost alone (NotAllowed
// elsewhere). BadInput when it is neither.
[[nodiscard]] Result<ServerAddress> parse_server_address(std::string_view url);

}  // namespace hornbook::link
