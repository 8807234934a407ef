#include "runtime/pack/curriculum.hpp"

#include <algorithm>

#include "runtime/interpret/experiments/running_experiment.hpp"

namespace hornbook::pack {
namespace {

// "PACK/ID" names its pack, "ID" is of this one.
std::vector<std::uint64_t> keys_of(const Index& index, const std::vector<std::string>& former) {
  std::vector<std::uint64_t> keys;
  for (const std::string& each : former) {
    const std::size_t slash = each.find('/');
    keys.push_back(slash == std::string::npos ? interpret::stable_key(index.name, each)
                                              : interpret::stable_key(each.substr(0, slash), each.substr(slash + 1)));
  }
  return keys;
}

interpret::FormerKeys former_keys(const Index& index, const FormerIds& former) {
  return {keys_of(index, former.was), keys_of(index, former.merges)};
}

void add_experiments(const Index& index, interpret::Curriculum& curriculum) {
  for (const Experiment& experiment : index.experiments) {
    curriculum.experiments.push_back(interpret::experiment_id(index.name, experiment.id));
    for (std::size_t arm = 0; arm < experiment_arms; ++arm) {
      for (const std::uint32_t item : experiment.arms[arm].items) {
        curriculum.items[item].experiment = static_cast<std::uint16_t>(curriculum.experiments.size());
        curriculum.items[item].arm = static_cast<std::uint8_t>(arm);
      }
    }
  }
}

}  // namespace

interpret::Curriculum curriculum_of(const Index& index, const Hash& pack_hash) {
  interpret::Curriculum curriculum;
  curriculum.pack_hash = pack_hash;
  for (const Skill& skill : index.skills)
    curriculum.skills.push_back(
        {interpret::stable_key(index.name, skill.id), skill.prerequisites, former_keys(index, skill.former)});
  for (const IndexItem& item : index.items) {
    curriculum.items.push_back({interpret::stable_key(index.name, item.id), item.skills, item.difficulty_milli,
                                item.is_template, item.kind, item.step_skills, former_keys(index, item.former),
                                item.passage, item.misconceptions, item.typical_ms});
    curriculum.items.back().step_misconceptions = item.step_misconceptions;
  }
  for (const Misconception& each : index.misconceptions)
    curriculum.misconceptions.push_back(interpret::stable_key(index.name, each.id));
  add_experiments(index, curriculum);
  return curriculum;
}

std::optional<Hash> content_of_media(const Index& index, std::string_view path) {
  const auto found =
      std::lower_bound(index.media.begin(), index.media.end(), path,
                       [](const MediaFile& file, std::string_view wanted) { return file.path < wanted; });
  if (found == index.media.end() || found->path != path) return std::nullopt;
  return found->content;
}

}  // namespace hornbook::pack
