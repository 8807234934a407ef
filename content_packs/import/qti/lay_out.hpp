// Which interactions of an item become one task, and which text leads to each.
#pragma once

#include "content_packs/import/qti/body.hpp"

namespace hornbook::content::qti {

enum class Layout : std::uint8_t {
  Together,  // what stands in one text is one cloze: several to type in, or anything to choose
  OneByOne,  // each interaction is asked by itself, and the text has lines for them
};

struct LaidTask {
  std::vector<std::size_t> asked;  // places in Body::asked
  std::string lead;                // what is read before it; of the first, the item's own text is
  std::string text;                // of a cloze, with thing_here(n); empty: it is one interaction by itself
};
struct LaidOut {
  std::string start;  // the item's own text
  std::vector<LaidTask> tasks;
};

[[nodiscard]] LaidOut lay_out(const Body& body, Layout layout);

}  // namespace hornbook::content::qti
