// Numbers as attributes and values spell them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hornbook::content::qti {

// XML Schema's lexical forms; nothing when it is no such number. A whole number may have a fraction of zeros.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view text);
[[nodiscard]] std::optional<double> real_number(std::string_view text);
// The shortest decimal that reads back the same: "2", "0.1".
[[nodiscard]] std::string decimal(double number);

// As an expression of templates, to six decimals: "3", "1/20", "-5/2".
[[nodiscard]] std::string fraction(double number);

}  // namespace hornbook::content::qti
