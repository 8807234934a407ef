// A teacher says whose the work of a learner without a name is.
#pragma once

#include "sync/server/school/accounts.hpp"
#include "sync/server/school/nameless.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

struct Joining {
  LearnerId nameless;
  LearnerId learner;
};

// Appends the nameless learner's events to the learner's record, sealed under that learner's key, and folds it. What
// comes later of the same session goes there, too. NotFound when the account does not see the class, when the nameless
// learner worked at none of its devices or has joined a record already, or when the learner is not in it; BadInput when
// the record has joined_sessions_max of them.
[[nodiscard]] Done join_nameless(School& school, const Library& library, const Account& account,
                                 std::int64_t class_number, const Joining& joining);

}  // namespace hornbook::server
