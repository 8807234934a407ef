#include "runtime/session/example.hpp"

#include <algorithm>

#include "runtime/adapt/worked_example.hpp"
#include "runtime/engage/task.hpp"

namespace hornbook::session {
namespace {

using adapt::Example;
using measure::ExampleAct;
using measure::ExampleKind;

// Seeds that are tried until the numbers are others than the learner's own.
constexpr std::uint32_t seeds_tried_max = 8;
constexpr std::uint32_t other_seed = 0x9e37'79b9;  // 2³² divided by the golden ratio: neighbours fall far apart

std::optional<Example> example_of(StepBuilder& step, const measure::Candidate& own, ExampleKind kind) {
  if (own.reason != measure::ReasonCode::WorkedExample) return std::nullopt;
  for (const adapt::PackInPlay& pack : step.context().packs) {
    if (pack.pack_index != own.pack_index) continue;
    const auto example = adapt::example_for(step.state().learner, *pack.curriculum, own.item_index);
    if (example && example->kind == kind) return example;
  }
  return std::nullopt;
}

Result<engage::ItemInstance> instantiate(StepBuilder& step, const measure::Candidate& candidate) {
  return step.context().instantiate(candidate.pack_index, candidate.item_index, candidate.seed,
                                    step.context().language);
}

std::string words_of_answer(const engage::Question& question) {
  return engage::words_of(question.task, engage::right_entry_of(question.task));
}

bool asks_the_same(const engage::ItemInstance& a, const engage::ItemInstance& b) {
  const engage::Question& first = a.steps.front().question;
  const engage::Question& second = b.steps.front().question;
  return a.prompt == b.prompt && first.prompt == second.prompt && words_of_answer(first) == words_of_answer(second);
}

// What the example asks is never what the learner is asked.
std::optional<engage::ItemInstance> sibling_instance(StepBuilder& step, const measure::Candidate& own,
                                                     const Example& example, measure::Candidate& shown) {
  const Result<engage::ItemInstance> asked = instantiate(step, own);
  if (!asked) return std::nullopt;
  shown = own;
  shown.item_index = example.item_index;
  for (std::uint32_t tried = 0; tried < (example.is_template ? seeds_tried_max : 1u); ++tried) {
    if (example.is_template) shown.seed += other_seed;
    Result<engage::ItemInstance> item = instantiate(step, shown);
    if (item && !item->media && item->steps.size() == 1 && !asks_the_same(*item, *asked)) return std::move(*item);
  }
  return std::nullopt;
}

// What the hints teach says how it is done; an explanation speaks to whoever has just found it.
std::string how_it_is_done(const engage::Question& question) {
  std::string words;
  const std::vector<engage::Hint>& hints = question.hints;
  for (std::size_t at = hints.size() > 1 ? 1 : 0; at < hints.size(); ++at)
    if (!hints[at].question) words += (words.empty() ? "" : " ") + hints[at].text;
  return words.empty() ? question.explanation : words;
}

void show_done(engage::Step& step) {
  step.worked = true;
  step.question.explanation = how_it_is_done(step.question);
}

measure::ExampleShown event_of(ExampleKind kind, ExampleAct act, std::uint8_t steps,
                               const measure::Candidate& example) {
  return {kind, act, steps, example.pack_index, example.item_index, example.seed};
}

}  // namespace

bool show_sibling(StepBuilder& step, const measure::Candidate& own) {
  const auto example = example_of(step, own, ExampleKind::Sibling);
  if (!example) return false;
  measure::Candidate shown;
  std::optional<engage::ItemInstance> item = sibling_instance(step, own, *example, shown);
  if (!item) return false;
  step.state().support.reset();
  step.state().message.reset();
  step.record(event_of(ExampleKind::Sibling, ExampleAct::Shown, 1, shown));
  show_done(item->steps.front());
  step.state().place = ReadingExample{engage::start_problem(std::move(*item), step.now()), own};
  return true;
}

measure::Candidate leave_example(StepBuilder& step) {
  const ReadingExample reading = std::get<ReadingExample>(step.state().place);
  const engage::ItemInstance& item = *reading.example.item;
  measure::Candidate shown = reading.own;
  shown.item_index = item.item_index;
  shown.seed = item.seed;
  step.record(event_of(ExampleKind::Sibling, ExampleAct::Read, 1, shown));
  return reading.own;
}

void show_first_steps(StepBuilder& step, const measure::Candidate& own, engage::ItemInstance& item) {
  const auto example = example_of(step, own, ExampleKind::OwnSteps);
  if (!example || item.media) return;
  std::vector<engage::Step*> asked;
  for (engage::Step& each : item.steps)
    if (!each.worked && each.way.empty()) asked.push_back(&each);
  const bool has_ways =
      std::any_of(item.steps.begin(), item.steps.end(), [](const engage::Step& each) { return !each.way.empty(); });
  const std::size_t left = has_ways ? 0 : 1;  // where paths part, they are left to do
  const std::size_t worked = std::min<std::size_t>(example->steps, asked.size() - std::min(left, asked.size()));
  if (worked == 0) return;
  for (std::size_t at = 0; at < worked; ++at) show_done(*asked[at]);
  step.record(event_of(ExampleKind::OwnSteps, ExampleAct::Shown, static_cast<std::uint8_t>(worked), own));
}

bool reads_first_steps(const SessionState& state, const engage::Problem& problem) {
  const bool is_shown = state.worked_on.reason == measure::ReasonCode::WorkedExample;
  return is_shown && problem.item->steps.size() > 1 && problem.item->steps[problem.at.step].worked;
}

void leave_first_steps(StepBuilder& step, const engage::Problem& problem) {
  const auto& steps = problem.item->steps;
  const auto worked = std::count_if(steps.begin(), steps.end(), [](const engage::Step& each) { return each.worked; });
  step.record(
      event_of(ExampleKind::OwnSteps, ExampleAct::Read, static_cast<std::uint8_t>(worked), step.state().worked_on));
}

}  // namespace hornbook::session
