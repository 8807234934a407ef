#include "content_packs/import/oatutor/variables.hpp"

#include <algorithm>

namespace hornbook::content::oatutor {
namespace {

void replace_all(std::string& text, const std::string& old, const std::string& by) {
  for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + by.size()))
    text.replace(at, old.size(), by);
}

}  // namespace

Variables variables_of(const pack::Json& json, Variables outer) {
  if (!json.is_object() || !json.contains("variabilization") || !json.at("variabilization").is_object()) return outer;
  for (const auto& [name, list] : json.at("variabilization").items()) {
    std::vector<std::string> values;
    for (const pack::Json& value : list)
      if (value.is_string() || value.is_number())
        values.push_back(value.is_string() ? value.get<std::string>() : value.dump());
    if (!values.empty()) outer[name] = std::move(values);
  }
  return outer;
}

std::size_t draws_of(const Variables& variables) {
  std::size_t draws = 1;
  for (const auto& [name, values] : variables) draws = std::max(draws, values.size());
  return draws;
}

pack::Json written_out(pack::Json json, const Variables& variables, std::size_t draw) {
  if (json.is_string()) {
    auto text = json.get<std::string>();
    for (const auto& [name, values] : variables) replace_all(text, "@{" + name + "}", values[draw % values.size()]);
    return text;
  }
  if (json.is_structured())
    for (pack::Json& part : json) part = written_out(std::move(part), variables, draw);
  return json;
}

}  // namespace hornbook::content::oatutor
