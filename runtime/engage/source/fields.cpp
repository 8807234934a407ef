#include "runtime/engage/source/fields.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::engage {

Read<std::string> Located::text(std::size_t bytes_max) const {
  const auto* text = value->as<std::string>();
  if (text == nullptr) return bad_field(pointer, "a text is needed here; put it between quotation marks");
  if (text->empty()) return bad_field(pointer, "the text is empty");
  if (text->size() > bytes_max)
    return bad_field(pointer, "the text is longer than " + std::to_string(bytes_max) + " bytes");
  return *text;
}

Read<std::int64_t> Located::whole(std::int64_t least, std::int64_t greatest) const {
  const std::string range = std::to_string(least) + " to " + std::to_string(greatest);
  const auto* number = value->as<std::int64_t>();
  if (number == nullptr) return bad_field(pointer, "a whole number from " + range + " is needed here");
  if (*number < least || *number > greatest) return bad_field(pointer, "the number must be from " + range);
  return *number;
}

Read<bool> Located::truth() const {
  const bool* truth = value->as<bool>();
  if (truth == nullptr) return bad_field(pointer, "true or false is needed here");
  return *truth;
}

Read<std::vector<Located>> Located::entries(std::size_t entries_min, std::size_t entries_max) const {
  const auto* list = value->as<SourceValue::List>();
  if (list == nullptr) return bad_field(pointer, "a list is needed here");
  if (list->size() < entries_min || list->size() > entries_max)
    return bad_field(pointer, "the list needs from " + std::to_string(entries_min) + " to " +
                                  std::to_string(entries_max) + " entries, it has " + std::to_string(list->size()));
  std::vector<Located> result;
  for (const SourceValue& entry : *list) result.push_back({&entry, pointer + "/" + std::to_string(result.size())});
  return result;
}

Read<Fields> Fields::of(Located value) {
  const auto* map = value.value->as<SourceValue::Map>();
  if (map == nullptr) return bad_field(value.pointer, "named fields are needed here");
  return Fields(*map, std::move(value.pointer));
}

Read<Located> Fields::required(std::string_view name) {
  auto found = optional(name);
  if (!found) return bad_field(pointer_, "the field \"" + std::string(name) + "\" is missing; add it");
  return std::move(*found);
}

std::optional<Located> Fields::optional(std::string_view name) {
  asked_for_.emplace(name);
  const auto found = map_->find(name);
  if (found == map_->end()) return std::nullopt;
  return Located{&found->second, pointer_ + "/" + std::string(name)};
}

Read<std::string> Fields::text(std::string_view name, std::size_t bytes_max) {
  TRY_ASSIGN(const Located field, required(name));
  return field.text(bytes_max);
}

Read<bool> Fields::truth(std::string_view name, bool otherwise) {
  const auto field = optional(name);
  if (!field) return otherwise;
  return field->truth();
}

Read<std::size_t> Fields::one_of(std::string_view name, const std::vector<std::string_view>& words,
                                 std::size_t otherwise) {
  const auto field = optional(name);
  if (!field) return otherwise;
  TRY_ASSIGN(const std::string word, field->text(limits::identifier_bytes_max));
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string sentence = "\"" + std::string(name) + "\" is one of";
  for (const std::string_view each : words) sentence.append(" ").append(each);
  return bad_field(field->pointer, std::move(sentence));
}

std::vector<std::string> Fields::names() const {
  std::vector<std::string> result;
  for (const auto& [name, value] : *map_) result.push_back(name);
  return result;
}

Read<void> Fields::end() const {
  for (const auto& [name, value] : *map_)
    if (!asked_for_.contains(name))
      return bad_field(pointer_ + "/" + name,
                       "the field \"" + name.substr(0, 40) + "\" is not known here; remove it or mend its name");
  return {};
}

}  // namespace hornbook::engage
