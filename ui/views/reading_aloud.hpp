// What a voice says of a screen, taken from the tree that is drawn: whatever stands in it can be heard.
#pragma once

#include <optional>
#include <vector>

#include "ui/screens/flow.hpp"
#include "ui/semantics/node.hpp"

namespace hornbook::ui {

// All that can be read on the leaf, and what is said of the answer, in reading order: texts, pictures' descriptions,
// choices, tiles. Keys to type with are left out.
[[nodiscard]] std::vector<Utterance> readable(const Node& screen);

// Of these, what is new on a screen without being touched: what is asked, a hint, what is said of the answer.
[[nodiscard]] std::vector<Utterance> announced(const Node& screen);

// What a choice or a tile says of itself when it is touched; nothing for what else can be touched.
[[nodiscard]] std::vector<Utterance> said_by(const Node& screen, const Node& touched);

// What a node is, for whoever does not see it: name, what it holds, what can be done with it, in the language of the
// interface.
[[nodiscard]] Utterance voiced(const Node& node, std::string_view language);

// Whether the station reads without being asked to: whoever is here wants it, or the item is for those who cannot read.
[[nodiscard]] bool reads_by_itself(const StationState& state);

// Lights the word that is heard where it stands.
void light_word(Node& screen, const ReadingAloud& reading);

// Whether the screen still says what is being read.
[[nodiscard]] bool still_says(const Node& screen, const ReadingAloud& reading);

}  // namespace hornbook::ui
