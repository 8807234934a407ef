// How learners work, whatever they know: how fast, with how much care and help, on how many days. A behaviour is a set
// of ranges from which the parameters of one learner are drawn; ranges are arguments, so that a test can draw from
// others than these.
#pragma once

#include <array>
#include <string_view>

#include "platform/programs/model/simulate/draw.hpp"
#include "platform/programs/model/simulate/family.hpp"

namespace hornbook::simulate {

enum class Behaviour : std::uint8_t {
  Typical,
  RapidGuesser,  // answers in bouts without looking (Wise & Kong 2005; bouts: Wise, Pastor & Kong 2009)
  HintGamer,     // opens all hints, hardly reads them and enters the answer (Baker, Corbett, Koedinger & Wagner 2004)
  Idler,         // minutes without an act (Beck 2005)
  Persister,     // slow, fails, tries again, learns more from it (productive persistence: Ventura & Shute 2013)
  SlowCareful,   // slow and honest: to be left alone
  FastFluent,    // fast because it is easy: to be left alone
  LongAbsent,    // weeks away
  Tiring,        // worse towards the end of a session (Sievertsen, Gino & Piovesan 2016)
  Stuck,         // honest practice that teaches hardly anything (wheel spinning: Beck & Gong 2013)
};
inline constexpr std::array all_behaviours{
    Behaviour::Typical,     Behaviour::RapidGuesser, Behaviour::HintGamer,  Behaviour::Idler,  Behaviour::Persister,
    Behaviour::SlowCareful, Behaviour::FastFluent,   Behaviour::LongAbsent, Behaviour::Tiring, Behaviour::Stuck};
[[nodiscard]] std::string_view name_of(Behaviour behaviour);

// Shares and chances are 0 … 1.
struct MannerRanges {
  Range time_factor{0.7, 1.5};  // of the item's median time
  Range time_log_deviation{0.3, 0.55};
  Range guess_bout{0, 0};            // chance an item that a bout of rapid guessing begins
  Range guess_bout_items{3, 8};      // length of a bout, on average
  Range guess_ms{500, 1800};         // median time of a rapid guess; the deviation of its logarithm is .35
  Range hint_when_unsure{0.1, 0.5};  // chance to ask for a hint before a try, times P(wrong)
  Range hint_reading_ms{5000, 14'000};
  Range gaming_share{0, 0};          // of items on which a learner who is unsure runs through the hints
  Range gaming_dwell_ms{250, 1500};  // on each hint
  Range idle_share{0, 0.01};         // of items with a long pause
  Range idle_ms{60'000, 240'000};
  Range retry_time_factor{0.4, 0.9};  // of a further try, against the first
  Range failure_effort{0.8, 1.1};     // what a failure with its feedback is worth for learning
  Range care{0, 0.1};                 // share of slips that are noticed and mended before the answer is given
  Range level_shift{0, 0};            // standard deviations of Aptitude
  Range pace_shift{0, 0};
  Range tiring_after_min{9, 14};
  Range tiring_logits_a_min{0, 0.04};  // off P(right), from then on
  Range day_missed{0.02, 0.08};        // chance a school day
  Range weeks_away_begin{0, 0.004};    // chance a school day that weeks of absence begin
  Range weeks_away{1, 3};
};
[[nodiscard]] MannerRanges ranges_of(Behaviour behaviour);

// The parameters of one learner, each drawn from its range.
struct Manner {
  double time_factor = 1;
  double time_log_deviation = 0.4;
  double guess_bout = 0;
  double guess_bout_items = 5;
  double guess_ms = 1000;
  double hint_when_unsure = 0.3;
  double hint_reading_ms = 8000;
  double gaming_share = 0;
  double gaming_dwell_ms = 600;
  double idle_share = 0;
  Range idle_ms{};
  double retry_time_factor = 0.7;
  double failure_effort = 1;
  double care = 0;
  double level_shift = 0;
  double pace_shift = 0;
  double tiring_after_min = 15;
  double tiring_logits_a_min = 0;
  double day_missed = 0;
  double weeks_away_begin = 0;
  Range weeks_away{};
};
[[nodiscard]] Manner draw_manner(const MannerRanges& ranges, SeededRandom& random);

// A behaviour as often as in a class: most learners are typical, about one in twenty games (Baker et al. 2004), about
// as many guess.
[[nodiscard]] Behaviour draw_behaviour(SeededRandom& random);

}  // namespace hornbook::simulate
