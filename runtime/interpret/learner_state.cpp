#include "runtime/interpret/learner_state.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

#include "runtime/core/crypto.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/interpret/detect/detector_fields.hpp"
#include "runtime/interpret/placement/placement_fields.hpp"

namespace hornbook::interpret {
namespace {

constexpr std::uint8_t first_state_format = 1;
constexpr std::uint8_t second_state_format = 2;
constexpr std::uint8_t state_format = 3;
constexpr std::uint8_t base_format = 1;

// Writer and reader with the same calls, so that the fields are listed once. A reader goes on with zeros after a
// failure and keeps the first.
class StateWriter {
 public:
  static constexpr bool is_writing = true;
  template <class Number>
  void number(Number& value) {
    writer.varint(static_cast<std::uint64_t>(value));
  }
  void signed_number(std::int64_t& value) { writer.signed_varint(value); }
  void real(double& value) { writer.u64(std::bit_cast<std::uint64_t>(value)); }
  void flag(bool& value) { writer.u8(value ? 1 : 0); }
  template <class Id>
  void id(Id& value) {
    writer.raw(value.view());
  }
  void count(std::size_t& value, std::size_t) { writer.varint(value); }
  static void refuse(const char*) {}

  ByteWriter writer;
};

class StateReader {
 public:
  static constexpr bool is_writing = false;
  explicit StateReader(ByteView bytes) : reader(bytes) {}

  template <class Number>
  void number(Number& value) {
    value = static_cast<Number>(keep(reader.varint_up_to(std::numeric_limits<Number>::max())));
  }
  void signed_number(std::int64_t& value) { value = keep(reader.signed_varint()); }
  void real(double& value) {
    value = std::bit_cast<double>(keep(reader.u64()));
    if (!std::isfinite(value)) refuse("a number is not finite");
  }
  void flag(bool& value) {
    const std::uint8_t byte = keep(reader.u8());
    value = byte == 1;
    if (byte > 1) refuse("a flag is neither set nor unset");
  }
  template <class Id>
  void id(Id& value) {
    value = keep(reader.id<Id>());
  }
  void count(std::size_t& value, std::size_t greatest) {
    value = static_cast<std::size_t>(keep(reader.varint_up_to(failure ? 0 : greatest)));
    if (value > reader.rest().size()) refuse("it ends too early");
    if (failure) value = 0;
  }
  void refuse(const char* sentence) {
    if (!failure) failure = Error{ErrorCode::BadInput, "learner state", sentence};
  }
  template <class Value>
  Value keep(Result<Value> result) {
    if (result) return std::move(*result);
    if (!failure) failure = std::move(result).error();
    return Value{};
  }

