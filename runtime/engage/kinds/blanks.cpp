#include "runtime/engage/kinds/blanks.hpp"

namespace hornbook::engage {
namespace {

std::optional<std::string> look_of_tile(const Blanks& blanks, std::optional<std::uint8_t> source_index) {
  const Tile* tile = thing_at(blanks.tiles, source_index);
  return tile == nullptr ? std::nullopt : std::optional(look_of(tile->text, tile->figure));
}

// Calls `act` with the blank and its filling, which are of one kind.
template <class AnyFilling, class Act>
auto visit_blank(const Blank& blank, AnyFilling& filling, const Act& act) {
  const auto with_filling = [&](const auto& kind) {
    using Kind = std::decay_t<decltype(kind)>;
    if constexpr (std::is_same_v<Kind, TileBlank>)
      return act(kind, std::get<TileFilling>(filling));
    else
      return act(kind, std::get<typename Kind::Entry>(filling));
  };
  return std::visit(with_filling, blank);
}

TileFilling* tile_filling(BlanksEntry& entry, std::size_t at) {
  return at < entry.fillings.size() ? std::get_if<TileFilling>(&entry.fillings[at]) : nullptr;
}

class Entering {
 public:
  Entering(const Blanks& blanks, BlanksEntry& entry) : blanks_(blanks), entry_(entry) {}

  bool operator()(const AttendTo& attend) {
    if (attend.field >= entry_.fillings.size() || attend.field == entry_.at) return false;
    entry_.at = attend.field;
    entry_.in_hand.reset();
    return true;
  }
  bool operator()(const TypeText& typed) { return fill(typed.field, typed); }
  bool operator()(const Choose& chosen) { return fill(chosen.field, chosen); }
  bool operator()(const EraseLast& erase) {
    TileFilling* filling = tile_filling(entry_, erase.field);
    if (filling == nullptr) return fill(erase.field, erase);
    if (!filling->tile) return false;
    filling->tile.reset();
    touch(erase.field);
    return true;
  }
  bool operator()(const PickUp& pick) {
    if (thing_at(blanks_.tiles, pick.thing) == nullptr) return false;
    if (entry_.in_hand == pick.thing) {
      entry_.in_hand.reset();
      return true;
    }
    for (std::size_t at = 0; at < entry_.fillings.size() && !blanks_.reuse; ++at) {
      TileFilling* filling = tile_filling(entry_, at);
      if (filling == nullptr || filling->tile != pick.thing) continue;
      filling->tile.reset();
      entry_.kept[at] = false;
    }
    entry_.in_hand = pick.thing;
    return true;
  }
  bool operator()(const PutDown& put) {
    TileFilling* filling = tile_filling(entry_, put.slot);
    if (filling == nullptr || (!filling->tile && !entry_.in_hand)) return false;
    const bool filled = entry_.in_hand.has_value();
    std::swap(filling->tile, entry_.in_hand);
    if (filled && blanks_.reuse) entry_.in_hand.reset();
    touch(put.slot);
    return true;
  }
  bool operator()(const LookAgain&) {
    for (std::size_t at = 0; at < entry_.fillings.size(); ++at) entry_.kept[at] = is_right(blanks_, entry_, at);
    return true;
  }
  template <class Other>
  bool operator()(const Other&) {
    return false;
  }

 private:
  void touch(std::size_t at) {
    entry_.at = static_cast<std::uint8_t>(at);
    entry_.kept[at] = false;
  }

  bool fill(std::size_t at, const Gesture& gesture) {
    if (at >= entry_.fillings.size()) return false;
    const auto enter_kind = [&](const auto& kind, auto& filling) {
      if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, TileBlank>)
        return false;
      else
        return enter(kind, filling, gesture);
    };
    if (!visit_blank(blanks_.blanks[at], entry_.fillings[at], enter_kind)) return false;
    touch(at);
    return true;
  }

  const Blanks& blanks_;
  BlanksEntry& entry_;
};

Verdict verdict_on(const Blanks& blanks, const BlanksEntry& entry, std::size_t at) {
  const auto assess_kind = [&](const auto& kind, const auto& filling) {
    if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, TileBlank>) {
      const auto look = look_of_tile(blanks, filling.tile);
      return look && look == look_of_tile(blanks, kind.tile) ? right() : wrong_as(kind.wrong);
    } else {
      return assess(kind, filling);
    }
  };
  return visit_blank(blanks.blanks[at], entry.fillings[at], assess_kind);
}

