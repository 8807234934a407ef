#include "tests/support/learners/mixed_school.hpp"

#include <algorithm>

#include "platform/programs/model/simulate/draw.hpp"
#include "runtime/core/portable_math.hpp"

namespace hornbook::test {
namespace {

using simulate::happens;
using simulate::normal;
using simulate::Range;
using simulate::shifted;
using simulate::uniform;

constexpr std::size_t skill_count = 8;
constexpr std::size_t items_of_skill = 12;
constexpr double minimum_ms = 350;  // nobody reads and enters anything in less
constexpr int tries_max = 3;

struct Habits {
  Range share_right{0.62, 0.88};  // of the learner's answers, on the average item
  Range time_factor{0.7, 1.5};
  Range sessions_items{9, 42};
  Range hint_when_wrong{0, 0.35};
  Range retry_time{0.35, 0.9};
  Range growth{0.02, 0.1};  // logits an answer
};

Habits habits_of(Pupil pupil) {
  Habits habits;
  switch (pupil) {
    case Pupil::SlowCareful:
      habits.share_right = {0.75, 0.95};
      habits.time_factor = {2, 4};
      break;
    case Pupil::FastFluent:
      habits.share_right = {0.9, 0.98};
      habits.time_factor = {0.2, 0.4};
      break;
    case Pupil::Struggler:
      habits.share_right = {0.35, 0.6};
      habits.time_factor = {0.8, 2};
      break;
    case Pupil::RapidGuesser:
    case Pupil::HintGamer:
      habits.share_right = {0.5, 0.8};
      break;
    case Pupil::Tiring:
      habits.share_right = {0.7, 0.93};
      habits.sessions_items = {22, 50};
      break;
    case Pupil::Spinner:
      habits.sessions_items = {18, 40};
      break;
    case Pupil::Frustrated:
      habits.share_right = {0.5, 0.75};
      habits.sessions_items = {12, 30};
      break;
    case Pupil::Persister:
      habits.share_right = {0.25, 0.5};
      habits.time_factor = {1, 2.5};
      habits.hint_when_wrong = {0, 0.05};
      habits.retry_time = {0.9, 1.7};
      break;
    case Pupil::Bored:
      habits.share_right = {0.97, 1};
      habits.time_factor = {0.3, 0.7};
      habits.sessions_items = {20, 45};
      habits.growth = {0, 0};
      break;
    case Pupil::Typical:
    case Pupil::Mixed:
    case Pupil::Idler:
      break;
  }
  return habits;
}

class School {
 public:
  School(Pupil pupil, std::uint64_t seed)
      : pupil_(pupil), random_(simulate::stream_of(seed, {91, static_cast<std::uint64_t>(pupil)})) {
    const Habits habits = habits_of(pupil);
    has_clock_ = !happens(random_, 1.0 / 3);
    is_weibull_ = happens(random_, 0.5);
    spread_ = uniform(random_, {0.25, 0.6});
    wrong_time_ = uniform(random_, {0.8, 1.4});
    usual_ms_ = uniform(random_, {8000, 45'000}) * uniform(random_, habits.time_factor);
    share_right_ = uniform(random_, habits.share_right);
    items_ = habits.sessions_items;
    hint_when_wrong_ = uniform(random_, habits.hint_when_wrong);
    hint_reading_ms_ = uniform(random_, {4000, 16'000});
    retry_time_ = uniform(random_, habits.retry_time);
    growth_ = uniform(random_, habits.growth);
    choices_ = 2 + static_cast<double>(random_.below(4));
    share_planted_ = uniform(random_, {0.05, 0.6});
    gaming_dwell_ms_ = uniform(random_, {200, 1400});
    guess_share_ = uniform(random_, {0.02, 0.09});
    tires_from_ = uniform(random_, {0.15, 0.55});
    tires_by_ = uniform(random_, {1.3, 3});
    tired_slower_ = uniform(random_, {1, 2.2});
    tired_erratic_ = uniform(random_, {1, 2.2});
    stuck_right_ = uniform(random_, {0.05, 0.3});
    make_course();
    for (std::size_t skill = 0; skill < skill_count; ++skill) ability_.push_back(0.6 * normal(random_));
  }

  MixedLearner make(int sessions) {
    for (int session = 0; session < sessions; ++session) sit();
    return std::move(learner_);
  }

 private:
  void make_course() {
    auto curriculum = std::make_shared<interpret::Curriculum>();
    curriculum->pack_hash.bytes.fill(0x3c);
    const bool knows_times = happens(random_, 1.0 / 3);
    const std::uint64_t kinds = 1 + random_.below(4);
    for (std::size_t skill = 0; skill < skill_count; ++skill) {
      curriculum->skills.push_back({300 + skill, {}});
      if (skill > 1) curriculum->skills.back().prerequisites = {static_cast<std::uint16_t>(skill - 2)};
      for (std::size_t item = 0; item < items_of_skill; ++item) {
        difficulty_.push_back(0.8 * normal(random_));
        length_.push_back(uniform(random_, {0.6, 1.6}));
        interpret::ItemNode node;
        node.key = 5000 + 20 * skill + item;
        node.skills = {static_cast<std::uint16_t>(skill)};
        node.difficulty_milli = static_cast<std::int32_t>(1000 * (difficulty_.back() + 0.4 * normal(random_)));
        node.is_template = true;
        node.kind = static_cast<std::uint8_t>(1 + random_.below(kinds));
        if (knows_times) node.typical_ms = static_cast<std::uint32_t>(22'000 * length_.back());
        curriculum->items.push_back(std::move(node));
      }
    }
    learner_.curriculum = std::move(curriculum);
  }

  void add(measure::EventBody body) {
    learner_.events.push_back({{}, epoch_, {++sequence_, 1, elapsed_ms_, std::move(body)}});
  }
  void wait(double ms) { elapsed_ms_ += static_cast<std::int64_t>(ms); }

  // Around `median`, never under the minimum.
  double time_around(double median, double erratic = 1) {
    const double spread = spread_ * erratic;
    if (!is_weibull_) return minimum_ms + median * portable_exp(spread * normal(random_));
    const double shape = 1.1 / spread;
    const double scale = median / portable_pow(0.693, 1 / shape);
    return minimum_ms + scale * portable_pow(-portable_log(1 - uniform(random_)), 1 / shape);
  }

  [[nodiscard]] std::size_t skill_of(std::size_t item) const { return item / items_of_skill; }
  [[nodiscard]] bool is_fluent_in(std::size_t skill) const { return pupil_ == Pupil::Mixed && skill % 2 == 0; }

  [[nodiscard]] double chance_of(std::size_t item) const {
    const std::size_t skill = skill_of(item);
    if (pupil_ == Pupil::Spinner && skill == stuck_) return stuck_right_;
    const double share = pupil_ != Pupil::Mixed ? share_right_ : is_fluent_in(skill) ? 0.94 : 0.5;
    const double even = pupil_ == Pupil::Bored || pupil_ == Pupil::FastFluent ? 0.3 : 1;
    if (share >= 1) return 1;
    return shifted(share, even * (ability_[skill] - difficulty_[item]));
  }

  // An answer `ms` after the act before it.
  bool answer(std::size_t item, double ms, double chance, int attempt) {
    const bool right = happens(random_, chance);
    wait(ms);
    measure::Response response;
    response.answer.kind = learner_.curriculum->items[item].kind;
    response.correct = right;
    response.credit_permille = right ? 1000 : 0;
    response.attempt = static_cast<std::uint8_t>(attempt);
    response.hints_used = hints_;
    response.response_ms = static_cast<std::uint32_t>(ms + since_feedback_);
    since_feedback_ = 0;
    add(std::move(response));
    return right;
  }
  void hint(double ms) {
    wait(ms);
    since_feedback_ += ms;
    add(measure::HintShown{++hints_});
  }

  void guess(std::size_t item) {
    for (int attempt = 1; attempt <= tries_max; ++attempt) {
      const double ms = std::max(usual_ms_ * guess_share_ * uniform(random_, {0.5, 1.4}), 250.0);
      if (answer(item, ms, 1 / std::max(choices_ - attempt + 1, 1.0), attempt)) return;
    }
  }
  void game(std::size_t item) {
    while (hints_ < 3) hint(gaming_dwell_ms_ * uniform(random_, {0.5, 1.6}));
    (void)answer(item, uniform(random_, {900, 3500}), 0.95, 1);
  }
  // Haste, hints without reading, giving up.
  void rage(std::size_t item) {
    for (int attempt = 1; attempt <= tries_max; ++attempt) {
      const double share = attempt == 1 ? uniform(random_, {0.25, 0.7}) : uniform(random_, {0.05, 0.2});
      if (answer(item, std::max(usual_ms_ * share, 500.0), 0.15, attempt)) return;
      if (happens(random_, 0.35)) return;
      if (hints_ < 3 && happens(random_, 0.3)) hint(uniform(random_, {400, 1500}));
    }
  }
  void work(std::size_t item, double chance, double slower, double erratic) {
    const double fluent = is_fluent_in(skill_of(item)) ? 0.4 : 1;
    const double usual = usual_ms_ * length_[item] * fluent * slower;
    for (int attempt = 1; attempt <= tries_max; ++attempt) {
      double ms =
          time_around(usual * (attempt > 1 ? retry_time_ : 1) * (happens(random_, chance) ? 1 : wrong_time_), erratic);
      while (hints_ < 3 && happens(random_, hint_when_wrong_ * (1 - chance))) {
        hint(ms);
        chance += 0.4 * (1 - chance);
        ms = time_around(hint_reading_ms_ + 0.3 * usual, erratic);
      }
      if (answer(item, ms, chance, attempt)) return;
      chance += (pupil_ == Pupil::Persister ? 0.4 : 0.25) * (1 - chance);
    }
  }

  std::size_t next_item() {
    if (pupil_ == Pupil::Spinner && happens(random_, 0.5))
      return stuck_ * items_of_skill + random_.below(items_of_skill);
    if (happens(random_, 0.15)) block_ = (block_ + 1) % skill_count;
    const std::size_t skill = happens(random_, 0.2) ? random_.below(skill_count) : block_;
    return skill * items_of_skill + random_.below(items_of_skill);
  }

  void take_item(double through, MixedItem& planted) {
    const std::size_t item = next_item();
    add(measure::ItemPresented{0, static_cast<std::uint32_t>(item), 1});
    hints_ = 0;
    since_feedback_ = 0;
    if (bout_ == 0 && pupil_ == Pupil::RapidGuesser && happens(random_, 0.09)) bout_ = 3 + random_.below(10);
    planted.guessed = bout_ > 0;
    if (bout_ > 0) {
      --bout_;
      return guess(item);
    }
    planted.gamed = pupil_ == Pupil::HintGamer && happens(random_, share_planted_);
    if (planted.gamed) return game(item);
    if (pupil_ == Pupil::Frustrated && through > frustrated_from_) return rage(item);
    if (planted.idled) {
      const double pause = uniform(random_, {120'000, 720'000}) + 4 * usual_ms_;
      wait(pause);
      since_feedback_ = pause;
    }
    const bool is_tired = pupil_ == Pupil::Tiring && through > tires_from_;
    const double tired = is_tired ? (through - tires_from_) / (1 - tires_from_) : 0;
    work(item, shifted(chance_of(item), -tires_by_ * tired), 1 + (tired_slower_ - 1) * tired,
         1 + (tired_erratic_ - 1) * tired);
    ability_[skill_of(item)] += growth_;
  }

  void sit() {
    ++epoch_;
    sequence_ = 0;
    elapsed_ms_ = static_cast<std::int64_t>(random_.below(60'000));
    bout_ = 0;
    stuck_ = random_.below(skill_count);
    frustrated_from_ = uniform(random_, {0.3, 0.7});
    measure::SessionStart start;
    start.packs = {{0, learner_.curriculum->pack_hash}};
    start.time = {1'760'000'000'000 + static_cast<std::int64_t>(epoch_) * 86'400'000, has_clock_ ? 1000 : -1};
    add(start);
    const auto items = static_cast<int>(uniform(random_, items_));
    const std::size_t first = learner_.items.size();
    for (int item = 0; item < items; ++item) {
      wait(uniform(random_, {800, 6000}));
      MixedItem planted{learner_.events.size()};
      planted.idled = pupil_ == Pupil::Idler && happens(random_, 0.4 * share_planted_);
      take_item(static_cast<double>(item) / items, planted);
      learner_.items.push_back(planted);
    }
    add(measure::SessionEnd{});
    learner_.planted.push_back(is_planted(first));
  }

  [[nodiscard]] bool is_planted(std::size_t first_item) const {
    const auto any = [&](bool MixedItem::*what) {
      return std::any_of(learner_.items.begin() + static_cast<std::ptrdiff_t>(first_item), learner_.items.end(),
                         [what](const MixedItem& item) { return item.*what; });
    };
    switch (pupil_) {
      case Pupil::RapidGuesser:
        return any(&MixedItem::guessed);
      case Pupil::HintGamer:
        return any(&MixedItem::gamed);
      case Pupil::Idler:
        return any(&MixedItem::idled);
      case Pupil::Tiring:
      case Pupil::Spinner:
      case Pupil::Frustrated:
      case Pupil::Persister:
      case Pupil::Bored:
        return true;
      case Pupil::SlowCareful:
      case Pupil::FastFluent:
      case Pupil::Typical:
      case Pupil::Struggler:
      case Pupil::Mixed:
        break;
    }
    return false;
  }

  Pupil pupil_;
  SeededRandom random_;
  MixedLearner learner_;
  bool has_clock_ = true;
  bool is_weibull_ = false;
  double spread_ = 0;
  double wrong_time_ = 1;  // of what a right answer takes
  double usual_ms_ = 0;
  double share_right_ = 0;
  Range items_{};
  double hint_when_wrong_ = 0;
  double hint_reading_ms_ = 0;
  double retry_time_ = 1;
  double growth_ = 0;
  double choices_ = 4;
  double share_planted_ = 0;
  double gaming_dwell_ms_ = 0;
  double guess_share_ = 0;  // of the learner's usual time
  double tires_from_ = 0;   // share of the session
  double tires_by_ = 0;     // logits at its end
  double tired_slower_ = 1;
  double tired_erratic_ = 1;
  double stuck_right_ = 0;
  std::vector<double> difficulty_;
  std::vector<double> length_;
  std::vector<double> ability_;
  std::uint64_t epoch_ = 0;
  std::uint64_t sequence_ = 0;
  std::int64_t elapsed_ms_ = 0;
  double since_feedback_ = 0;
  std::uint8_t hints_ = 0;
  std::uint64_t bout_ = 0;
  std::size_t block_ = 0;
  std::size_t stuck_ = 0;
  double frustrated_from_ = 1;
};

}  // namespace

std::string_view name_of(Pupil pupil) {
  switch (pupil) {
    case Pupil::SlowCareful:
      return "slow and careful";
    case Pupil::FastFluent:
      return "fast and fluent";
    case Pupil::Typical:
      return "typical";
    case Pupil::Struggler:
      return "struggler";
    case Pupil::Mixed:
      return "mixed";
    case Pupil::RapidGuesser:
      return "rapid guesser";
    case Pupil::HintGamer:
      return "hint gamer";
    case Pupil::Idler:
      return "idler";
    case Pupil::Tiring:
      return "tiring";
    case Pupil::Spinner:
      return "spinner";
    case Pupil::Frustrated:
      return "frustrated";
    case Pupil::Persister:
      return "persister";
    case Pupil::Bored:
      return "bored";
  }
  return "";
}

MixedLearner mixed_learner(Pupil pupil, int sessions, std::uint64_t seed) { return School(pupil, seed).make(sessions); }

}  // namespace hornbook::test
