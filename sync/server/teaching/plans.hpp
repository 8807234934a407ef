// What teachers lay down for learners: until when there is time, what the learner may decide, a goal, a check of where
// to start. Each is an event of the learner's record (school_writer.hpp). Every call is one transaction, for one
// learner or for all of the class as it is now.
#pragma once

#include <optional>

#include "runtime/interpret/learner_state.hpp"
#include "sync/server/school/accounts.hpp"
#include "sync/server/teaching/school_writer.hpp"

namespace hornbook::server {

// Of a class that the account sees.
struct Whom {
  std::int64_t class_number = 0;
  std::optional<LearnerId> learner;  // nothing: everybody
};

// NotFound when the account does not see the class, or the learner is not of it.
[[nodiscard]] Done set_plan(School& school, const Library& library, const Account& account, const Whom& whom,
                            const measure::PlanSet& plan);
// A target of 0 gives the goal up.
[[nodiscard]] Done set_goal(School& school, const Library& library, const Account& account, const Whom& whom,
                            measure::GoalSet goal);
// A check on every cluster of the pack, or none of it any longer. NotFound when the school has not got the pack, or it
// is too small to be checked.
[[nodiscard]] Done ask_check(School& school, const Library& library, const Account& account, const Whom& whom,
                             const Hash& pack, bool is_withdrawn);

}  // namespace hornbook::server
