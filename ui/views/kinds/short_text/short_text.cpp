#include "ui/views/kinds/short_text/short_text.hpp"

#include "ui/views/typed_field.hpp"
#include "ui/views/word_keys.hpp"

namespace hornbook::ui::views {

Way way(std::type_identity<engage::ShortText>) { return {Word::WayWords, "way-words"}; }

float width_beside(const engage::ShortText&, float) { return whole_width; }

Node field(const Workplace& place, const engage::ShortText& task) {
  return typed_field(place, {place.shown(task).text, place.language(), TypeStyle::Question});
}

Node keys(const Workplace& place, const engage::ShortText& task) {
  return key_grid(place, word_keys(place, keys_for(task)));
}

Node answer(const Workplace& place, const engage::ShortText& task) {
  return field_above_keys(place, field(place, task), [&](const Workplace& for_keys) { return keys(for_keys, task); });
}

}  // namespace hornbook::ui::views
