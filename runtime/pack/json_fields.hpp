// JSON from outside, and what engage reads of it. The fields themselves are read by runtime/engage/source.
#pragma once

#include <nlohmann/json.hpp>

#include "runtime/core/bytes.hpp"
#include "runtime/engage/source/fields.hpp"

namespace hornbook::pack {

using Json = nlohmann::json;
using engage::bad_field;
using engage::FieldProblem;
using engage::Fields;
using engage::Located;
using engage::Read;
using engage::SourceValue;

// BadInput when it is no JSON, LimitExceeded beyond limits::json_bytes_max or limits::json_depth_max.
[[nodiscard]] Result<Json> parse_json(ByteView bytes, const char* place);

// The same without the notation. `json` is nested no deeper than limits::json_depth_max.
[[nodiscard]] SourceValue source_value(const Json& json);

// A problem as an error of `place`.
[[nodiscard]] Error to_error(const FieldProblem& problem, const char* place);

}  // namespace hornbook::pack
