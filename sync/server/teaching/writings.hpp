// What learners wrote or drew for a person to look at: answers of the kinds that nobody scores.
#pragma once

#include "runtime/engage/kinds/drawing/drawing.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

struct Drawn {
  std::vector<engage::Stroke> strokes;
  engage::SheetGround ground = engage::SheetGround::Plain;
  std::optional<Hash> picture;  // that was drawn on: an object of a pack
  std::string drawn_on;         // what describes it
};

struct Writing {
  std::string learner;  // their name
  std::string asked;    // what was asked, with the markup of packs; empty when the school has not got the pack
  std::string text;     // as it was written; may be empty beside a drawing
  std::optional<Drawn> drawn;
  UnixMs at_ms = 0;  // 0: the device knew no time
};

// Of the learners of a class, the latest first; of those without a time, the last committed first. At most
// limits::writings_shown_max.
[[nodiscard]] Result<std::vector<Writing>> writings_of_class(School& school, const Library& library,
                                                             std::int64_t class_number);

// The pictures that these are drawn on, as the packs have them.
[[nodiscard]] std::map<Hash, Bytes> pictures_drawn_on(const std::vector<Writing>& writings, const Library& library);

}  // namespace hornbook::server
