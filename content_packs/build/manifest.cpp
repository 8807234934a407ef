#include "content_packs/build/manifest.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/pack/index_experiments.hpp"
#include "runtime/pack/item_decode.hpp"

namespace hornbook::content {
namespace {

using pack::bad_field;
using pack::Fields;
using pack::Located;
using pack::Read;

Read<pack::LocalisedText> localised(Fields& fields, const char* name, const pack::Index& index) {
  TRY_ASSIGN(const Located field, fields.required(name));
  TRY_ASSIGN(Fields translations, Fields::of(field));
  pack::LocalisedText result;
  for (const std::string& language : index.languages) {
    TRY_ASSIGN(std::string text, translations.text(language, limits::pack_text_bytes_max));
    result.emplace(language, std::move(text));
  }
  TRY_DONE(translations.end());
  return result;
}

Read<pack::LocalisedText> optionally_localised(Fields& fields, const char* name, const pack::Index& index) {
  if (!fields.optional(name)) return pack::LocalisedText();
  return localised(fields, name, index);
}

Read<std::vector<std::string>> texts(const Located& list, std::size_t entries_min) {
  TRY_ASSIGN(const auto entries, list.entries(entries_min, limits::pack_list_entries_max));
  std::vector<std::string> result;
  for (const Located& entry : entries) {
    TRY_ASSIGN(std::string text, entry.text(limits::pack_text_bytes_max));
    result.push_back(std::move(text));
  }
  return result;
}

Read<std::vector<std::string>> optional_texts(Fields& fields, const char* name) {
  const auto field = fields.optional(name);
  if (!field) return std::vector<std::string>();
  return texts(*field, 0);
}

Read<std::string> identifier(Fields& fields, const char* name) {
  TRY_ASSIGN(std::string id, fields.text(name, limits::identifier_bytes_max));
  if (!pack::is_identifier(id))
    return bad_field(fields.pointer() + "/" + name, "an id has only a to z, 0 to 9, '.', '_' and '-'");
  return id;
}

Read<std::vector<Located>> list_in(const pack::SourceValue& value, const char* name, std::size_t entries_max) {
  TRY_ASSIGN(Fields document, Fields::of(Located{&value, ""}));
  TRY_ASSIGN(const Located field, document.required(name));
  TRY_DONE(document.end());
  return field.entries(1, entries_max);
}

// Prerequisites are named by id; they become indexes when every skill is known.
Read<void> connect(pack::Index& index, const std::vector<Located>& entries,
                   const std::vector<std::vector<std::string>>& prerequisites) {
  for (std::size_t i = 0; i < index.skills.size(); ++i) {
    for (const std::string& id : prerequisites[i]) {
      const auto found = std::find_if(index.skills.begin(), index.skills.end(),
                                      [&](const pack::Skill& skill) { return skill.id == id; });
      if (found == index.skills.end())
        return bad_field(entries[i].pointer + "/prerequisites", "there is no skill \"" + id + "\"; mend the id");
      index.skills[i].prerequisites.push_back(static_cast<std::uint16_t>(found - index.skills.begin()));
    }
  }
  if (pack::has_cycle(index.skills))
    return bad_field("/skills", "the prerequisites run in a circle, so that no skill comes first; take one away");
  return {};
}

Read<pack::Skill> skill_of(const Located& entry, const pack::Index& index, std::vector<std::string>& prerequisites) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  pack::Skill skill;
  TRY_ASSIGN(skill.id, identifier(fields, "id"));
  TRY_ASSIGN(skill.title, localised(fields, "title", index));
  TRY_ASSIGN(skill.can_do, localised(fields, "can_do", index));
  TRY_ASSIGN(prerequisites, optional_texts(fields, "prerequisites"));
  TRY_ASSIGN(skill.standards, optional_texts(fields, "standards"));
  if (const auto picture = fields.optional("picture")) {
    TRY_ASSIGN(skill.picture, picture->text(limits::identifier_bytes_max));
  }
  TRY_ASSIGN(skill.former, pack::read_former(fields, skill.id));
  TRY_DONE(fields.end());
  return skill;
}

// Of the pack and of an item: it is no field of the index, each item of the pack carries it.
constexpr const char* read_aloud_field = "read_aloud";

template <class Entry>
bool has_id(const std::vector<Entry>& entries, const std::string& id) {
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
}

// Ascending indexes of the items with these ids.
Read<std::vector<std::uint32_t>> items_called(const Located& list, const pack::Index& index) {
  TRY_ASSIGN(const auto entries, list.entries(1, limits::pack_items_max));
  std::vector<std::uint32_t> items;
  for (const Located& entry : entries) {
    TRY_ASSIGN(const std::string id, entry.text(limits::identifier_bytes_max));
    const auto found = std::find_if(index.items.begin(), index.items.end(),
                                    [&](const pack::IndexItem& item) { return item.id == id; });
    if (found == index.items.end())
      return bad_field(entry.pointer, "there is no item \"" + id + "\" in items/; mend the id");
    items.push_back(static_cast<std::uint32_t>(found - index.items.begin()));
  }
  std::sort(items.begin(), items.end());
  if (std::adjacent_find(items.begin(), items.end()) != items.end())
    return bad_field(list.pointer, "an item is there twice; remove one");
  return items;
}

Read<pack::ExperimentArm> arm_of(const Located& entry, const pack::Index& index) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  pack::ExperimentArm arm;
  TRY_ASSIGN(arm.name, localised(fields, "name", index));
  TRY_ASSIGN(const Located items, fields.required("items"));
  TRY_ASSIGN(arm.items, items_called(items, index));
  TRY_DONE(fields.end());
  return arm;
}

