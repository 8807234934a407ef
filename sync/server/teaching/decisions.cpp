#include "sync/server/teaching/decisions.hpp"

#include "runtime/session/replay.hpp"
#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/teaching/states.hpp"

namespace hornbook::server {
namespace {

std::optional<interpret::Parameters> known_parameters(std::uint32_t, const Hash& name) {
  const interpret::Parameters parameters = interpret::default_parameters();
  if (interpret::hash_of(parameters) != name) return std::nullopt;
  return parameters;
}

}  // namespace

Result<DecisionCount> check_new_decisions(School& school, const Library& library, std::int64_t learner_number,
                                          std::int64_t last_known) {
  TRY_ASSIGN(const Learner learner, load_learner(school, learner_number));
  std::vector<measure::EventRecord> committed;
  std::size_t first_new = 0;
  TRY_DONE(for_each_event(school, learner_number, learner.data_key, 0,
                          [&](std::int64_t commit_number, const measure::EventRecord& record) -> Done {
                            if (commit_number <= last_known) ++first_new;
                            committed.push_back(record);
                            return {};
                          }));
  Done lookup;
  const auto find_base = [&](const measure::BaseName& name) -> std::optional<interpret::LearnerState> {
    auto base = find_issued_base(school, learner, name.state_hash);
    if (!base) lookup = tl::unexpected(std::move(base).error());
    return base && *base ? std::optional((*base)->state) : std::nullopt;
  };
  const auto replayed = session::replay(committed, {library.curricula(), known_parameters, find_base}, first_new);
  TRY_DONE(lookup);
  DecisionCount count;
  count.decisions = replayed.size();
  for (const session::ReplayedDecision& decision : replayed)
    count.unmatched += decision.outcome == session::ReplayOutcome::Same ? 0u : 1u;
  return count;
}

}  // namespace hornbook::server
