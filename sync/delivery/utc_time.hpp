// The one form of time in TUF metadata: "2030-01-01T00:00:00Z" (TUF 1.0.33, section 4.2.1).
#pragma once

#include <string>
#include <string_view>

#include "runtime/core/error.hpp"
#include "runtime/core/time.hpp"

namespace hornbook::delivery {

// BadInput for anything else, and for days that no calendar has.
[[nodiscard]] Result<UnixMs> parse_utc_time(std::string_view text);
// `time` in the years 0 to 9999; milliseconds are left out.
[[nodiscard]] std::string to_utc_time(UnixMs time);

}  // namespace hornbook::delivery
