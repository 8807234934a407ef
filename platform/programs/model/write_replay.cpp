#include <nlohmann/json.hpp>
#include <ostream>

#include "platform/programs/model/replay_file.hpp"
#include "runtime/session/replay.hpp"

namespace hornbook::platform {
namespace {

using Json = nlohmann::ordered_json;
using session::ReplayOutcome;

const char* name_of(ReplayOutcome outcome) {
  switch (outcome) {
    case ReplayOutcome::Same:
      return "same";
    case ReplayOutcome::Different:
      return "different";
    case ReplayOutcome::BaseDiffers:
      return "base differs";
    case ReplayOutcome::NoSessionStart:
      return "no session start";
    case ReplayOutcome::UnknownParameters:
      return "unknown parameters";
    case ReplayOutcome::UnknownPack:
      return "unknown pack";
  }
  return "";
}

Json to_json(const measure::Candidate& candidate) {
  return {{"pack_index", candidate.pack_index},
          {"item_index", candidate.item_index},
          {"seed", candidate.seed},
          {"reason", static_cast<int>(candidate.reason)},
          {"skill_index", candidate.skill_index},
          {"success_permille", candidate.success_permille}};
}

Json to_json(const measure::Decision& decision) {
  Json alternatives = Json::array();
  for (const measure::Candidate& candidate : decision.alternatives) alternatives.push_back(to_json(candidate));
  return {{"number", decision.number},
          {"chosen", to_json(decision.chosen)},
          {"alternatives", std::move(alternatives)},
          {"opportunities", decision.opportunities},
          {"mastery_permille", decision.mastery_permille},
          {"model_version", decision.model_version}};
}

void write_decision(const LearnerId& learner, const session::ReplayedDecision& decision, std::ostream& lines) {
  Json line{{"learner", to_hex(learner.view())},
            {"device", to_hex(decision.device.view())},
            {"epoch", decision.epoch},
            {"sequence", decision.sequence},
            {"outcome", name_of(decision.outcome)},
            {"recorded", to_json(decision.recorded)}};
  if (decision.replayed && decision.outcome != ReplayOutcome::Same) line["replayed"] = to_json(*decision.replayed);
  lines << line.dump() << '\n';
}

interpret::Parameters last_parameters(const ReplayFile& file, const std::vector<measure::EventRecord>& events) {
  interpret::Parameters parameters = interpret::default_parameters();
  for (const measure::EventRecord& record : events) {
    const auto* start = std::get_if<measure::SessionStart>(&record.event.body);
    if (start == nullptr) continue;
    const auto found = file.parameters.find(start->parameter_hash);
    if (found != file.parameters.end()) parameters = found->second;
  }
  return parameters;
}

void write_detector(const LearnerId& learner, const measure::EventRecord& record, interpret::detect::Detector detector,
                    const interpret::detect::Alarm& alarm, std::ostream& lines) {
  lines << Json{{"learner", to_hex(learner.view())},
                {"device", to_hex(record.device.view())},
                {"epoch", record.epoch},
                {"sequence", record.event.sequence},
                {"detector", interpret::detect::name_of(detector)},
                {"strength", alarm.strength_permille},
                {"first", alarm.first_sequence},
                {"last", alarm.last_sequence}}
               .dump()
        << '\n';
}

// What was concluded of one answer or pause, for those who judge the detectors by what they planted.
void write_answer(const LearnerId& learner, const measure::EventRecord& record,
                  const interpret::detect::Detectors& state, std::ostream& lines) {
  lines << Json{{"learner", to_hex(learner.view())},
                {"device", to_hex(record.device.view())},
                {"epoch", record.epoch},
                {"sequence", record.event.sequence},
                {"item", state.work.first_sequence},
                {"guessed", state.rapid_guessing.guessed},
                {"gamed", state.hint_gaming.gamed},
                {"paused", state.idle.item_paused}}
               .dump()
        << '\n';
}

// The state after all events, under the parameters that the last session named; on the way, each time that a detector
// fires or clears, and what each answer looked like.
interpret::LearnerState fold_and_write(const ReplayFile& file, const LearnerId& learner,
                                       const std::vector<measure::EventRecord>& events, std::ostream& lines) {
  const interpret::Parameters parameters = last_parameters(file, events);
  interpret::LearnerState state;
  for (const measure::EventRecord& record : events) {
    const interpret::detect::Detectors before = state.detectors;
    interpret::fold(state, record, file.curricula, parameters);
    for (const interpret::detect::Detector detector : interpret::detect::all_detectors) {
      const interpret::detect::Alarm alarm = interpret::detect::alarm_of(state.detectors, detector);
      if (alarm.is_on() != interpret::detect::alarm_of(before, detector).is_on())
        write_detector(learner, record, detector, alarm, lines);
    }
    const auto& body = record.event.body;
    const bool is_answer =
        std::holds_alternative<measure::Response>(body) || std::holds_alternative<measure::StepAnswered>(body);
    if (is_answer && state.detectors.epoch != 0) write_answer(learner, record, state.detectors, lines);
  }
  return state;
}

}  // namespace

ReplayTotals write_replay(const ReplayFile& file, std::ostream& lines) {
  const auto find_parameters = [&file](std::uint32_t, const Hash& hash) -> std::optional<interpret::Parameters> {
    const auto found = file.parameters.find(hash);
    if (found == file.parameters.end()) return std::nullopt;
    return found->second;
  };
  ReplayTotals totals;
  for (const auto& [learner, events] : file.events) {
    const std::uint64_t same_before = totals.same;
    const auto decisions = session::replay(events, {file.curricula, find_parameters, {}});
    for (const session::ReplayedDecision& decision : decisions) {
      totals.same += decision.outcome == ReplayOutcome::Same ? 1u : 0u;
      write_decision(learner, decision, lines);
    }
    totals.decisions += decisions.size();
    const interpret::LearnerState state = fold_and_write(file, learner, events, lines);
    const Json line{{"learner", to_hex(learner.view())},
                    {"events", events.size()},
                    {"decisions", decisions.size()},
                    {"same", totals.same - same_before},
                    {"state", to_hex(interpret::hash_of(state).view())}};
    lines << line.dump() << '\n';
  }
  return totals;
}

}  // namespace hornbook::platform
