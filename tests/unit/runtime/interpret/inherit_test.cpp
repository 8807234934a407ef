#include "runtime/interpret/inherit.hpp"

#include <gtest/gtest.h>

#include "tests/unit/runtime/interpret/event_log.hpp"

namespace hornbook::interpret {
namespace {

constexpr UnixMs monday = 1'790'000'000'000;
constexpr SkillKey halves = 100, thirds = 101;  // of the sample course
constexpr ItemKey first_item = 1000;

// The sample course's next version, in which its first skill and item go by other ids.
std::shared_ptr<Curriculum> next_version(FormerKeys of_skill, FormerKeys of_item) {
  auto curriculum = std::make_shared<Curriculum>(*test::sample_curriculum());
  curriculum->pack_hash.bytes.fill(0x5b);
  curriculum->skills[0].key = 900;
  curriculum->skills[0].former = std::move(of_skill);
  curriculum->items[0].key = 9000;
  curriculum->items[0].former = std::move(of_item);
  return curriculum;
}

LearnerState practised() {
  test::EventLog log;
  log.start(monday);
  for (int i = 0; i < 6; ++i) log.practise(0, true);
  for (int i = 0; i < 3; ++i) log.practise(test::items_per_skill, i != 1);
  log.end();
  return log.folded();
}

LearnerState after_update(LearnerState state, const Curriculum& curriculum) {
  inherit(state, curriculum);
  return state;
}

TEST(Inherit, RenamedSkillAndItem_KeepTheirProgress) {
  const LearnerState before = practised();
  const LearnerState after = after_update(before, *next_version({{halves}, {}}, {{first_item}, {}}));
  EXPECT_EQ(after.skills.at(900), before.skills.at(halves));
  EXPECT_EQ(after.items.at(9000), before.items.at(first_item));
}

TEST(Inherit, NamesOfSeveralVersions_TheLatestThatTheLearnerHasCounts) {
  const LearnerState before = practised();
  const LearnerState after = after_update(before, *next_version({{777, thirds, halves}, {}}, {}));
  EXPECT_EQ(after.skills.at(900), before.skills.at(thirds));
}

TEST(Inherit, MergedSkills_AreKnownAsWellAsTheWeakest) {
  const LearnerState before = practised();
  const SkillState& a = before.skills.at(halves);
  const SkillState& b = before.skills.at(thirds);
  ASSERT_LT(b.known, a.known);
  const SkillState whole = after_update(before, *next_version({{}, {halves, thirds}}, {})).skills.at(900);
  EXPECT_EQ(whole.known, b.known);
  EXPECT_EQ(whole.opportunities, a.opportunities + b.opportunities);
  EXPECT_EQ(whole.unaided_in_row, b.unaided_in_row);
  EXPECT_EQ(whole.first_seen_ms, a.first_seen_ms);
  EXPECT_EQ(whole.last_seen_ms, b.last_seen_ms);
}

TEST(Inherit, NothingBefore_GivesNothing) {
  const LearnerState before = practised();
  EXPECT_EQ(after_update(before, *next_version({{777}, {778, 779}}, {{42}, {}})), before);
}

TEST(Inherit, ProgressUnderTheNewId_IsNotOverwritten) {
  const auto curriculum = next_version({{halves}, {}}, {{first_item}, {}});
  LearnerState state = after_update(practised(), *curriculum);
  state.skills.at(900).opportunities = 77;
  EXPECT_EQ(after_update(state, *curriculum), state);
}

TEST(Inherit, FirstSessionWithTheNewVersion_TakesTheProgressOver) {
  test::EventLog log;
  LearnerState state = practised();
  const auto curriculum = next_version({{halves}, {}}, {{first_item}, {}});
  const CurriculumSet curricula{{curriculum->pack_hash, curriculum}};
  measure::SessionStart start;
  start.packs = {{0, curriculum->pack_hash}};
  start.time = {monday + 86'400'000, 1000};
  log.add(start);
  fold(state, log.records().front(), curricula, default_parameters());
  EXPECT_EQ(state.skills.at(900), state.skills.at(halves));
}

}  // namespace
}  // namespace hornbook::interpret
