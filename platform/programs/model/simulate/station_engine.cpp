#include "platform/programs/model/simulate/station_engine.hpp"

#include <algorithm>

namespace hornbook::simulate {
namespace {

// The choices of every item, by their source index: the right one, one that shows nothing, one for each bug.
constexpr std::uint8_t right_choice = 0;
constexpr std::uint8_t plain_choice = 1;
constexpr std::uint8_t first_bug_choice = 2;

constexpr std::int64_t ms_a_question = 20'000;
constexpr std::int64_t ms_an_hour = 60LL * 60 * 1000;

engage::Choice choice(std::uint8_t source_index, std::optional<std::uint16_t> bug) {
  return {source_index, std::to_string(source_index), {}, source_index == right_choice, {bug, ""}};
}

engage::ItemInstance instance_of(std::uint32_t item_index, std::size_t main_skill, std::uint32_t seed) {
  engage::MultipleChoice task;
  task.choices = {choice(right_choice, std::nullopt), choice(plain_choice, std::nullopt)};
  for (std::size_t bug = 0; bug < bugs_per_skill; ++bug)
    task.choices.push_back(choice(static_cast<std::uint8_t>(first_bug_choice + bug), bug_tag(main_skill, bug)));
  engage::Question question;
  question.task = std::move(task);
  question.hints.resize(hints_an_item);
  for (engage::Hint& hint : question.hints) hint.text = "hint";
  engage::ItemInstance item = engage::item_asking(std::move(question));
  item.item_index = item_index;
  item.seed = seed;
  item.language = "en";
  return item;
}

std::uint8_t choice_of(const Act& act) {
  if (act.right) return right_choice;
  return act.bug ? static_cast<std::uint8_t>(first_bug_choice + *act.bug % bugs_per_skill) : plain_choice;
}

}  // namespace

StationEngine::StationEngine(const Course& course, const SkillList& skills, std::uint64_t seed, WhenEnough when_enough)
    : curriculum_(curriculum_of(course, skills)), when_enough_(when_enough) {
  for (const std::size_t skill : skills)
    items_.insert(items_.end(), course.items_of_skill[skill].begin(), course.items_of_skill[skill].end());
  context_.device.bytes.fill(1);
  context_.learner_index = 1;
  SeededRandom random = stream_of(seed, {7});
  for (std::uint8_t& byte : context_.learner.bytes) byte = static_cast<std::uint8_t>(random.below(256));
  context_.language = "en";
  context_.packs = {{0, curriculum_.get()}};
  context_.bindings = {{0, curriculum_->pack_hash}};
  context_.curricula = {{curriculum_->pack_hash, curriculum_}};
  context_.parameters = interpret::default_parameters();
  context_.instantiate = [curriculum = curriculum_, skills](std::uint16_t, std::uint32_t item_index,
                                                            std::uint32_t item_seed,
                                                            std::string_view) -> Result<engage::ItemInstance> {
    return instance_of(item_index, skills[curriculum->items[item_index].skills.front()], item_seed);
  };
}

void StationEngine::begin_session(UnixMs now) {
  context_.epoch = ++sessions_;
  context_.epoch_started_monotonic = now;
  session::SessionOpening opening;
  opening.context = std::make_shared<session::SessionContext>(context_);
  opening.base.state = std::move(state_.learner);  // as if the server had folded all so far
  if (!events_.empty())
    interpret::include(opening.base.contains, context_.device, events_.back().epoch, events_.back().event.sequence);
  opening.session_number = sessions_;
  opening.time = {now, 1000};
  // It only fails when there is no item; a course has some.
  if (Result<session::SessionStep> step = session::begin(std::move(opening), now)) keep(std::move(*step));
}

void StationEngine::end_session(UnixMs now) { intend(session::Leave{}, now); }

std::optional<std::size_t> StationEngine::choose(UnixMs now) {
  if (std::holds_alternative<session::Working>(state_.place)) intend(session::GoOn{}, now);
  pass_on(now);
  const bool is_enough = adapt::is_enough_for_today(state_.decision);
  if (is_enough && when_enough_ == WhenEnough::Leaves) return std::nullopt;
  const std::uint8_t option = is_enough ? 1 : 0;
  if (std::holds_alternative<session::AtHome>(state_.place)) intend(session::ChooseOption{option}, now);
  pass_on(now);
  const auto* working = std::get_if<session::Working>(&state_.place);
  if (working == nullptr) return std::nullopt;
  return items_[working->problem.item->item_index];
}

// A rest is left, an example is read.
void StationEngine::pass_on(UnixMs now) {
  const auto waits = [this] {
    return std::holds_alternative<session::Resting>(state_.place) ||
           std::holds_alternative<session::ReadingExample>(state_.place);
  };
  while (waits()) intend(session::GoOn{}, now);
}

void StationEngine::record(std::size_t, const Performance& performance, UnixMs now) {
  for (const Act& act : performance.acts) {
    now += act.after_ms;
    if (act.is_hint) {
      intend(session::Act{engage::AskHint{}}, now);
    } else {
      intend(session::Act{engage::Choose{choice_of(act)}}, now);
      intend(session::Act{engage::Submit{}}, now);
    }
  }
}

std::size_t StationEngine::find_start(UnixMs now, const IsRight& is_right) {
  std::size_t questions = 0;
  begin_session(now);
  while (const auto offer = session::check_offered(state_)) {
    intend(session::StartCheck{offer->pack_index}, now);
    for (; state_.check; ++questions) {
      now += ms_a_question;
      const std::size_t item = items_[std::get<session::Working>(state_.place).problem.item->item_index];
      intend(session::Act{engage::Choose{is_right(item) ? right_choice : plain_choice}}, now);
      intend(session::Act{engage::Submit{}}, now);
    }
    end_session(now);
    now += ms_an_hour;
    begin_session(now);
  }
  end_session(now);
  return questions;
}

bool StationEngine::is_done(std::size_t skill) const {
  const auto found = state_.learner.skills.find(skill_key(skill));
  if (found == state_.learner.skills.end()) return false;
  return interpret::standing(&found->second, context_.parameters) == interpret::SkillStanding::Mastered;
}

void StationEngine::intend(const session::SessionIntent& intent, UnixMs now) {
  keep(session::update(std::move(state_), intent, now));
}

void StationEngine::keep(session::SessionStep step) {
  for (session::SessionEffect& effect : step.effects)
    events_.push_back({context_.device, context_.epoch, std::move(effect.event)});
  state_ = std::move(step.state);
}

}  // namespace hornbook::simulate
