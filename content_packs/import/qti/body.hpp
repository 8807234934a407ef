// The body of an item in pieces: its interactions, and the texts between them.
#pragma once

#include "content_packs/import/qti/interaction.hpp"

namespace hornbook::content::qti {

struct Asked {
  Interaction interaction;
  std::size_t text = 0;   // the one that it stands in, or that leads to it
  std::size_t thing = 0;  // its number in that text; 0: it is a block of its own, behind it
};
struct Body {
  std::vector<std::string> texts;  // up to the first block, between blocks and behind the last: with thing_here(n)
  std::vector<Picture> pictures;
  std::vector<Played> played;
  std::vector<Asked> asked;
};

// Nothing, with a remark of weight Refused, when one of its interactions cannot be asked or it has none.
[[nodiscard]] std::optional<Body> read_body(const Item& item, const Session& drawn, Remarks& remarks);

// What the item says now and did not say at the start: modal and inline feedback whose outcome is so.
[[nodiscard]] std::string feedback_in(const Item& item, const Session& before, const Session& after);

}  // namespace hornbook::content::qti
