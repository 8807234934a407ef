#include <algorithm>
#include <istream>
#include <memory>
#include <nlohmann/json.hpp>

#include "platform/programs/model/replay_file.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/measure/event_codec.hpp"

namespace hornbook::platform {
namespace {

using Json = nlohmann::json;

tl::unexpected<Error> malformed(const std::string& what) { return fail(ErrorCode::BadInput, "events file", what); }

bool all_below(const std::vector<std::uint16_t>& indexes, std::size_t count) {
  return std::all_of(indexes.begin(), indexes.end(), [=](std::uint16_t index) { return index < count; });
}

interpret::FormerKeys former_of(const Json& json) {
  return {json.value("was", std::vector<std::uint64_t>{}), json.value("merges", std::vector<std::uint64_t>{})};
}

Done add_curriculum(ReplayFile& file, const Json& json) {
  auto curriculum = std::make_shared<interpret::Curriculum>();
  TRY_ASSIGN(curriculum->pack_hash, id_from_hex<Hash>(json.at("pack").get<std::string>()));
  if (json.at("skills").size() > limits::pack_skills_max || json.at("items").size() > limits::pack_items_max ||
      json.value("misconceptions", Json::array()).size() > limits::pack_misconceptions_max)
    return malformed("the curriculum has too many skills, items or misconceptions");
  for (const Json& skill : json.at("skills")) {
    curriculum->skills.push_back({skill.at("key").get<SkillKey>(),
                                  skill.value("prerequisites", std::vector<std::uint16_t>{}), former_of(skill)});
  }
  curriculum->misconceptions = json.value("misconceptions", std::vector<MisconceptionKey>{});
  for (const Json& item : json.at("items")) {
    curriculum->items.push_back({item.at("key").get<ItemKey>(), item.at("skills").get<std::vector<std::uint16_t>>(),
                                 item.value("difficulty_milli", std::int32_t{0}), item.value("template", false), 0,
                                 item.value("step_skills", std::vector<std::vector<std::uint16_t>>{}), former_of(item),
                                 0, item.value("misconceptions", std::vector<std::uint16_t>{})});
    curriculum->items.back().kind = item.value("kind", std::uint8_t{0});
    curriculum->items.back().passage = item.value("passage", std::uint32_t{0});
    curriculum->items.back().typical_ms = item.value("typical_ms", std::uint32_t{0});
    curriculum->items.back().step_misconceptions =
        item.value("step_misconceptions", std::vector<std::vector<std::uint16_t>>{});
    const interpret::ItemNode& node = curriculum->items.back();
    bool is_sound = !node.skills.empty() && all_below(node.skills, curriculum->skills.size());
    for (const auto& skills : node.step_skills)
      is_sound = is_sound && !skills.empty() && all_below(skills, curriculum->skills.size());
    if (!is_sound) return malformed("an item names a skill that is not there");
    if (!node.step_misconceptions.empty() && node.step_misconceptions.size() != node.step_skills.size())
      return malformed("an item tells of the misconceptions of other steps than it has");
    bool are_there = all_below(node.misconceptions, curriculum->misconceptions.size());
    for (const auto& shown : node.step_misconceptions)
      are_there = are_there && all_below(shown, curriculum->misconceptions.size());
    if (!are_there) return malformed("an item names a misconception that is not there");
  }
  for (const interpret::SkillNode& skill : curriculum->skills) {
    if (!all_below(skill.prerequisites, curriculum->skills.size()))
      return malformed("a skill names a prerequisite that is not there");
  }
  const Hash pack = curriculum->pack_hash;
  file.curricula[pack] = std::move(curriculum);
  return {};
}

Done add_parameters(ReplayFile& file, const std::string& hex) {
  TRY_ASSIGN(const Bytes bytes, bytes_from_hex(hex));
  TRY_ASSIGN(const interpret::Parameters parameters, interpret::decode_parameters(bytes));
  file.parameters[interpret::hash_of(parameters)] = parameters;
  return {};
}

Done add_event(ReplayFile& file, const Json& json) {
  measure::EventRecord record;
  TRY_ASSIGN(const LearnerId learner, id_from_hex<LearnerId>(json.at("learner").get<std::string>()));
  TRY_ASSIGN(record.device, id_from_hex<DeviceId>(json.at("device").get<std::string>()));
  record.epoch = json.at("epoch").get<std::uint64_t>();
  TRY_ASSIGN(const Bytes bytes, bytes_from_hex(json.at("event").get<std::string>()));
  TRY_ASSIGN(record.event, measure::decode_event(bytes));
  file.events[learner].push_back(std::move(record));
  return {};
}

Done add_line(ReplayFile& file, const std::string& line) {
  try {
    const Json json = Json::parse(line);
    if (json.contains("curriculum")) return add_curriculum(file, json.at("curriculum"));
    if (json.contains("parameters")) return add_parameters(file, json.at("parameters").get<std::string>());
    return add_event(file, json);
  } catch (const Json::exception&) {
    return malformed("it is no JSON, or a field is missing or of another type");
  }
}

}  // namespace

Result<ReplayFile> read_replay_file(std::istream& lines) {
  ReplayFile file;
  for (const interpret::Parameters& shipped : interpret::shipped_parameters())
    file.parameters[interpret::hash_of(shipped)] = shipped;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (line.empty()) continue;
    Done done = line.size() > limits::json_bytes_max ? malformed("it is too long") : add_line(file, line);
    if (!done) return malformed("line " + std::to_string(number) + ": " + done.error().sentence);
  }
  return file;
}

}  // namespace hornbook::platform
