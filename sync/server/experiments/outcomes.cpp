#include "sync/server/experiments/outcomes.hpp"

#include <algorithm>

#include "runtime/engage/task.hpp"
#include "runtime/interpret/prediction.hpp"
#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/teaching/answer_in_play.hpp"
#include "sync/server/teaching/calibration.hpp"

namespace hornbook::server {
namespace {

// One learner's events, lived again.
class LearnerReader {
 public:
  LearnerReader(const ExperimentId& experiment, const interpret::CurriculumSet& curricula,
                const interpret::Parameters& parameters)
      : experiment_(experiment), curricula_(curricula), parameters_(parameters) {}

  void take(const measure::EventRecord& record) {
    const bool was_assigned = arm().has_value();
    if (was_assigned) count(record);
    interpret::fold(state_, record, curricula_, parameters_);
    if (!was_assigned && arm()) mastered_before_ = count_mastered();
  }

  [[nodiscard]] std::optional<std::uint8_t> arm() const {
    const auto found = state_.experiments.arms.find(experiment_);
    return found == state_.experiments.arms.end() ? std::nullopt : std::optional(found->second);
  }

  void add_to(ArmOutcomes& outcomes) const {
    ++outcomes.learners;
    if (is_exposed_) ++outcomes.exposed;
    outcomes.items.push_back(answers_);
    if (shared_answers_ > 0) outcomes.right.push_back(right_ / shared_answers_);
    outcomes.mastered.push_back(count_mastered() - mastered_before_);
  }

 private:
  void count(const measure::EventRecord& record) {
    if (const auto* exposed = std::get_if<measure::ExperimentExposed>(&record.event.body))
      is_exposed_ = is_exposed_ || exposed->experiment == experiment_;
    const auto answer = answer_in(record, state_, curricula_);
    if (!answer || answer->item == nullptr || answer->step != 0 || answer->skills.empty()) return;
    const measure::Response& response = *answer->response;
    if (response.attempt != 1 || !engage::is_evidence(response.answer.kind)) return;
    answers_ += 1;
    if (is_of_an_arm(*answer)) return;
    shared_answers_ += 1;
    if (response.correct && response.hints_used == 0) right_ += 1;
  }

  [[nodiscard]] bool is_of_an_arm(const AnswerInPlay& answer) const {
    const std::uint16_t experiment = answer.item->experiment;
    return experiment != 0 && answer.curriculum->experiments[experiment - 1u] == experiment_;
  }

  [[nodiscard]] double count_mastered() const {
    return static_cast<double>(std::count_if(state_.skills.begin(), state_.skills.end(), [this](const auto& entry) {
      return interpret::standing(&entry.second, parameters_) == interpret::SkillStanding::Mastered;
    }));
  }

  const ExperimentId& experiment_;
  const interpret::CurriculumSet& curricula_;
  const interpret::Parameters& parameters_;
  interpret::LearnerState state_;
  double answers_ = 0;
  double shared_answers_ = 0;  // to questions that both arms have
  double right_ = 0;
  double mastered_before_ = 0;
  bool is_exposed_ = false;
};

}  // namespace

Result<Outcomes> outcomes_of(School& school, const Library& library, const Term& term) {
  TRY_ASSIGN(const interpret::Parameters parameters, current_parameters(school));
  TRY_ASSIGN(const std::vector<std::int64_t> learners, learners_with_events(school));
  Outcomes outcomes;
  for (const std::int64_t number : learners) {
    TRY_ASSIGN(const SecretKey data_key, load_data_key(school, number));
    LearnerReader reader(term.experiment, library.curricula(), parameters);
    TRY_DONE(for_each_event(school, number, data_key, 0, [&](std::int64_t, const measure::EventRecord& record) -> Done {
      reader.take(record);
      return {};
    }));
    const std::optional<std::uint8_t> arm = reader.arm();
    if (!arm) continue;
    TRY_ASSIGN(const bool is_in, takes_part(school, term, number));
    if (is_in)
      reader.add_to(outcomes.arms[*arm]);
    else
      ++outcomes.withdrawn;
  }
  return outcomes;
}

}  // namespace hornbook::server
