// What one answer costs the cycle: update the learner's state and choose what comes next, for a learner with a past; in
// the small course of the tests, and in one of 400 skills and 5,000 items that the learner has been through.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "runtime/measure/event_codec.hpp"
#include "tests/unit/runtime/session/one_learner.hpp"

namespace {

using namespace hornbook;
using Microseconds = std::chrono::duration<double, std::micro>;

constexpr std::size_t large_skills = 400;
constexpr std::size_t large_items = 5000;

double took_us(const std::chrono::steady_clock::time_point& from) {
  return Microseconds(std::chrono::steady_clock::now() - from).count();
}

void print_row(const char* what, std::vector<double> samples) {
  std::sort(samples.begin(), samples.end());
  const auto at = [&](std::size_t permille) { return samples[(samples.size() - 1) * permille / 1000]; };
  std::printf("  %-28s median %8.1f us   p99 %8.1f us   worst %8.1f us   (%zu)\n", what, at(500), at(990), at(1000),
              samples.size());
}

// Forty chains of ten skills; every tenth item practises a second skill, every third shows a misconception.
std::shared_ptr<const interpret::Curriculum> large_curriculum() {
  auto curriculum = std::make_shared<interpret::Curriculum>();
  curriculum->pack_hash.bytes.fill(0x6b);
  curriculum->misconceptions = {7};
  for (std::uint16_t skill = 0; skill < large_skills; ++skill) {
    const bool begins_a_chain = skill % 10 == 0;
    curriculum->skills.push_back({SkillKey{1000} + skill, {}});
    if (!begins_a_chain) curriculum->skills.back().prerequisites = {static_cast<std::uint16_t>(skill - 1)};
  }
  for (std::size_t item = 0; item < large_items; ++item) {
    const auto skill = static_cast<std::uint16_t>(item % large_skills);
    interpret::ItemNode node{ItemKey{10'000} + item, {skill}, static_cast<std::int32_t>(item % 7) * 300 - 900, true};
    if (item % 10 == 3) node.skills.push_back(static_cast<std::uint16_t>((skill + 10) % large_skills));
    if (item % 3 == 0) node.misconceptions = {0};
    curriculum->items.push_back(std::move(node));
  }
  return curriculum;
}

std::shared_ptr<session::SessionContext> large_context() {
  static const std::shared_ptr<const interpret::Curriculum> curriculum = large_curriculum();
  auto context = test::sample_context();
  context->packs = {{0, curriculum.get()}};
  context->bindings = {{0, curriculum->pack_hash}};
  context->curricula = {{curriculum->pack_hash, curriculum}};
  return context;
}

// Of the answers after the first `before`. Half an hour goes by from item to item, so that skills rest and come back.
void measure_cycle(const char* course, test::OneLearner learner, int before, int items) {
  learner.intend(session::ChooseOption{0});
  std::vector<double> answers;
  std::vector<double> choices;
  for (int item = 0; item < before + items; ++item) {
    learner.wait(30 * 60 * 1000);
    auto from = std::chrono::steady_clock::now();
    learner.answer(item % 5 != 0);
    if (item >= before) answers.push_back(took_us(from));
    while (!std::holds_alternative<engage::Finished>(learner.activity().phase)) learner.answer(true);
    from = std::chrono::steady_clock::now();
    learner.go_on();
    if (std::holds_alternative<session::AtHome>(learner.state().place)) learner.intend(session::ChooseOption{1});
    if (item >= before) choices.push_back(took_us(from));
  }
  const interpret::LearnerState& state = learner.state().learner;
  const std::size_t bytes = interpret::encode(state).size();
  std::printf("%s: %zu skills met, state of %zu bytes, %zu a skill\n", course, state.skills.size(), bytes,
              bytes / state.skills.size());
  print_row("answer: score, fold", std::move(answers));
  print_row("decide, present the next", std::move(choices));
}

}  // namespace

int main() {
  measure_cycle("6 skills, 24 items", test::OneLearner(), 0, 2000);
  measure_cycle("400 skills, 5,000 items", test::OneLearner(large_context()), 6000, 2000);
  return 0;
}
