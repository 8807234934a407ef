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

// The state after all events, under the parameters that the last session named.
interpret::LearnerState final_state(const ReplayFile& file, const std::vector<measure::EventRecord>& events) {
  interpret::Parameters parameters = interpret::default_parameters();
  measure::BaseVector everything;
  for (const measure::EventRecord& record : events) {
    interpret::include(everything, record.device, record.epoch, record.event.sequence);
    const auto* start = std::get_if<measure::SessionStart>(&record.event.body);
    if (start == nullptr) continue;
    const auto found = file.parameters.find(start->parameter_hash);
    if (found != file.parameters.end()) parameters = found->second;
  }
  return session::fold_covered(events, everything, file.curricula, parameters);
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
    const Json line{{"learner", to_hex(learner.view())},
                    {"events", events.size()},
                    {"decisions", decisions.size()},
                    {"same", totals.same - same_before},
                    {"state", to_hex(interpret::hash_of(final_state(file, events)).view())}};
    lines << line.dump() << '\n';
  }
  return totals;
}

}  // namespace hornbook::platform
