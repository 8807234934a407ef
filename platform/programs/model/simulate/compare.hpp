// The same learners under several policies.
//
// A skill is *declared* when the policy first counts it as mastered; the declaration is *false* when the learner's
// family says that it is not known at that moment. A skill is *settled* once it counts as mastered and is truly known
// at the same time. A pass ends when the policy counts every skill as mastered.
//
// Two measures of what mastery costs, because false declarations have no price of their own:
// - *Items a true mastery*: items of the first pass for each skill that was declared truly in it. Nobody tells a policy
//   what it got wrong. One that leaves the hard skills falsely declared looks cheap: read it with the false share.
// - *Items to all*: until every skill is settled. Who has skills left at the end of a pass is sent back; the policy
//   begins anew with those and no memory of the learner, since its memory was wrong. One that declares too early is
//   told for nothing what is missing, and looks cheap as well: read it with the false share, too.
// With few false declarations both say the same. Who does not come to the end within the limit counts with the limit.
// What is forgotten after it was settled shows in `later_success`.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "platform/programs/model/simulate/family.hpp"

namespace hornbook::simulate {

enum class PolicyKind : std::uint8_t { FixedOrder, RandomUntilKnown, Hornbook, Informed };
inline constexpr std::array all_policies{PolicyKind::FixedOrder, PolicyKind::RandomUntilKnown, PolicyKind::Hornbook,
                                         PolicyKind::Informed};
[[nodiscard]] std::string_view name_of(PolicyKind kind);

struct LearnerOutcome {
  std::size_t skills = 0;
  std::size_t items = 0;             // until all skills are settled, or the limit
  bool finished = false;             // came there
  std::size_t first_pass_items = 0;  // until everything was declared, or the limit
  std::size_t declared = 0;          // skills, in the first pass
  std::size_t falsely_declared = 0;  // of them
  double later_success = 0;          // P(right) on the course's items, four weeks after the last item
  std::size_t days = 0;              // from the first to the last session of the first pass, weekends included
};

struct Trial {
  CourseShape course{};
  std::size_t items_a_skill_max = 80;  // the limit, on average
};

// Of `learners` learners, each with a course of their own, drawn from the family's ranges; behaviours as in a class.
// With the same seed the same learners meet every policy.
[[nodiscard]] std::vector<LearnerOutcome> try_policy(FamilyKind family, PolicyKind policy, const Trial& trial,
                                                     std::size_t learners, std::uint64_t seed);

}  // namespace hornbook::simulate
