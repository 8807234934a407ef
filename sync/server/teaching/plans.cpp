#include "sync/server/teaching/plans.hpp"

#include <algorithm>

#include "runtime/interpret/placement/clusters.hpp"
#include "sync/server/teaching/calibration.hpp"

namespace hornbook::server {
namespace {

Result<std::vector<std::int64_t>> learners_for(School& school, const Account& account, const Whom& whom) {
  TRY_ASSIGN(const std::vector<SchoolClass> classes, classes_of_account(school, account));
  const bool is_seen = std::any_of(classes.begin(), classes.end(),
                                   [&](const SchoolClass& one) { return one.number == whom.class_number; });
  if (!is_seen) return fail(ErrorCode::NotFound, "plan", "the school has no such class");
  TRY_ASSIGN(const std::vector<Learner> learners, learners_of_class(school, whom.class_number));
  std::vector<std::int64_t> numbers;
  for (const Learner& learner : learners)
    if (!whom.learner || *whom.learner == learner.id) numbers.push_back(learner.number);
  if (whom.learner && numbers.empty()) return fail(ErrorCode::NotFound, "plan", "the class has no such learner");
  return numbers;
}

Done write_for(School& school, const Library& library, const Account& account, const Whom& whom,
               const std::vector<measure::EventBody>& bodies) {
  TRY_ASSIGN(const std::vector<std::int64_t> learners, learners_for(school, account, whom));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  for (const std::int64_t learner : learners) TRY_DONE(write_as_school(school, library, learner, bodies));
  return transaction.commit();
}

}  // namespace

Done set_plan(School& school, const Library& library, const Account& account, const Whom& whom,
              const measure::PlanSet& plan) {
  return write_for(school, library, account, whom, {plan});
}

Done set_goal(School& school, const Library& library, const Account& account, const Whom& whom, measure::GoalSet goal) {
  goal.by = measure::DecidedBy::Teacher;
  return write_for(school, library, account, whom, {goal});
}

Done ask_check(School& school, const Library& library, const Account& account, const Whom& whom, const Hash& pack,
               bool is_withdrawn) {
  const auto curriculum = library.curricula().find(pack);
  if (curriculum == library.curricula().end()) return fail(ErrorCode::NotFound, "plan", "the school has no such pack");
  TRY_ASSIGN(const interpret::Parameters parameters, current_parameters(school));
  std::vector<measure::EventBody> bodies;
  for (const interpret::Cluster& cluster : interpret::clusters_of(*curriculum->second, parameters.calibration))
    bodies.emplace_back(measure::CheckAsked{cluster.name, is_withdrawn});
  if (bodies.empty()) return fail(ErrorCode::NotFound, "plan", "the pack has too few skills for a check");
  return write_for(school, library, account, whom, bodies);
}

}  // namespace hornbook::server
