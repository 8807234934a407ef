// OLPC canonical JSON (http://wiki.laptop.org/go/Canonical_JSON), over which TUF's signatures are made: no white space,
// names in the order of their bytes, whole numbers alone, and in texts only '"' and '\' escaped.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "runtime/core/error.hpp"

namespace hornbook::delivery {

// BadInput when `json` holds a fraction or a number beyond 64 bits. It is nested no deeper than limits::json_depth_max.
[[nodiscard]] Result<std::string> canonical_json(const nlohmann::json& json);

}  // namespace hornbook::delivery
