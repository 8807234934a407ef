#include "sync/link/address.hpp"

#include <charconv>

#include "runtime/core/limits.hpp"
#include "sync/link/http_server.hpp"

namespace hornbook::link {
namespace {

tl::unexpected<Error> malformed(const char* place, const char* wanted) {
  return fail(ErrorCode::BadInput, place, std::string("it must look like ") + wanted);
}

bool may_stand_in_host(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
         c == ':' || c == '_' || c == '%';
}

// Splits "host:port" or "[v6]:port"; the host loses its brackets. False when malformed.
bool split(std::string_view text, std::string& host, std::string_view& port) {
  const bool bracketed = !text.empty() && text.front() == '[';
  const std::size_t end = bracketed ? text.find(']') : text.find(':');
  if (bracketed && end == std::string_view::npos) return false;
  const std::string_view name = bracketed ? text.substr(1, end - 1) : text.substr(0, end);
  if (name.empty() || name.size() > limits::name_bytes_max) return false;
  for (const char c : name)
    if (!may_stand_in_host(c)) return false;
  host = name;
  std::string_view rest = end == std::string_view::npos ? std::string_view() : text.substr(bracketed ? end + 1 : end);
  if (!rest.empty() && rest.front() != ':') return false;
  port = rest.empty() ? rest : rest.substr(1);
  return rest.empty() || !port.empty();
}

bool read_port(std::string_view text, std::uint16_t& port) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

Result<ListenAddress> parse_listen_address(std::string_view text) {
  ListenAddress address;
  std::string_view port;
  if (!split(text, address.host, port) || !read_port(port, address.port))
    return malformed("listen address", "HOST:PORT, such as 127.0.0.1:8443");
  return address;
}

Result<ServerAddress> parse_server_address(std::string_view url) {
  static constexpr const char* wanted = "https://HOST:PORT";
  ServerAddress address;
  address.secure = url.starts_with("https://");
  if (!address.secure && !url.starts_with("http://")) return malformed("server address", wanted);
  url.remove_prefix(address.secure ? 8 : 7);
  if (url.ends_with('/')) url.remove_suffix(1);
  std::string_view port;
  if (!split(url, address.host, port)) return malformed("server address", wanted);
  if (!address.secure) address.port = 80;
  if (!port.empty() && (!read_port(port, address.port) || address.port == 0))
    return malformed("server address", wanted);
  if (!address.secure && address.host != "127.0.0.1" && address.host != "::1" && address.host != "localhost")
    return fail(ErrorCode::NotAllowed, "server address", "plain http is for this machine alone; use https");
  return address;
}

}  // namespace hornbook::link
