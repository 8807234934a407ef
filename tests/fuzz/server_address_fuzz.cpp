#include <cstdlib>

#include "sync/link/address.hpp"
#include "sync/link/http_server.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto listen = hornbook::link::parse_listen_address(text);
  if (listen && listen->host.empty()) std::abort();
  const auto server = hornbook::link::parse_server_address(text);
  if (server && (server->host.empty() || server->port == 0)) std::abort();
  return 0;
}
