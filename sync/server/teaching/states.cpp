#include "sync/server/teaching/states.hpp"

#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/teaching/calibration.hpp"

namespace hornbook::server {
namespace {

constexpr std::string_view base_place = "state.base";
constexpr std::string_view evidence_place = "state.evidence";
constexpr std::string_view issued_place = "issued_base.base";

Result<std::optional<FoldedLearner>> find_state(School& school, const Learner& learner) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT commit_number, base, evidence FROM state WHERE learner = ?",
                                                    learner.number));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return std::optional<FoldedLearner>{};
  FoldedLearner folded;
  folded.commit_number = row.integer(0);
  TRY_ASSIGN(const Bytes base, open_random(learner.data_key, as_bytes(base_place), row.blob(1)));
  TRY_ASSIGN(folded.base, interpret::decode_base(base));
  TRY_ASSIGN(const Bytes evidence, open_random(learner.data_key, as_bytes(evidence_place), row.blob(2)));
  TRY_ASSIGN(folded.evidence, decode_evidence(evidence));
  return std::optional<FoldedLearner>(std::move(folded));
}

Done save_state(School& school, const Learner& learner, const FoldedLearner& folded) {
  const Bytes base = interpret::encode(folded.base);
  const Bytes delivery = seal_random(learner.profile.capsule_key, learner.id.view(), base);
  return school.database().run(
      "INSERT OR REPLACE INTO state (learner, commit_number, base, evidence, delivery, delivery_hash) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      learner.number, folded.commit_number, seal_random(learner.data_key, as_bytes(base_place), base),
      seal_random(learner.data_key, as_bytes(evidence_place), encode(folded.evidence)), delivery, hash(delivery));
}

}  // namespace

Result<FoldedLearner> load_state(School& school, const Learner& learner) {
  TRY_ASSIGN(auto folded, find_state(school, learner));
  return folded ? std::move(*folded) : FoldedLearner{};
}

Done update_state(School& school, const Library& library, std::int64_t learner_number) {
  TRY_ASSIGN(const Learner learner, load_learner(school, learner_number));
  TRY_ASSIGN(FoldedLearner folded, load_state(school, learner));
  TRY_ASSIGN(const interpret::Parameters parameters, current_parameters(school));
  const auto use = [&](std::int64_t commit_number, const measure::EventRecord& record) -> Done {
    note(folded.evidence, record, folded.base.state, library.curricula());
    interpret::fold(folded.base.state, record, library.curricula(), parameters);
    interpret::include(folded.base.contains, record.device, record.epoch, record.event.sequence);
    folded.commit_number = commit_number;
    return {};
  };
  TRY_DONE(for_each_event(school, learner_number, learner.data_key, folded.commit_number, use));
  return save_state(school, learner, folded);
}

Done update_missing_states(School& school, const Library& library) {
  std::vector<std::int64_t> learners;
  {
    TRY_ASSIGN(Statement row, school.database().query("SELECT number FROM learner WHERE commits > 0 AND number NOT IN "
                                                      "(SELECT learner FROM state)"));
    while (true) {
      TRY_ASSIGN(const bool found, row.step());
      if (!found) break;
      learners.push_back(row.integer(0));
    }
  }
  for (const std::int64_t learner : learners) TRY_DONE(update_state(school, library, learner));
  return {};
}

Result<std::optional<SealedBase>> load_sealed_base(School& school, const Learner& learner) {
  TRY_ASSIGN(const auto folded, find_state(school, learner));
  if (!folded) return std::optional<SealedBase>{};
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT delivery, delivery_hash FROM state WHERE learner = ?", learner.number));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return std::optional<SealedBase>{};
  SealedBase result;
  result.sealed = row.blob(0);
  TRY_ASSIGN(result.sealed_hash, row.id<Hash>(1));
  return std::optional<SealedBase>(std::move(result));
}

Done remember_issued_base(School& school, const Learner& learner) {
  TRY_ASSIGN(const FoldedLearner folded, load_state(school, learner));
  return school.database().run("INSERT OR IGNORE INTO issued_base (learner, name, base) VALUES (?, ?, ?)",
                               learner.number, interpret::name_of(folded.base).state_hash,
                               seal_random(learner.data_key, as_bytes(issued_place), interpret::encode(folded.base)));
}

Result<std::optional<interpret::Base>> find_issued_base(School& school, const Learner& learner,
                                                        const Hash& state_hash) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT base FROM issued_base WHERE learner = ? AND name = ?",
                                                    learner.number, state_hash));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return std::optional<interpret::Base>{};
  TRY_ASSIGN(const Bytes plain, open_random(learner.data_key, as_bytes(issued_place), row.blob(0)));
  TRY_ASSIGN(interpret::Base base, interpret::decode_base(plain));
  return std::optional<interpret::Base>(std::move(base));
}

}  // namespace hornbook::server
