#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/open_response/open_response.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

constexpr std::int64_t words_wanted_max = 500;

Read<std::vector<Texts>> read_list(Fields& fields, std::string_view name, std::size_t entries_max,
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

Result<std::vector<std::string>> compose_list(const std::vector<Texts>& source, const Composer& composer) {
  std::vector<std::string> result;
  for (const Texts& each : source) {
    TRY_ASSIGN(std::string text, composer.text(each));
    result.push_back(std::move(text));
  }
  return result;
}

}  // namespace

Read<OpenResponseTemplate> OpenResponseTemplate::read(Fields& fields, const ItemParts& parts) {
  OpenResponseTemplate result;
  TRY_ASSIGN(result.starters, read_list(fields, "starters", limits::item_starters_max, parts));
  TRY_ASSIGN(result.checklist, read_list(fields, "checklist", limits::item_checklist_max, parts));
  if (const auto words = fields.optional("words")) {
    TRY_ASSIGN(const std::int64_t wanted, words->whole(1, words_wanted_max));
    result.words_wanted = static_cast<std::uint32_t>(wanted);
  }
  return result;
}

Result<OpenResponse> compose(const OpenResponseTemplate& source, const Composer& composer, SeededRandom&) {
  OpenResponse result;
  TRY_ASSIGN(result.starters, compose_list(source.starters, composer));
  TRY_ASSIGN(result.checklist, compose_list(source.checklist, composer));
  result.words_wanted = source.words_wanted;
  for (const std::string& starter : result.starters)
    if (starter.size() > limits::typed_answer_bytes_max) return senseless("a beginning of a sentence is too long");
  return result;
}

}  // namespace hornbook::engage