Read<pack::Experiment> experiment_of(const Located& entry, const pack::Index& index) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  pack::Experiment experiment;
  TRY_ASSIGN(experiment.id, identifier(fields, "id"));
  TRY_ASSIGN(experiment.question, localised(fields, "question", index));
  if (const auto share = fields.optional("second_permille")) {
    TRY_ASSIGN(const std::int64_t permille, share->whole(1, 999));
    experiment.second_permille = static_cast<std::uint16_t>(permille);
  }
  TRY_ASSIGN(const Located arms, fields.required("arms"));
  TRY_ASSIGN(const auto entries, arms.entries(pack::experiment_arms, pack::experiment_arms));
  for (std::size_t at = 0; at < pack::experiment_arms; ++at) {
    TRY_ASSIGN(experiment.arms[at], arm_of(entries[at], index));
  }
  TRY_DONE(fields.end());
  return experiment;
}

}  // namespace

Read<void> decode_manifest(const pack::Json& json, pack::Index& index) {
  const pack::SourceValue value = pack::source_value(json);
  TRY_ASSIGN(Fields fields, Fields::of(Located{&value, ""}));
  TRY_ASSIGN(index.name, identifier(fields, "name"));
  TRY_ASSIGN(index.version, identifier(fields, "version"));
  TRY_ASSIGN(const Located languages, fields.required("languages"));
  TRY_ASSIGN(const auto tags, languages.entries(1, limits::pack_languages_max));
  for (const Located& tag : tags) {
    TRY_ASSIGN(std::string language, tag.text(limits::identifier_bytes_max));
    if (std::find(index.languages.begin(), index.languages.end(), language) != index.languages.end())
      return bad_field(tag.pointer, "the language is there twice; remove one");
    index.languages.push_back(std::move(language));
  }
  TRY_ASSIGN(index.title, localised(fields, "title", index));
  TRY_ASSIGN(index.licence, fields.text("licence", limits::identifier_bytes_max));
  TRY_ASSIGN(const Located authors, fields.required("authors"));
  TRY_ASSIGN(index.authors, texts(authors, 1));
  TRY_ASSIGN(index.subject, fields.text("subject", limits::identifier_bytes_max));
  TRY_ASSIGN(index.levels, optional_texts(fields, "levels"));
  TRY_ASSIGN([[maybe_unused]] const bool read_aloud, fields.truth(read_aloud_field, false));
  return fields.end();
}

bool reads_aloud(const pack::Json& manifest) { return manifest.value(read_aloud_field, false); }

Read<void> decode_skills(const pack::Json& json, pack::Index& index) {
  const pack::SourceValue value = pack::source_value(json);
  TRY_ASSIGN(const auto entries, list_in(value, "skills", limits::pack_skills_max));
  std::vector<std::vector<std::string>> prerequisites;
  for (const Located& entry : entries) {
    std::vector<std::string> before;
    TRY_ASSIGN(pack::Skill skill, skill_of(entry, index, before));
    if (has_id(index.skills, skill.id)) return bad_field(entry.pointer, "two skills are called \"" + skill.id + "\"");
    index.skills.push_back(std::move(skill));
    prerequisites.push_back(std::move(before));
  }
  return connect(index, entries, prerequisites);
}

Read<void> decode_misconceptions(const pack::Json& json, pack::Index& index) {
  const pack::SourceValue value = pack::source_value(json);
  TRY_ASSIGN(const auto entries, list_in(value, "misconceptions", limits::pack_misconceptions_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(Fields fields, Fields::of(entry));
    pack::Misconception misconception;
    TRY_ASSIGN(misconception.id, identifier(fields, "id"));
    TRY_ASSIGN(misconception.title, localised(fields, "title", index));
    TRY_ASSIGN(misconception.feedback, optionally_localised(fields, "feedback", index));
    TRY_ASSIGN(misconception.hint, optionally_localised(fields, "hint", index));
    TRY_DONE(fields.end());
    if (has_id(index.misconceptions, misconception.id))
      return bad_field(entry.pointer, "two misconceptions are called \"" + misconception.id + "\"");
    index.misconceptions.push_back(std::move(misconception));
  }
  return {};
}

Read<void> decode_experiments(const pack::Json& json, pack::Index& index) {
  const pack::SourceValue value = pack::source_value(json);
  TRY_ASSIGN(const auto entries, list_in(value, "experiments", limits::pack_experiments_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(pack::Experiment experiment, experiment_of(entry, index));
    if (has_id(index.experiments, experiment.id))
      return bad_field(entry.pointer, "two experiments are called \"" + experiment.id + "\"");
    index.experiments.push_back(std::move(experiment));
  }
  if (auto fault = pack::find_fault(index))
    return bad_field(entries[fault->experiment].pointer, std::move(fault->sentence));
  return {};
}

}  // namespace hornbook::content
