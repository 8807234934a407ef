#include "runtime/pack/curriculum.hpp"

#include <algorithm>

namespace hornbook::pack {

interpret::Curriculum curriculum_of(const Index& index, const Hash& pack_hash) {
  interpret::Curriculum curriculum;
  curriculum.pack_hash = pack_hash;
  for (const Skill& skill : index.skills)
    curriculum.skills.push_back({interpret::stable_key(index.name, skill.id), skill.prerequisites});
  for (const IndexItem& item : index.items)
    curriculum.items.push_back({interpret::stable_key(index.name, item.id), item.skills, item.difficulty_milli,
                                item.is_template, item.kind, item.step_skills});
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