  ByteReader reader;
  std::optional<Error> failure;
};

template <class Fields>
void fields_of(Fields& fields, std::uint64_t& key) {
  fields.number(key);
}
template <class Fields>
void fields_of(Fields& fields, DeviceId& device) {
  fields.id(device);
}

template <class Fields>
void fields_of(Fields& fields, SkillState& skill) {
  fields.number(skill.opportunities);
  fields.number(skill.correct);
  fields.number(skill.unaided_correct);
  fields.number(skill.failures_in_row);
  fields.number(skill.unaided_in_row);
  fields.real(skill.known);
  fields.real(skill.recent);
  fields.signed_number(skill.first_seen_ms);
  fields.signed_number(skill.last_seen_ms);
  fields.number(skill.last_session);
  fields.flag(skill.delayed_correct);
}

template <class Fields>
void fields_of(Fields& fields, ItemState& item) {
  fields.number(item.presented);
  fields.number(item.last_response_number);
  fields.flag(item.last_correct);
}

template <class Fields>
void fields_of(Fields& fields, MisconceptionState& misconception) {
  fields.real(misconception.held);
  fields.number(misconception.opportunities);
  fields.number(misconception.errors);
  for (ItemKey& item : misconception.shown_by) fields.number(item);
  fields.number(misconception.last_item);
  fields.signed_number(misconception.last_shown_ms);
  fields.flag(misconception.asserted);
}

template <class Fields>
void fields_of(Fields& fields, GoalState& goal) {
  fields.number(goal.skill);
  fields.number(goal.target);
  fields.number(goal.done);
  fields.number(goal.day);
  fields.number(goal.session);
  fields.flag(goal.by_teacher);
  fields.flag(goal.counted);
}

template <class Fields>
void fields_of(Fields& fields, AgencyState& agency) {
  fields.number(agency.message.last);
  fields.number(agency.message.responses);
  fields.signed_number(agency.message.shown_ms);
  fields_of(fields, agency.goal);
  std::int64_t steps = agency.easier_steps;
  fields.signed_number(steps);
  if (steps < -easier_steps_max || steps > easier_steps_max) fields.refuse("a wish is out of range");
  agency.easier_steps = static_cast<std::int8_t>(std::clamp<std::int64_t>(steps, -easier_steps_max, easier_steps_max));
  fields.number(agency.later_session);
  fields.number(agency.later_in_row);
}

template <class Fields>
void fields_of(Fields& fields, measure::ItemPresented& item) {
  fields.number(item.pack_index);
  fields.number(item.item_index);
  fields.number(item.seed);
}

template <class Fields>
void fields_of(Fields& fields, OpenSession& session) {
  fields.number(session.epoch);
  fields.number(session.learner_index);
  fields.signed_number(session.started_elapsed_ms);
  fields.signed_number(session.time.unix_ms);
  fields.signed_number(session.time.uncertainty_ms);
  std::size_t count = session.packs.size();
  fields.count(count, limits::packs_per_session_max);
  session.packs.resize(count);
  for (measure::PackBinding& pack : session.packs) {
    fields.number(pack.pack_index);
    fields.id(pack.pack_hash);
  }
  bool has_item = session.item.has_value();
  fields.flag(has_item);
  if (has_item && !session.item) session.item.emplace();
  if (has_item) fields_of(fields, *session.item);
  fields.number(session.decisions);
}

template <class Fields>
void fields_of(Fields& fields, std::uint8_t& kind) {
  fields.number(kind);
}

// Entries in ascending order of their keys, each key once.
template <class Fields, class Key, class Value>
void map_fields(Fields& fields, std::map<Key, Value>& map, std::size_t greatest) {
  std::size_t count = map.size();
  fields.count(count, greatest);
  if constexpr (Fields::is_writing) {
    for (auto& [key, value] : map) {
      Key copy = key;
      fields_of(fields, copy);
      fields_of(fields, value);
    }
  } else {
    for (std::size_t i = 0; i < count && !fields.failure; ++i) {
      Key key{};
      fields_of(fields, key);
      if (!map.empty() && !(map.rbegin()->first < key)) fields.refuse("its entries are not in order");
      fields_of(fields, map[key]);
    }
  }
}

template <class Fields>
void fields_of(Fields& fields, LearnerState& state) {
  fields.real(state.ability);
  fields.number(state.responses);
  fields.number(state.sessions);
  fields.signed_number(state.last_event_ms);
  map_fields(fields, state.skills, limits::state_skills_max);
  map_fields(fields, state.items, limits::state_items_max);
  map_fields(fields, state.open_sessions, limits::base_vector_entries_max);
  fields.number(state.current_skill);
  fields.number(state.current_skill_run);
}

template <class Fields>
void fields_of(Fields& fields, SkillBelief& belief) {
  fields.number(belief.answers);
  if (belief.answers == 0) fields.refuse("a belief rests on nothing");
  fields.real(belief.ability.mean);
  fields.real(belief.ability.variance);
  fields.real(belief.memory.stability);
  fields.real(belief.memory.difficulty);
  fields.signed_number(belief.reviewed_ms);
  fields.number(belief.telling_in_row);
  fields.real(belief.mastery);
  fields.flag(belief.mastered);
}

// What format 2 adds. Each part of it is written in full, empty or not.
template <class Fields>
void later_fields_of(Fields& fields, LearnerState& state) {
  fields_of(fields, state.agency);
  map_fields(fields, state.misconceptions, limits::state_misconceptions_max);
  fields_of(fields, state.detectors);
  map_fields(fields, state.detectors.pace.kinds, std::numeric_limits<std::uint8_t>::max());
  map_fields(fields, state.detectors.wheel_spinning.skills, limits::state_skills_max);
}

// What format 3 adds.
template <class Fields>
void beliefs_of(Fields& fields, LearnerState& state) {
  fields.real(state.ability_variance);
  fields.real(state.gradual_log_odds);
  std::map<SkillKey, SkillBelief> beliefs;
  for (const auto& [key, skill] : state.skills)
    if (skill.belief.answers > 0) beliefs.emplace(key, skill.belief);
  map_fields(fields, beliefs, limits::state_skills_max);
  if constexpr (!Fields::is_writing) {
    for (const auto& [key, belief] : beliefs) {
      const auto found = state.skills.find(key);
      if (found == state.skills.end())
        fields.refuse("a belief is of a skill that is not there");
      else
        found->second.belief = belief;
    }
  }
}

template <class Fields>
void placement_of(Fields& fields, PlacementState& placement) {
  map_fields(fields, placement.checks, limits::state_skills_max);
  fields.number(placement.asking);
  map_fields(fields, placement.placed, limits::state_skills_max);
}

template <class Fields>
void fields_of(Fields& fields, ExampleSeries& series) {
  fields.number(series.shown);
  fields.number(series.session);
}

template <class Fields>
void plan_of(Fields& fields, PlanState& plan) {
  fields.number(plan.term_end_day);
  fields.flag(plan.allowed.own_choice);
  fields.flag(plan.allowed.checks_later);
  fields.flag(plan.allowed.how_it_fitted);
  fields.flag(plan.allowed.own_goals);
  fields.flag(plan.allowed.messages);
  std::vector<SkillKey> asked(plan.checks_asked.begin(), plan.checks_asked.end());
  std::size_t count = asked.size();
  fields.count(count, limits::checks_asked_max);
  asked.resize(count);
  for (SkillKey& cluster : asked) fields.number(cluster);
  if (std::adjacent_find(asked.begin(), asked.end(), std::greater_equal<>()) != asked.end())
    fields.refuse("its entries are not in order");
  plan.checks_asked = {asked.begin(), asked.end()};
}

template <class Fields>
void supports_of(Fields& fields, SupportState& supports) {
  map_fields(fields, supports.examples, limits::state_skills_max);
  fields.number(supports.rest.session);
  fields.number(supports.rest.responses);
}

// The shortest format that holds all of it, so that a state has one encoding.
std::uint8_t format_for(const LearnerState& state) {
  const bool has_beliefs = state.ability_variance > 0 || state.gradual_log_odds != 0 ||
                           std::any_of(state.skills.begin(), state.skills.end(),
                                       [](const auto& entry) { return entry.second.belief.answers > 0; });
  const bool is_latest = has_beliefs || state.placement != PlacementState{} || state.plan != PlanState{} ||
                         state.supports != SupportState{};
  if (is_latest) return state_format;
  const bool is_later =
      !state.misconceptions.empty() || state.agency != AgencyState{} || state.detectors != detect::Detectors{};
  return is_later ? second_state_format : first_state_format;
}

Result<measure::BaseVector> read_vector(ByteReader& reader) {
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::base_vector_entries_max));
  measure::BaseVector contains;
  for (std::uint64_t i = 0; i < count; ++i) {
    measure::VectorEntry entry;
    TRY_ASSIGN(entry.device, reader.id<DeviceId>());
    TRY_ASSIGN(entry.epoch, reader.varint());
    TRY_ASSIGN(entry.sequence, reader.varint());
    if (!contains.empty() && !(contains.back().device < entry.device))
      return fail(ErrorCode::BadInput, "base", "its vector is not sorted");
    contains.push_back(entry);
  }
  return contains;
}