// Tiles that belong nowhere come first, then those of other blanks, which take this one's in exchange.
std::vector<BlanksEntry> with_wrong_tile(const Blanks& blanks, std::size_t at) {
  const BlanksEntry all_right = right_fillings(blanks);
  std::vector<BlanksEntry> with_extra;
  std::vector<BlanksEntry> exchanged;
  for (const Tile& tile : blanks.tiles) {
    BlanksEntry entry = all_right;
    Filling& filling = entry.fillings[at];
    const Filling wrong = TileFilling{tile.source_index};
    const auto home = std::find(entry.fillings.begin(), entry.fillings.end(), wrong);
    const bool is_extra = home == entry.fillings.end();
    if (!is_extra && !blanks.reuse)
      std::swap(*home, filling);
    else
      filling = wrong;
    if (!is_right(blanks, entry, at)) (is_extra ? with_extra : exchanged).push_back(std::move(entry));
  }
  with_extra.insert(with_extra.end(), exchanged.begin(), exchanged.end());
  return with_extra;
}

// The next gesture on the way to the tile that is wanted in a blank, whose hand is empty.
Gesture towards_tile(const Blanks& blanks, const BlanksEntry& now, std::size_t at, std::optional<std::uint8_t> wanted) {
  const auto here = static_cast<std::uint8_t>(at);
  const bool bank_is_shown = std::holds_alternative<TileBlank>(blanks.blanks[now.at]);
  const bool filled = is_filled(blanks, now, at);
  if (!bank_is_shown && !filled) return AttendTo{here};
  if (!bank_is_shown || !wanted) return PutDown{here};
  const auto lies_at = std::find(now.fillings.begin(), now.fillings.end(), Filling(TileFilling{wanted}));
  if (!blanks.reuse && lies_at != now.fillings.end())
    return PutDown{static_cast<std::uint8_t>(lies_at - now.fillings.begin())};
  return PickUp{*wanted};
}

}  // namespace

BlanksEntry empty_fillings(const Blanks& blanks) {
  BlanksEntry entry;
  const auto empty = [](const auto& kind) -> Filling {
    if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, TileBlank>)
      return TileFilling{};
    else
      return empty_entry(kind);
  };
  for (const Blank& blank : blanks.blanks) entry.fillings.push_back(std::visit(empty, blank));
  entry.kept.resize(entry.fillings.size());
  return entry;
}

bool enter(const Blanks& blanks, BlanksEntry& entry, const Gesture& gesture) {
  return std::visit(Entering(blanks, entry), gesture);
}

bool is_filled(const Blanks& blanks, const BlanksEntry& entry, std::size_t at) {
  const auto filled = [](const auto& kind, const auto& filling) {
    if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, TileBlank>)
      return filling.tile.has_value();
    else
      return is_complete(kind, filling);
  };
  return visit_blank(blanks.blanks[at], entry.fillings[at], filled);
}

bool are_filled(const Blanks& blanks, const BlanksEntry& entry) {
  for (std::size_t at = 0; at < blanks.blanks.size(); ++at)
    if (blanks.counts(at) && !is_filled(blanks, entry, at)) return false;
  return true;
}

bool is_right(const Blanks& blanks, const BlanksEntry& entry, std::size_t at) {
  return verdict_on(blanks, entry, at).correct;
}

Answer to_answer(const BlanksEntry& entry) {
  Answer answer;
  for (const Filling& filling : entry.fillings) {
    if (const auto* words = std::get_if<ShortTextEntry>(&filling)) answer.texts.push_back(words->text);
    if (const auto* number = std::get_if<NumberEntryText>(&filling)) answer.texts.push_back(number->text);
    if (const auto* choice = std::get_if<ChoiceEntry>(&filling))
      answer.numbers.push_back(choice->source_index.value_or(std::uint8_t{0}));
    if (const auto* tile = std::get_if<TileFilling>(&filling))
      answer.numbers.push_back(tile->tile.value_or(std::uint8_t{0}));
  }
  return answer;
}

std::optional<BlanksEntry> fillings_of(const Blanks& blanks, const Answer& answer) {
  BlanksEntry entry = empty_fillings(blanks);
  std::size_t texts = 0;
  std::size_t numbers = 0;
  for (std::size_t at = 0; at < blanks.blanks.size(); ++at) {
    Filling& filling = entry.fillings[at];
    const bool is_typed = filling.index() < 2;
    if (is_typed ? texts == answer.texts.size() : numbers == answer.numbers.size()) return std::nullopt;
    if (auto* words = std::get_if<ShortTextEntry>(&filling)) words->text = answer.texts[texts++];
    if (auto* number = std::get_if<NumberEntryText>(&filling)) number->text = answer.texts[texts++];
    if (is_typed) continue;
    const std::uint32_t number = answer.numbers[numbers++];
    if (number > 255) return std::nullopt;
    const auto source_index = static_cast<std::uint8_t>(number);
    if (auto* chosen = std::get_if<ChoiceEntry>(&filling)) {
      if (!enter(std::get<MultipleChoice>(blanks.blanks[at]), *chosen, Choose{source_index})) return std::nullopt;
      continue;
    }
    const Filling with_tile = TileFilling{source_index};
    const bool is_taken = std::find(entry.fillings.begin(), entry.fillings.end(), with_tile) != entry.fillings.end();
    if (thing_at(blanks.tiles, source_index) == nullptr || (is_taken && !blanks.reuse)) return std::nullopt;
    filling = with_tile;
  }
  if (texts != answer.texts.size() || numbers != answer.numbers.size()) return std::nullopt;
  return entry;
}

