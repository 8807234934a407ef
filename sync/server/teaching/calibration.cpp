#include "sync/server/teaching/calibration.hpp"

#include <unordered_map>
#include <unordered_set>

#include "runtime/engage/task.hpp"
#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/teaching/answer_in_play.hpp"

namespace hornbook::server {
namespace {

// Numbers for keys, from 0 in the order in which they are met.
class Numbers {
 public:
  // True when the key is new.
  bool number_of(std::uint64_t key, std::uint32_t& number) {
    const auto [place, is_new] = numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size()));
    number = place->second;
    return is_new;
  }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

class AttemptReader {
 public:
  explicit AttemptReader(const interpret::CurriculumSet& curricula) : curricula_(curricula) {}

  void begin_learner() {
    attempts_.log.begin_learner();
    timed_.clear();
    state_ = {};
  }
  void take(const measure::EventRecord& record) {
    if (const auto answer = answer_in(record, state_, curricula_); answer && is_evidence(*answer)) add(*answer);
    interpret::fold(state_, record, curricula_, rules_);
  }
  [[nodiscard]] interpret::SchoolAttempts attempts() { return std::move(attempts_); }

 private:
  [[nodiscard]] static bool is_evidence(const AnswerInPlay& answer) {
    const measure::Response& response = *answer.response;
    return answer.item != nullptr && answer.step == 0 && !answer.skills.empty() && response.attempt == 1 &&
           engage::is_evidence(response.answer.kind);
  }

  void add(const AnswerInPlay& answer) {
    std::uint32_t item = 0;
    if (items_.number_of(answer.item->key, item)) {
      attempts_.items.push_back({answer.item->key, answer.item->difficulty_milli});
      attempts_.times.push_back({answer.item->typical_ms, {}});
    }
    std::vector<std::uint32_t> skills;
    for (const std::uint16_t index : answer.skills) {
      const SkillKey key = answer.curriculum->skills[index].key;
      if (skills_.number_of(key, skills.emplace_back())) attempts_.skills.push_back(key);
    }
    const double seconds = answer.at_ms == 0 ? interpret::no_time : static_cast<double>(answer.at_ms) / 1000;
    const bool is_right = answer.response->correct && answer.response->hints_used == 0;
    attempts_.log.add(item, skills, seconds, is_right);
    const std::uint32_t ms = answer.response->response_ms;
    if (is_right && ms > 0 && timed_.insert(item).second) attempts_.times[item].times_ms.push_back(ms);
  }

  const interpret::CurriculumSet& curricula_;
  const interpret::Parameters rules_ = interpret::default_parameters();
  interpret::LearnerState state_;
  interpret::SchoolAttempts attempts_;
  Numbers items_;
  Numbers skills_;
  std::unordered_set<std::uint32_t> timed_;  // items that the learner was once right at, with a time
};

}  // namespace

Result<interpret::Parameters> current_parameters(School& school) {
  const interpret::Parameters shipped = interpret::default_parameters();
  TRY_ASSIGN(Statement row, school.database().query("SELECT parameters FROM calibrated ORDER BY number DESC LIMIT 1"));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return shipped;
  TRY_ASSIGN(interpret::Parameters calibrated, interpret::decode_parameters(row.blob(0)));
  return calibrated.version == shipped.version ? std::move(calibrated) : shipped;
}

Result<std::optional<interpret::Parameters>> find_parameters(School& school, const Hash& name) {
  for (interpret::Parameters& shipped : interpret::shipped_parameters())
    if (interpret::hash_of(shipped) == name) return std::optional(std::move(shipped));
  TRY_ASSIGN(Statement row, school.database().query("SELECT parameters FROM calibrated WHERE name = ?1 UNION ALL "
                                                    "SELECT parameters FROM given_parameters WHERE name = ?1",
                                                    name));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return std::optional<interpret::Parameters>{};
  TRY_ASSIGN(interpret::Parameters parameters, interpret::decode_parameters(row.blob(0)));
  return std::optional(std::move(parameters));
}

Result<interpret::SchoolAttempts> read_attempts(School& school, const Library& library) {
  TRY_ASSIGN(const std::vector<std::int64_t> learners, learners_with_events(school));
  AttemptReader reader(library.curricula());
  for (const std::int64_t number : learners) {
    TRY_ASSIGN(const SecretKey data_key, load_data_key(school, number));
    reader.begin_learner();
    TRY_DONE(for_each_event(school, number, data_key, 0, [&](std::int64_t, const measure::EventRecord& record) -> Done {
      reader.take(record);
      return {};
    }));
  }
  return reader.attempts();
}

CalibrationReport report_of(const interpret::SchoolAttempts& attempts,
                            const std::optional<interpret::Parameters>& calibrated) {
  CalibrationReport report;
  report.learners = attempts.log.learners().size();
  report.answers = attempts.log.size();
  report.items = attempts.items.size();
  if (!calibrated) return report;
  report.items_told = calibrated->calibration.items.size();
  report.items_timed = calibrated->times.items.size();
  return report;
}

Result<bool> adopt(School& school, const interpret::Parameters& calibrated, UnixMs now_ms) {
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_ASSIGN(const interpret::Parameters current, current_parameters(school));
  if (current == calibrated) return false;
  TRY_DONE(school.database().run("INSERT OR REPLACE INTO calibrated (name, made_ms, parameters) VALUES (?, ?, ?)",
                                 interpret::hash_of(calibrated), now_ms, interpret::encode(calibrated)));
  TRY_DONE(school.database().run("DELETE FROM state"));
  TRY_DONE(transaction.commit());
  return true;
}

Result<CalibrationReport> calibrate(School& school, UnixMs now_ms) {
  Library library;
  TRY_DONE(library.refresh(school));
  TRY_ASSIGN(const interpret::SchoolAttempts attempts, read_attempts(school, library));
  const auto calibrated = interpret::calibrate(attempts, interpret::default_parameters());
  CalibrationReport report = report_of(attempts, calibrated);
  if (!calibrated) return report;
  TRY_ASSIGN(const bool is_new, adopt(school, *calibrated, now_ms));
  if (is_new) report.name = interpret::hash_of(*calibrated);
  return report;
}

Result<UnixMs> calibrated_at(School& school) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT made_ms FROM calibrated ORDER BY number DESC LIMIT 1"));
  TRY_ASSIGN(const bool found, row.step());
  return found ? row.integer(0) : UnixMs{0};
}

}  // namespace hornbook::server
