#include "sync/delivery/canonical_json.hpp"

namespace hornbook::delivery {
namespace {

using Json = nlohmann::json;

void append_text(std::string& out, const std::string& text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

bool append(std::string& out, const Json& json);

bool append_object(std::string& out, const Json& json) {
  const char* before = "{";
  if (json.empty()) out += '{';
  for (const auto& [name, value] : json.items()) {
    out += before;
    append_text(out, name);
    out += ':';
    if (!append(out, value)) return false;
    before = ",";
  }
  out += '}';
  return true;
}

bool append_list(std::string& out, const Json& json) {
  out += '[';
  bool is_first = true;
  for (const Json& entry : json) {
    if (!is_first) out += ',';
    if (!append(out, entry)) return false;
    is_first = false;
  }
  out += ']';
  return true;
}

bool append(std::string& out, const Json& json) {
  if (json.is_object()) return append_object(out, json);
  if (json.is_array()) return append_list(out, json);
  if (json.is_string()) {
    append_text(out, json.get_ref<const std::string&>());
    return true;
  }
  if (!json.is_null() && !json.is_boolean() && !json.is_number_integer()) return false;
  out += json.dump();
  return true;
}

}  // namespace

Result<std::string> canonical_json(const Json& json) {
  std::string out;
  if (!append(out, json))
    return fail(ErrorCode::BadInput, "canonical JSON", "only whole numbers of 64 bits can be signed");
  return out;
}

}  // namespace hornbook::delivery
