#include "runtime/pack/json_fields.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::pack {
namespace {

// An unsigned number beyond the signed range would read as a negative one.
std::int64_t whole_number(const Json& json) {
  const bool is_huge = json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
  return is_huge ? INT64_MAX : json.get<std::int64_t>();
}

}  // namespace

Result<Json> parse_json(ByteView bytes, const char* place) {
  if (bytes.size() > limits::json_bytes_max) return fail(ErrorCode::LimitExceeded, place, "the JSON is too long");
  bool is_too_deep = false;
  const auto watch_depth = [&](int depth, Json::parse_event_t, Json&) {
    is_too_deep = is_too_deep || depth > static_cast<int>(limits::json_depth_max);
    return !is_too_deep;
  };
  Json parsed = Json::parse(bytes.begin(), bytes.end(), watch_depth, false);
  if (is_too_deep) return fail(ErrorCode::LimitExceeded, place, "the JSON is nested too deeply");
  if (parsed.is_discarded()) return fail(ErrorCode::BadInput, place, "it is not JSON");
  return parsed;
}

SourceValue source_value(const Json& json) {
  if (json.is_boolean()) return {json.get<bool>()};
  if (json.is_number_integer()) return {whole_number(json)};
  if (json.is_string()) return {json.get<std::string>()};
  if (json.is_array()) {
    SourceValue::List list;
    for (const Json& entry : json) list.push_back(source_value(entry));
    return {std::move(list)};
  }
  if (!json.is_object()) return {};
  SourceValue::Map map;
  for (const auto& [name, value] : json.items()) map.emplace(name, source_value(value));
  return {std::move(map)};
}

Error to_error(const FieldProblem& problem, const char* place) {
  const std::string where = problem.pointer.empty() ? std::string() : problem.pointer + ": ";
  return Error{ErrorCode::BadInput, place, where + problem.sentence};
}

}  // namespace hornbook::pack
