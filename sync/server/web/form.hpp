// The body of a posted form, application/x-www-form-urlencoded (WHATWG URL, section 5.1).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "runtime/core/error.hpp"

namespace hornbook::server {

using Form = std::map<std::string, std::string, std::less<>>;

// BadInput when an escape is malformed or a field comes twice, LimitExceeded past limits::form_bytes_max or
// limits::form_fields_max.
[[nodiscard]] Result<Form> parse_form(std::string_view body);
// Empty when the field is not there.
[[nodiscard]] const std::string& field(const Form& form, std::string_view name);

}  // namespace hornbook::server
