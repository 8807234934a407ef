#include "sync/server/web/form.hpp"

#include <algorithm>

#include "runtime/core/ids.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::server {
namespace {

Result<std::string> decode_field(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      decoded.push_back(' ');
    } else if (text[i] != '%') {
      decoded.push_back(text[i]);
    } else {
      std::string digits(text.substr(i + 1, 2));
      std::transform(digits.begin(), digits.end(), digits.begin(),
                     [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
      const auto byte = bytes_from_hex(digits);
      if (!byte || byte->size() != 1) return fail(ErrorCode::BadInput, "form", "an escape in it is malformed");
      decoded.push_back(static_cast<char>(byte->front()));
      i += 2;
    }
  }
  return decoded;
}

}  // namespace

Result<Form> parse_form(std::string_view body) {
  if (body.size() > limits::form_bytes_max) return fail(ErrorCode::LimitExceeded, "form", "it is too long");
  Form form;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('&'), body.size());
    const std::string_view pair = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (pair.empty()) continue;
    if (form.size() == limits::form_fields_max) return fail(ErrorCode::LimitExceeded, "form", "it has too many fields");
    const std::size_t equals = std::min(pair.find('='), pair.size());
    TRY_ASSIGN(std::string name, decode_field(pair.substr(0, equals)));
    TRY_ASSIGN(std::string value, decode_field(pair.substr(std::min(equals + 1, pair.size()))));
    if (!form.emplace(std::move(name), std::move(value)).second)
      return fail(ErrorCode::BadInput, "form", "a field comes twice");
  }
  return form;
}

const std::string& field(const Form& form, std::string_view name) {
  static const std::string none;
  const auto found = form.find(name);
  return found == form.end() ? none : found->second;
}

}  // namespace hornbook::server
