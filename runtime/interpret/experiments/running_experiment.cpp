#include "runtime/interpret/experiments/running_experiment.hpp"

#include <algorithm>
#include <string>

#include "runtime/core/crypto.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::interpret {
namespace {

// Beside a full calibration (calibration.cpp), the running experiments still fit a setting.
constexpr std::size_t experiment_bytes_max = 64 + 8 * limits::experiment_learners_max;
static_assert((limits::pack_items_max + limits::pack_skills_max) * 13 +
                  limits::experiments_running_max * experiment_bytes_max <
              limits::setting_bytes_max - 200);

Error malformed(const char* sentence) { return Error{ErrorCode::BadInput, "experiments", sentence}; }

bool is_sensible(const ArmRules& rules) {
  return rules.easier_permille >= -arm_easier_permille_max && rules.easier_permille <= arm_easier_permille_max &&
         rules.rests_after <= arm_rests_after_max;
}

void put(ByteWriter& writer, const RunningExperiment& experiment) {
  writer.raw(experiment.id.view());
  writer.u64(experiment.seed);
  writer.varint(experiment.second_permille);
  writer.signed_varint(experiment.ends_ms);
  writer.u8(static_cast<std::uint8_t>(experiment.participation));
  writer.varint(experiment.listed.size());
  for (const std::uint64_t key : experiment.listed) writer.u64(key);
  for (const ArmRules& rules : experiment.rules) {
    writer.signed_varint(rules.easier_permille);
    writer.varint(rules.rests_after);
    writer.u8(rules.has_messages ? 1 : 0);
  }
}

Result<ArmRules> read_rules(ByteReader& reader) {
  ArmRules rules;
  TRY_ASSIGN(const std::int64_t easier, reader.signed_varint());
  TRY_ASSIGN(const std::uint64_t rests_after, reader.varint_up_to(arm_rests_after_max));
  TRY_ASSIGN(const std::uint8_t has_messages, reader.u8());
  rules.easier_permille = static_cast<std::int16_t>(easier);
  rules.rests_after = static_cast<std::uint8_t>(rests_after);
  rules.has_messages = has_messages == 1;
  if (rules.easier_permille != easier || has_messages > 1 || !is_sensible(rules))
    return tl::unexpected(malformed("a rule of an arm is out of its range"));
  return rules;
}

Result<std::vector<std::uint64_t>> read_listed(ByteReader& reader) {
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::experiment_learners_max));
  std::vector<std::uint64_t> listed;
  for (std::uint64_t at = 0; at < count; ++at) {
    TRY_ASSIGN(const std::uint64_t key, reader.u64());
    if (!listed.empty() && key <= listed.back()) return tl::unexpected(malformed("the listed are not in order"));
    listed.push_back(key);
  }
  return listed;
}

Result<RunningExperiment> read_experiment(ByteReader& reader) {
  RunningExperiment experiment;
  TRY_ASSIGN(experiment.id, reader.id<ExperimentId>());
  TRY_ASSIGN(experiment.seed, reader.u64());
  TRY_ASSIGN(const std::uint64_t share, reader.varint_up_to(1000));
  experiment.second_permille = static_cast<std::uint16_t>(share);
  TRY_ASSIGN(experiment.ends_ms, reader.signed_varint());
  TRY_ASSIGN(const std::uint8_t participation, reader.u8());
  if (participation > static_cast<std::uint8_t>(Participation::ListedOnly))
    return tl::unexpected(malformed("who takes part is unknown"));
  experiment.participation = static_cast<Participation>(participation);
  TRY_ASSIGN(experiment.listed, read_listed(reader));
  for (ArmRules& rules : experiment.rules) {
    TRY_ASSIGN(rules, read_rules(reader));
  }
  return experiment;
}

std::uint64_t first_eight(const Hash& hash) {
  std::uint64_t value = 0;
  for (std::size_t at = 8; at-- > 0;) value = (value << 8) | hash.bytes[at];
  return value;
}

}  // namespace

ExperimentId experiment_id(std::string_view declared_by, std::string_view id) {
  const Hash whole = hash({as_bytes("experiment/"), as_bytes(declared_by), as_bytes("/"), as_bytes(id)});
  ExperimentId result;
  std::copy_n(whole.bytes.begin(), ExperimentId::size, result.bytes.begin());
  return result;
}

std::uint64_t participant_key(const ExperimentId& experiment, const LearnerId& learner) {
  return first_eight(hash({as_bytes("participant"), experiment.view(), learner.view()}));
}

bool takes_part(const RunningExperiment& experiment, const LearnerId& learner) {
  const bool is_listed = std::ranges::binary_search(experiment.listed, participant_key(experiment.id, learner));
  return is_listed == (experiment.participation == Participation::ListedOnly);
}

void put(ByteWriter& writer, const std::vector<RunningExperiment>& experiments) {
  writer.varint(experiments.size());
  for (const RunningExperiment& experiment : experiments) put(writer, experiment);
}

Result<std::vector<RunningExperiment>> read_experiments(ByteReader& reader) {
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::experiments_running_max));
  std::vector<RunningExperiment> experiments;
  for (std::uint64_t at = 0; at < count; ++at) {
    TRY_ASSIGN(RunningExperiment experiment, read_experiment(reader));
    if (!experiments.empty() && !(experiments.back().id < experiment.id))
      return tl::unexpected(malformed("their ids do not rise"));
    experiments.push_back(std::move(experiment));
  }
  return experiments;
}

}  // namespace hornbook::interpret
