#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/cloze/cloze.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {

Read<ClozeTemplate> ClozeTemplate::read(Fields& fields, const ItemParts& parts) {
  ClozeTemplate result;
  TRY_ASSIGN(const Located list, fields.required("blanks"));
  TRY_ASSIGN(const auto entries, list.entries(1, limits::blanks_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(BlankTemplate blank, read_blank(entry, parts));
    result.blanks.blanks.push_back(std::move(blank));
  }
  TRY_DONE(read_bank(fields, parts, result.blanks));
  TRY_ASSIGN(result.text, read_marked_text(fields, entries.size(), MarkWords::None, parts));
  return result;
}

Result<Cloze> compose(const ClozeTemplate& source, const Composer& composer, SeededRandom& random) {
  Cloze result;
  TRY_ASSIGN(static_cast<Blanks&>(result), compose_blanks(source.blanks, composer, random));
  TRY_ASSIGN(const std::string text, composer.text(source.text));
  TRY_ASSIGN(result.text, cut_at_marks(text, result.blanks.size(), MarkWords::None));
  return result;
}

}  // namespace hornbook::engage