auto entry_of(measure::BaseVector& contains, const DeviceId& device) {
  return std::lower_bound(contains.begin(), contains.end(), device,
                          [](const measure::VectorEntry& entry, const DeviceId& id) { return entry.device < id; });
}

}  // namespace

Bytes encode(const LearnerState& state) {
  StateWriter fields;
  const std::uint8_t format = format_for(state);
  fields.writer.u8(format);
  LearnerState copy = state;
  fields_of(fields, copy);
  if (format >= second_state_format) later_fields_of(fields, copy);
  if (format >= state_format) {
    beliefs_of(fields, copy);
    placement_of(fields, copy.placement);
    plan_of(fields, copy.plan);
    supports_of(fields, copy.supports);
  }
  return fields.writer.take();
}

Result<LearnerState> decode_state(ByteView bytes) {
  StateReader fields(bytes);
  const std::uint8_t format = fields.keep(fields.reader.u8());
  if (format < first_state_format || format > state_format)
    return fail(ErrorCode::BadInput, "learner state", "it is empty or needs a newer program");
  LearnerState state;
  fields_of(fields, state);
  if (format >= second_state_format) later_fields_of(fields, state);
  if (format >= state_format) {
    beliefs_of(fields, state);
    placement_of(fields, state.placement);
    plan_of(fields, state.plan);
    supports_of(fields, state.supports);
  }
  if (format_for(state) != format) fields.refuse("it is not in its shortest form");
  if (fields.failure) return tl::unexpected<Error>(*fields.failure);
  TRY_DONE(fields.reader.end());
  return state;
}

Hash hash_of(const LearnerState& state) { return hash(encode(state)); }

measure::BaseName name_of(const Base& base) { return {hash_of(base.state), base.contains}; }

Bytes encode(const Base& base) {
  ByteWriter writer;
  writer.u8(base_format);
  writer.varint(base.contains.size());
  for (const measure::VectorEntry& entry : base.contains) {
    writer.raw(entry.device.view());
    writer.varint(entry.epoch);
    writer.varint(entry.sequence);
  }
  writer.raw(encode(base.state));
  return writer.take();
}

Result<Base> decode_base(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(const std::uint8_t format, reader.u8());
  if (format != base_format) return fail(ErrorCode::BadInput, "base", "it needs a newer program");
  Base base;
  TRY_ASSIGN(base.contains, read_vector(reader));
  TRY_ASSIGN(base.state, decode_state(reader.rest()));
  return base;
}

bool covers(const measure::BaseVector& contains, const DeviceId& device, std::uint64_t epoch, std::uint64_t sequence) {
  for (const measure::VectorEntry& entry : contains) {
    if (entry.device == device) return std::pair(epoch, sequence) <= std::pair(entry.epoch, entry.sequence);
  }
  return false;
}

void include(measure::BaseVector& contains, const DeviceId& device, std::uint64_t epoch, std::uint64_t sequence) {
  const auto found = entry_of(contains, device);
  if (found == contains.end() || found->device != device) {
    contains.insert(found, {device, epoch, sequence});
    return;
  }
  if (std::pair(found->epoch, found->sequence) < std::pair(epoch, sequence)) *found = {device, epoch, sequence};
}

}  // namespace hornbook::interpret
