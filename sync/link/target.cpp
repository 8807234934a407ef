#include "sync/link/target.hpp"

#include "runtime/core/bytes.hpp"
#include "runtime/core/ids.hpp"

namespace hornbook::link {
namespace {

tl::unexpected<Error> malformed(const char* why) { return fail(ErrorCode::BadInput, "HTTP target", why); }

std::string_view take_until(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return part;
}

std::string lower_hex(std::string_view digits) {
  std::string text(digits);
  for (char& c : text)
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

Result<std::string> decode(std::string_view text, bool plus_is_space) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      if (text.size() - i < 3) return malformed("it ends within an escape");
      TRY_ASSIGN(const Bytes byte, bytes_from_hex(lower_hex(text.substr(i + 1, 2))));
      c = static_cast<char>(byte[0]);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return malformed("it has a control character");
    result += c;
  }
  return result;
}

Done check_segments(std::string_view path) {
  while (!path.empty()) {
    const std::string_view segment = take_until(path, '/');
    if (segment == "." || segment == "..") return malformed("it tries to climb out of its folder");
  }
  return {};
}

}  // namespace

Result<Target> parse_target(std::string_view text) {
  if (text.empty() || text.front() != '/') return malformed("it does not start with '/'");
  Target target;
  TRY_ASSIGN(target.path, decode(take_until(text, '?'), false));
  TRY_DONE(check_segments(target.path));
  while (!text.empty()) {
    std::string_view pair = take_until(text, '&');
    TRY_ASSIGN(std::string name, decode(take_until(pair, '='), true));
    TRY_ASSIGN(std::string value, decode(pair, true));
    if (!name.empty()) target.query.emplace(std::move(name), std::move(value));
  }
  return target;
}

}  // namespace hornbook::link
