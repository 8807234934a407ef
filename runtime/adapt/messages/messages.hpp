// What is said to a learner beside the feedback of an item: praise for effort and for how they went about it, advice
// how to go on, questions to ask oneself. Rules over the learner's state and what just happened, as in tailored health
// messages (Kreuter, Farrell, Olevitch & Brennan 2000) and E²Coach (Huberth, Chen, Tritz & McKay 2015). Never a word on
// speed, talent or others: praise of the person undermines (Mueller & Dweck 1998), praise of the process helps
// (Gunderson et al. 2013). Pure. The words are in ui/locales, by number.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "runtime/interpret/learner_state.hpp"

namespace hornbook::adapt {

enum class Occasion : std::uint8_t {
  RightAfterFailures,  // in the item's skill
  RightAfterHint,
  RightAfterTrying,  // at a later try
  RightAtOnce,       // a moment to explain it to oneself (Chi et al. 1989)
  NotThisTime,       // the item ended without a right answer
  Returned,          // after days away
  HardStretchDone,   // items in a row that took tries or hints
  NewSkill,          // one is suggested next
  Goodbye,
  GoalReached,
};

struct Message {
  std::uint16_t number = 0;  // of MessageShown; never used again for other words
  Occasion occasion{};
};
// Every message, by number ascending.
[[nodiscard]] std::span<const Message> messages();

// At most one message in so many answers, and in so much time: more of them are no longer read. Those that come once a
// session or less (a return, a goal, the goodbye) are not held back, and count.
inline constexpr std::uint32_t answers_between_messages = 5;
inline constexpr std::int64_t time_between_messages_ms = 150'000;
// So long away is a return.
inline constexpr std::int64_t away_ms = 3LL * 24 * 60 * 60 * 1000;
// Failures in a row before a right answer that are worth a word; items in a row that make a hard stretch.
inline constexpr std::uint32_t failures_worth_a_word = 2;
inline constexpr std::uint32_t hard_stretch_items = 3;

struct MessageMoment {
  const interpret::LearnerState& state;
  const LearnerId& learner;
  UnixMs now = 0;
};
// A message for the first of `occasions`, most important first, that has its turn: chosen by chance, seeded by learner
// and place in their work, and never the one that was shown last. Nothing when it is too soon, or there is no occasion.
[[nodiscard]] std::optional<std::uint16_t> choose_message(std::span<const Occasion> occasions,
                                                          const MessageMoment& moment);

}  // namespace hornbook::adapt
