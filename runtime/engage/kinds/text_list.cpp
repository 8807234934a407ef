#include "runtime/engage/kinds/text_list.hpp"

#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {

Read<std::vector<Texts>> read_text_list(Fields& fields, std::string_view name, std::size_t entries_max,
                                        const ItemParts& parts) {
  std::vector<Texts> result;
  const auto list = fields.optional(name);
  if (!list) return result;
  TRY_ASSIGN(const auto entries, list->entries(1, entries_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(Texts texts, parts.texts(entry));
    result.push_back(std::move(texts));
  }
  return result;
}

Result<std::vector<std::string>> compose_text_list(const std::vector<Texts>& source, const Composer& composer) {
  std::vector<std::string> result;
  for (const Texts& each : source) {
    TRY_ASSIGN(std::string text, composer.text(each));
    result.push_back(std::move(text));
  }
  return result;
}

}  // namespace hornbook::engage
