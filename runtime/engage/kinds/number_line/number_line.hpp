// A marker on a number line. Its answer is one number: the tick.
#pragma once

#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

struct NumberLineEntry {
  std::optional<std::uint32_t> tick;
  bool operator==(const NumberLineEntry&) const = default;
};

struct ExpectedWrongTick {
  std::uint32_t tick = 0;
  WrongAnswer wrong;
};
struct NumberLine {
  using Entry = NumberLineEntry;
  Rational from;
  Rational to;
  std::uint32_t intervals = 1;    // ticks are 0 … intervals
  std::uint32_t label_every = 0;  // a label at each n-th tick; 0 labels the two ends alone
  std::uint32_t target_tick = 0;
  std::vector<ExpectedWrongTick> wrong;
};

struct NumberLineTemplate {
  using Task = NumberLine;
  static constexpr std::uint8_t number = 4;
  static constexpr std::string_view name = "number_line";
  [[nodiscard]] static Read<NumberLineTemplate> read(Fields& fields, const ItemParts& parts);

  Expression from;
  Expression to;
  Expression intervals;
  Expression label_every;
  Expression answer;                       // a number on a tick
  std::vector<WrongNumberTemplate> wrong;  // numbers too
};

[[nodiscard]] Result<NumberLine> compose(const NumberLineTemplate& source, const Composer& composer,
                                         SeededRandom& random);
[[nodiscard]] NumberLineEntry empty_entry(const NumberLine& task);
[[nodiscard]] bool enter(const NumberLine& task, NumberLineEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const NumberLine& task, const NumberLineEntry& entry);
[[nodiscard]] Answer to_answer(const NumberLine& task, const NumberLineEntry& entry);
[[nodiscard]] std::optional<NumberLineEntry> from_answer(const NumberLine& task, const Answer& answer);
[[nodiscard]] Verdict assess(const NumberLine& task, const NumberLineEntry& entry);
[[nodiscard]] NumberLineEntry right_entry(const NumberLine& task);
[[nodiscard]] std::vector<NumberLineEntry> wrong_entries(const NumberLine& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const NumberLine& task, const NumberLineEntry& now,
                                                  const NumberLineEntry& wanted);
[[nodiscard]] Gesture way_back(const NumberLine& task);
[[nodiscard]] std::string in_words(const NumberLine& task, const NumberLineEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const NumberLine& task);

// The value at a tick, exactly. LimitExceeded when it is no Rational.
[[nodiscard]] Result<Rational> value_at(const NumberLine& task, std::uint32_t tick);

}  // namespace hornbook::engage
