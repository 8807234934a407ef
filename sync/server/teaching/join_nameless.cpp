#include "sync/server/teaching/join_nameless.hpp"

#include <algorithm>

#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/teaching/states.hpp"

namespace hornbook::server {
namespace {

struct Both {
  Learner nameless;
  Learner learner;
};

Result<Both> find_both(School& school, const Account& account, std::int64_t class_number, const Joining& joining) {
  const auto not_here = [] { return fail(ErrorCode::NotFound, "nameless", "the class has no such work or learner"); };
  TRY_ASSIGN(const std::vector<SchoolClass> classes, classes_of_account(school, account));
  const bool is_seen =
      std::any_of(classes.begin(), classes.end(), [&](const SchoolClass& one) { return one.number == class_number; });
  if (!is_seen) return not_here();
  TRY_ASSIGN(const std::vector<NamelessLearner> all, nameless_of_class(school, class_number));
  const auto nameless =
      std::find_if(all.begin(), all.end(), [&](const NamelessLearner& one) { return one.id == joining.nameless; });
  TRY_ASSIGN(std::vector<Learner> learners, learners_of_class(school, class_number));
  const auto learner =
      std::find_if(learners.begin(), learners.end(), [&](const Learner& one) { return one.id == joining.learner; });
  if (nameless == all.end() || learner == learners.end()) return not_here();
  TRY_ASSIGN(Learner found, load_learner(school, nameless->number));
  return Both{std::move(found), std::move(*learner)};
}

}  // namespace

Done join_nameless(School& school, const Library& library, const Account& account, std::int64_t class_number,
                   const Joining& joining) {
  TRY_ASSIGN(const Both both, find_both(school, account, class_number, joining));
  TRY_ASSIGN(const JoinedSessions joined, joined_sessions(school, both.learner.number));
  if (joined.size() >= joined_sessions_max)
    return fail(ErrorCode::BadInput, "nameless", "this learner's record has been added to too often this way");
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_DONE(move_events(school, both.nameless, both.learner));
  Database& database = school.database();
  TRY_DONE(database.run("UPDATE nameless SET joined = ? WHERE learner = ?", both.learner.number, both.nameless.number));
  TRY_DONE(database.run("DELETE FROM state WHERE learner = ?", both.nameless.number));
  TRY_DONE(update_state(school, library, both.learner.number));
  return transaction.commit();
}

}  // namespace hornbook::server
