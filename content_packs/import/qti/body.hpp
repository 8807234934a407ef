// The body of an item in pieces: its interactions, and the texts between them.
#pragma once

#include "content_packs/import/qti/interaction.hpp"

namespace hornbook::content::qti {

struct Asked {
  Interaction interaction;
  Content before;  // the text that leads to it; what leads to the first of several is the item's own
};
struct Body {
  Content start;  // the item's own text
  std::vector<Asked> asked;
};

// Nothing, with a remark of weight Refused, when one of its interactions cannot be asked or it has none.
[[nodiscard]] std::optional<Body> read_body(const Item& item, const Session& drawn, Remarks& remarks);

// What the item says now and did not say at the start: modal and inline feedback whose outcome is so.
[[nodiscard]] std::string feedback_in(const Item& item, const Session& before, const Session& after);

}  // namespace hornbook::content::qti
