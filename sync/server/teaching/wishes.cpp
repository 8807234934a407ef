#include "sync/server/teaching/wishes.hpp"

#include <algorithm>
#include <map>

#include "runtime/adapt/explain.hpp"
#include "runtime/core/limits.hpp"
#include "sync/server/experiments/arm_names.hpp"
#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/teaching/session_read.hpp"

namespace hornbook::server {
namespace {

class Reader {
 public:
  Reader(const Learner& learner, const Library& library, const DeclaredById& experiments, std::string_view language,
         std::vector<Wish>& wishes)
      : learner_(learner), library_(library), experiments_(experiments), language_(language), wishes_(wishes) {}

  void read(const measure::EventRecord& record) {
    Session& session = sessions_[record.device];
    server::read(session.read, record.event);
    if (std::holds_alternative<measure::SessionStart>(record.event.body)) forget_decisions(session);
    if (const auto* decision = std::get_if<measure::Decision>(&record.event.body))
      session.decisions[decision->number] = *decision;
    if (const auto* exposed = std::get_if<measure::ExperimentExposed>(&record.event.body))
      session.exposures[exposed->decision_number].push_back(*exposed);
    const auto* made = std::get_if<measure::OverrideMade>(&record.event.body);
    if (made == nullptr) return;
    wishes_.push_back({learner_.profile.display_name, made->by, made->reason,
                       sentence_for(session, made->decision_number), time_in(session.read, record.event)});
  }

 private:
  struct Session {
    SessionRead read;
    std::map<std::uint32_t, measure::Decision> decisions;
    std::map<std::uint32_t, std::vector<measure::ExperimentExposed>> exposures;  // by the decision's number
  };

  static void forget_decisions(Session& session) {
    session.decisions.clear();
    session.exposures.clear();
  }

  [[nodiscard]] std::vector<adapt::ShapedBy> experiments_of(const Session& session, std::uint32_t number) const {
    std::vector<adapt::ShapedBy> shaped;
    const auto exposures = session.exposures.find(number);
    if (exposures == session.exposures.end()) return shaped;
    for (const measure::ExperimentExposed& exposed : exposures->second)
      if (auto named = shaped_by(experiments_, exposed, language_)) shaped.push_back(std::move(*named));
    return shaped;
  }

  [[nodiscard]] std::string sentence_for(const Session& session, std::uint32_t number) const {
    const auto decision = session.decisions.find(number);
    if (decision == session.decisions.end()) return {};
    const measure::Candidate& chosen = decision->second.chosen;
    const pack::Pack* pack = pack_of(session.read, library_, chosen.pack_index);
    if (pack == nullptr || chosen.skill_index >= pack->skills().size()) return {};
    const std::string& language = pack::best_language(pack->languages(), language_);
    return adapt::reason_for_teacher(decision->second, pack->skills()[chosen.skill_index].title.at(language), language_,
                                     experiments_of(session, number));
  }

  const Learner& learner_;
  const Library& library_;
  const DeclaredById& experiments_;
  std::string_view language_;
  std::vector<Wish>& wishes_;
  std::map<DeviceId, Session> sessions_;
};

}  // namespace

Result<std::vector<Wish>> wishes_of_class(School& school, const Library& library, std::int64_t class_number,
                                          std::string_view language) {
  std::vector<Wish> wishes;
  TRY_ASSIGN(const std::vector<Learner> learners, learners_of_class(school, class_number));
  TRY_ASSIGN(const DeclaredById experiments, declared_by_id(school, library));
  for (const Learner& learner : learners) {
    Reader reader(learner, library, experiments, language, wishes);
    TRY_DONE(for_each_event(school, learner.number, learner.data_key, 0,
                            [&](std::int64_t, const measure::EventRecord& record) -> Done {
                              reader.read(record);
                              return {};
                            }));
  }
  std::reverse(wishes.begin(), wishes.end());
  std::stable_sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) { return a.at_ms > b.at_ms; });
  if (wishes.size() > limits::writings_shown_max) wishes.resize(limits::writings_shown_max);
  return wishes;
}

}  // namespace hornbook::server
