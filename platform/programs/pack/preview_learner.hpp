// Somebody who tries a pack's item out as a learner would meet it. Nothing is recorded: what a station would make
// durable counts as saved at once.
#pragma once

#include "platform/programs/pack/preview_pack.hpp"
#include "ui/screens/flow.hpp"

namespace hornbook::platform {

struct PreviewedItem {
  std::string id;
  std::uint32_t seed = 1;
  std::string language;
  std::uint32_t page = 0;  // where it takes several pages of a small screen
  std::uint32_t text = 0;  // the column, from 1, of what is read for it; 0: the question
};

// A station whose only learner is at this item. NotFound when the pack has no such item or it has no text to show,
// BadInput when it makes no sense with this seed. `pack` must outlive the state.
[[nodiscard]] Result<ui::StationState> at_item(const PreviewPack& pack, const PreviewedItem& item, MonotonicMs now);

// The state after the intent.
[[nodiscard]] ui::StationState tried(ui::StationState state, const ui::Intent& intent, MonotonicMs now);

}  // namespace hornbook::platform
