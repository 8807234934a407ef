#include "runtime/pack/json_fields.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::pack {

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

Error to_error(const FieldProblem& problem, const char* place) {
  const std::string where = problem.pointer.empty() ? std::string() : problem.pointer + ": ";
  return Error{ErrorCode::BadInput, place, where + problem.sentence};
}

Read<std::string> Located::text(std::size_t bytes_max) const {
  if (!value->is_string()) return bad_field(pointer, "a text is needed here; put it between quotation marks");
  const auto& text = value->get_ref<const std::string&>();
  if (text.empty()) return bad_field(pointer, "the text is empty");
  if (text.size() > bytes_max)
    return bad_field(pointer, "the text is longer than " + std::to_string(bytes_max) + " bytes");
  return text;
}

Read<std::int64_t> Located::whole(std::int64_t least, std::int64_t greatest) const {
  const std::string range = std::to_string(least) + " to " + std::to_string(greatest);
  if (!value->is_number_integer()) return bad_field(pointer, "a whole number from " + range + " is needed here");
  // An unsigned number beyond the signed range reads as a negative one, so it is looked at first.
  const bool is_huge =
      value->is_number_unsigned() && value->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
  const std::int64_t number = is_huge ? INT64_MAX : value->get<std::int64_t>();
  if (number < least || number > greatest) return bad_field(pointer, "the number must be from " + range);
  return number;
}

Read<bool> Located::truth() const {
  if (!value->is_boolean()) return bad_field(pointer, "true or false is needed here");
  return value->get<bool>();
}

Read<std::vector<Located>> Located::entries(std::size_t entries_min, std::size_t entries_max) const {
  if (!value->is_array()) return bad_field(pointer, "a list is needed here");
  if (value->size() < entries_min || value->size() > entries_max)
    return bad_field(pointer, "the list needs from " + std::to_string(entries_min) + " to " +
                                  std::to_string(entries_max) + " entries, it has " + std::to_string(value->size()));
  std::vector<Located> result;
  for (std::size_t i = 0; i < value->size(); ++i) result.push_back({&(*value)[i], pointer + "/" + std::to_string(i)});
  return result;
}

Read<Fields> Fields::of(Located object) {
  if (!object.value->is_object()) return bad_field(object.pointer, "named fields are needed here");
  return Fields(std::move(object));
}

Read<Located> Fields::required(const char* name) {
  auto found = optional(name);
  if (!found) return bad_field(object_.pointer, "the field \"" + std::string(name) + "\" is missing; add it");
  return std::move(*found);
}

std::optional<Located> Fields::optional(const char* name) {
  asked_for_.insert(name);
  const auto found = object_.value->find(name);
  if (found == object_.value->end()) return std::nullopt;
  return Located{&*found, object_.pointer + "/" + name};
}

Read<std::string> Fields::text(const char* name, std::size_t bytes_max) {
  TRY_ASSIGN(const Located field, required(name));
  return field.text(bytes_max);
}

std::vector<std::string> Fields::names() const {
  std::vector<std::string> result;
  for (const auto& [name, value] : object_.value->items()) result.push_back(name);
  return result;
}

Read<void> Fields::end() const {
  for (const auto& [name, value] : object_.value->items())
    if (!asked_for_.contains(name))
      return bad_field(object_.pointer + "/" + name,
                       "the field \"" + name.substr(0, 40) + "\" is not known here; remove it or mend its name");
  return {};
}

}  // namespace hornbook::pack
