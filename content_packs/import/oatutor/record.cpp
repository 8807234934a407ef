#include "content_packs/import/oatutor/record.hpp"
#include "content_packs/import/spelling.hpp"

#include <algorithm>

namespace hornbook::content::oatutor {

const pack::Json* Record::field(const char* name) const {
  if (!has(name) || json_.at(name).is_null()) return nullptr;
  return &json_.at(name);
}

std::string Record::text_of(const pack::Json& value, const char* name) const {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  remarks_.push_back({Outcome::Approximated, "field-of-wrong-kind", where_,
                      std::string("\"") + name + "\" should be a text; it was passed over"});
  return {};
}

std::string Record::text(const char* name) const {
  const pack::Json* value = field(name);
  return value == nullptr ? std::string() : text_of(*value, name);
}

std::vector<std::string> Record::texts(const char* name) const {
  std::vector<std::string> result;
  const pack::Json* value = field(name);
  if (value == nullptr) return result;
  if (!value->is_array()) return {text_of(*value, name)};
  for (const pack::Json& entry : *value) result.push_back(text_of(entry, name));
  return result;
}

bool Record::truth(const char* name) const {
  const pack::Json* value = field(name);
  return value != nullptr && value->is_boolean() && value->get<bool>();
}

const pack::Json& Record::list(const char* name) const {
  static const pack::Json none = pack::Json::array();
  const pack::Json* value = field(name);
  if (value == nullptr) return none;
  if (value->is_array()) return *value;
  remarks_.push_back({Outcome::Approximated, "field-of-wrong-kind", where_,
                      std::string("\"") + name + "\" should be a list; it was passed over"});
  return none;
}

void Record::remark_unknown(std::initializer_list<const char*> known) const {
  if (!json_.is_object()) return;
  for (const auto& [name, value] : json_.items()) {
    const auto is_name = [&name = name](const char* each) { return name == each; };
    if (std::any_of(known.begin(), known.end(), is_name)) continue;
    remarks_.push_back({Outcome::Approximated, "field-unknown", where_,
                        "\"" + cut(name, 40) + "\" is no field that is known here; it was left out"});
  }
}

void Record::remark_id(const std::string& folder) const {
  const std::string id = text("id");
  if (id == folder) return;
  remarks_.push_back({Outcome::Approximated, "id-not-of-its-folder", where_,
                      "its id \"" + cut(id, 60) + "\" is not its folder's name"});
}

std::optional<pack::Json> read_json(const Bytes* file, const std::string& where, Outcome weight, Remarks& remarks) {
  if (file == nullptr) {
    remarks.push_back({weight, "file-missing", where, "its JSON file is missing"});
    return std::nullopt;
  }
  auto parsed = pack::parse_json(*file, "OATutor pool");
  if (!parsed) {
    remarks.push_back({weight, "json-broken", where, parsed.error().sentence});
    return std::nullopt;
  }
  return std::move(*parsed);
}

}  // namespace hornbook::content::oatutor
