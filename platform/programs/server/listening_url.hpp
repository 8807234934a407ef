// Where a server that listens somewhere is found.
#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <string>

#include "sync/link/http_server.hpp"

namespace hornbook::platform {

inline std::string url_of(const link::ListenAddress& address, std::uint16_t port, bool plain) {
  const bool is_ipv6 = address.host.find(':') != std::string::npos;
  return fmt::format("{}://{}{}{}:{}", plain ? "http" : "https", is_ipv6 ? "[" : "", address.host, is_ipv6 ? "]" : "",
                     port);
}

// Where devices find it: no device can call "every address".
inline std::string url_for_devices(link::ListenAddress address, std::uint16_t port, bool plain) {
  std::array<char, 256> name{};
  const bool is_everywhere = address.host == "0.0.0.0" || address.host == "::";
  if (is_everywhere && ::gethostname(name.data(), name.size() - 1) == 0) address.host = name.data();
  return url_of(address, port, plain);
}

}  // namespace hornbook::platform
