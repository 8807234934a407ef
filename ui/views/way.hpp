// How an activity is answered, as its word and picture: what tells two activities of one skill apart before they are
// opened.
#pragma once

#include <optional>
#include <string_view>

#include "runtime/session/session.hpp"
#include "ui/locales/words.hpp"

namespace hornbook::ui {

struct Way {
  Word word;
  std::string_view picture;  // of ui/theme/pictures
};

// Nothing when the pack is not in play or its kind of activity has no picture yet.
[[nodiscard]] std::optional<Way> way_of(const session::SessionContext& context, const measure::Candidate& candidate);

}  // namespace hornbook::ui
