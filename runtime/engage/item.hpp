// One activity as a learner meets it: an item of a pack, instantiated with a seed in one language.
//
// Texts carry a small markup that ui/text lays out: `$…$` is mathematics in a TeX subset (`\frac{1}{2}`,
// `1\frac{3}{4}`,
// `\times`, `\div`, `<`, `>`, `=`), `*…*` is emphasis, a blank line starts a paragraph.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/core/ids.hpp"
#include "runtime/engage/rational.hpp"

namespace hornbook::engage {

// Pictures that are drawn from numbers. Each has a description for whoever does not see it.
struct FractionBar {
  std::uint32_t parts = 1;
  std::uint32_t shaded = 0;
};
struct FractionCircle {
  std::uint32_t parts = 1;
  std::uint32_t shaded = 0;
};
struct CounterSet {  // a row of counters, some of them filled
  std::uint32_t total = 1;
  std::uint32_t filled = 0;
};
struct MediaPicture {
  Hash object;  // an SVG or PNG object of the pack
};
struct Figure {
  std::variant<FractionBar, FractionCircle, CounterSet, MediaPicture> drawing;
  std::string description;
};

// Ties a wrong answer to what it shows. `misconception` is an index into the pack's list.
struct WrongAnswer {
  std::optional<std::uint16_t> misconception;
  std::string feedback;
};

struct Choice {
  std::uint8_t source_index = 0;  // position in the pack's source: what events record, whatever the order on screen
  std::string text;
  std::optional<Figure> figure;
  bool correct = false;
  WrongAnswer wrong;  // used when it is chosen and not correct
};
struct MultipleChoice {
  std::vector<Choice> choices;  // in the order shown
};

enum class NumberForm : std::uint8_t { Any, Integer, Fraction, SimplestFraction, MixedNumber };
struct ExpectedWrongNumber {
  Rational value;
  WrongAnswer wrong;
};
struct NumberEntry {
  Rational expected;
  NumberForm form = NumberForm::Any;
  std::string unit;  // shown after the box; never typed
  std::vector<ExpectedWrongNumber> wrong;
};

struct Tile {
  std::uint8_t source_index = 0;
  std::string text;
  std::optional<Figure> figure;
};
struct OrderTask {
  std::vector<Tile> tiles;                  // in the order shown
  std::vector<std::uint8_t> correct_order;  // source indexes, from the first place to the last
  std::string first_label;                  // such as "smallest"
  std::string last_label;
  WrongAnswer reversed;  // when the order is exactly the other way round
};

struct ExpectedWrongTick {
  std::uint32_t tick = 0;
  WrongAnswer wrong;
};
struct NumberLine {
  Rational from;
  Rational to;
  std::uint32_t intervals = 1;    // ticks are 0 … intervals
  std::uint32_t label_every = 0;  // a label at each n-th tick; 0 labels the two ends alone
  std::uint32_t target_tick = 0;
  std::vector<ExpectedWrongTick> wrong;
};

using Task = std::variant<MultipleChoice, NumberEntry, OrderTask, NumberLine>;

struct ItemInstance {
  std::uint32_t item_index = 0;  // position in the pack's list of items
  std::uint32_t seed = 0;
  std::string language;  // BCP 47
  std::string prompt;
  std::optional<Figure> figure;
  Task task;
  std::vector<std::string> hints;  // point, teach, bottom out: exactly three
  std::string explanation;         // one true sentence about what was done well, shown when it is right
  std::string not_yet;             // one useful sentence when no wrong answer of the pack's matches
};

// What the learner did, in terms that do not depend on the order on screen.
struct ChoiceAnswer {
  std::uint8_t source_index = 0;
  bool operator==(const ChoiceAnswer&) const = default;
};
struct NumberAnswer {
  std::string typed;  // as typed: "3/4", "1 3/4", "0.75"; at most limits::typed_answer_bytes_max
  bool operator==(const NumberAnswer&) const = default;
};
struct OrderAnswer {
  std::vector<std::uint8_t> source_indexes;
  bool operator==(const OrderAnswer&) const = default;
};
struct NumberLineAnswer {
  std::uint32_t tick = 0;
  bool operator==(const NumberLineAnswer&) const = default;
};
using Answer = std::variant<ChoiceAnswer, NumberAnswer, OrderAnswer, NumberLineAnswer>;

// What scoring (runtime/measure) says of an answer.
struct Verdict {
  bool correct = false;
  std::uint16_t credit_permille = 0;  // 1000 when correct
  std::optional<std::uint16_t> misconception;
  std::string feedback;  // one sentence in the learner's language
};

}  // namespace hornbook::engage
