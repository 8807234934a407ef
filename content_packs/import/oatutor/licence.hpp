// What OATutor writes of licences and sources: "https://… <CC BY 4.0>".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hornbook::content::oatutor {

// The SPDX id; nothing when it is not known.
[[nodiscard]] std::optional<std::string> spdx_of(std::string_view licence);

// "OpenStax: Elementary Algebra, https://openstax.org/…"; empty when there is no source.
[[nodiscard]] std::string author_of(std::string_view source);

}  // namespace hornbook::content::oatutor
