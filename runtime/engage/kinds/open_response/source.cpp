#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/open_response/open_response.hpp"
#include "runtime/engage/kinds/text_list.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

constexpr std::int64_t words_wanted_max = 500;

}  // namespace

Read<OpenResponseTemplate> OpenResponseTemplate::read(Fields& fields, const ItemParts& parts) {
  OpenResponseTemplate result;
  TRY_ASSIGN(result.starters, read_text_list(fields, "starters", limits::item_starters_max, parts));
  TRY_ASSIGN(result.checklist, read_text_list(fields, "checklist", limits::item_checklist_max, parts));
  if (const auto words = fields.optional("words")) {
    TRY_ASSIGN(const std::int64_t wanted, words->whole(1, words_wanted_max));
    result.words_wanted = static_cast<std::uint32_t>(wanted);
  }
  return result;
}

Result<OpenResponse> compose(const OpenResponseTemplate& source, const Composer& composer, SeededRandom&) {
  OpenResponse result;
  TRY_ASSIGN(result.starters, compose_text_list(source.starters, composer));
  TRY_ASSIGN(result.checklist, compose_text_list(source.checklist, composer));
  result.words_wanted = source.words_wanted;
  for (const std::string& starter : result.starters)
    if (starter.size() > limits::typed_answer_bytes_max) return senseless("a beginning of a sentence is too long");
  return result;
}

}  // namespace hornbook::engage
