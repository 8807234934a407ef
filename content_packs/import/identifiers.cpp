#include "content_packs/import/identifiers.hpp"

namespace hornbook::content {
namespace {

constexpr std::size_t name_bytes_max = 100;  // leaves room for a number within limits::identifier_bytes_max

char identifier_character(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
  return is_kept ? c : '-';
}

}  // namespace

std::string identifier_of(std::string_view name) {
  std::string id;
  for (const char each : name) {
    const char c = identifier_character(each);
    if (id.size() == name_bytes_max) break;
    if (id.empty() && (c == '-' || c == '.')) continue;  // no name of a file begins so
    if (c == '-' && id.back() == '-') continue;
    id += c;
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "unnamed" : id;
}

std::string UniqueIdentifiers::give(std::string_view name) {
  const std::string wanted = identifier_of(name);
  std::string id = wanted;
  for (std::size_t number = 2; !given_.insert(id).second; ++number) id = wanted + "-" + std::to_string(number);
  return id;
}

}  // namespace hornbook::content