Verdict assess_blanks(const Blanks& blanks, const BlanksEntry& entry) {
  if (blanks.blanks.empty() || entry.fillings.size() != blanks.blanks.size()) return not_yet();
  std::size_t found = 0;
  std::size_t all = 0;
  std::optional<Verdict> first_wrong;
  for (std::size_t at = 0; at < blanks.blanks.size(); ++at) {
    if (!blanks.counts(at)) continue;
    ++all;
    Verdict verdict = verdict_on(blanks, entry, at);
    if (verdict.correct)
      ++found;
    else if (!first_wrong || (first_wrong->feedback.empty() && !verdict.feedback.empty()))
      first_wrong = std::move(verdict);
  }
  if (!first_wrong) return right();
  first_wrong->credit_permille = static_cast<std::uint16_t>(found * full_credit / all);
  if (first_wrong->remark == Remark::None && all > 1) first_wrong->remark = Remark::NotAllOfThem;
  return *first_wrong;
}

BlanksEntry right_fillings(const Blanks& blanks) {
  BlanksEntry entry = empty_fillings(blanks);
  const auto right_of = [](const auto& kind) -> Filling {
    if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, TileBlank>)
      return TileFilling{kind.tile};
    else
      return right_entry(kind);
  };
  for (std::size_t at = 0; at < blanks.blanks.size(); ++at)
    entry.fillings[at] = std::visit(right_of, blanks.blanks[at]);
  return entry;
}

// One blank at a time, the others right.
std::vector<BlanksEntry> wrong_fillings(const Blanks& blanks) {
  const BlanksEntry all_right = right_fillings(blanks);
  std::vector<BlanksEntry> entries;
  for (std::size_t at = 0; at < blanks.blanks.size(); ++at) {
    if (!blanks.counts(at)) continue;
    const auto add_wrong = [&](const auto& kind) {
      if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, TileBlank>) {
        for (BlanksEntry& entry : with_wrong_tile(blanks, at)) entries.push_back(std::move(entry));
      } else {
        for (auto& wrong : wrong_entries(kind)) {
          BlanksEntry entry = all_right;
          entry.fillings[at] = std::move(wrong);
          entries.push_back(std::move(entry));
        }
      }
    };
    std::visit(add_wrong, blanks.blanks[at]);
  }
  return entries;
}

std::optional<Gesture> next_gesture(const Blanks& blanks, const BlanksEntry& now, const BlanksEntry& wanted) {
  for (std::size_t at = 0; at < wanted.fillings.size() && now.in_hand; ++at) {
    const bool belongs_here = wanted.fillings[at] == Filling(TileFilling{now.in_hand});
    if (belongs_here && now.fillings[at] != wanted.fillings[at]) return PutDown{static_cast<std::uint8_t>(at)};
  }
  if (now.in_hand) return PickUp{*now.in_hand};
  for (std::size_t at = 0; at < blanks.blanks.size(); ++at) {
    if (now.fillings[at] == wanted.fillings[at]) continue;
    const auto field = static_cast<std::uint8_t>(at);
    if (const auto* tile = std::get_if<TileFilling>(&wanted.fillings[at]))
      return towards_tile(blanks, now, at, tile->tile);
    if (now.at != at) return AttendTo{field};
    if (const auto* choice = std::get_if<ChoiceEntry>(&wanted.fillings[at])) {
      if (!choice->source_index) return std::nullopt;
      return Choose{*choice->source_index, field};
    }
    const Answer typed = to_answer(BlanksEntry{{now.fillings[at], wanted.fillings[at]}, {}, 0, {}});
    return next_key(typed.texts[0], typed.texts[1], field);
  }
  return std::nullopt;
}

std::vector<std::string> words_in(const Blanks& blanks, const BlanksEntry& entry) {
  const auto words_of_kind = [&](const auto& kind, const auto& filling) -> std::string {
    if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, TileBlank>) {
      const Tile* tile = thing_at(blanks.tiles, filling.tile);
      return tile == nullptr ? std::string() : words_for(tile->text, tile->figure);
    } else {
      return in_words(kind, filling);
    }
  };
  std::vector<std::string> words;
  for (std::size_t at = 0; at < blanks.blanks.size(); ++at)
    words.push_back(visit_blank(blanks.blanks[at], entry.fillings[at], words_of_kind));
  return words;
}

std::vector<std::string> offered_tiles(const Blanks& blanks) {
  std::vector<std::string> looks = looks_of(blanks.tiles);
  std::sort(looks.begin(), looks.end());
  looks.erase(std::unique(looks.begin(), looks.end()), looks.end());
  return looks;
}

}  // namespace hornbook::engage
