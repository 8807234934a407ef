#include "runtime/engage/source/steps.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/engage/media/source.hpp"
#include "runtime/engage/source/credit_rule.hpp"
#include "runtime/engage/task.hpp"

namespace hornbook::engage {
namespace {

using Ids = std::vector<std::string>;

// The place of the id among those before it.
std::optional<std::uint8_t> place_of(const Ids& ids, const std::string& id) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found == ids.end()) return std::nullopt;
  return static_cast<std::uint8_t>(found - ids.begin());
}

std::vector<std::uint8_t> the_one_before(const Ids& ids) {
  if (ids.empty()) return {};
  return {static_cast<std::uint8_t>(ids.size() - 1)};
}

Read<std::string> new_id(Fields& fields, const Ids& before) {
  TRY_ASSIGN(std::string id, fields.text("id", limits::identifier_bytes_max));
  if (place_of(before, id)) return bad_field(fields.pointer() + "/id", "another one has the same id");
  return id;
}

class StepReader {
 public:
  StepReader(const ItemParts& parts, const MediaTemplate* media) : parts_(parts), media_(media) {}

  Read<std::vector<StepTemplate>> steps(const Located& list) const {
    TRY_ASSIGN(const auto entries, list.entries(1, limits::steps_max));
    std::vector<StepTemplate> result;
    Ids ids;
    for (const Located& entry : entries) {
      TRY_ASSIGN(Fields fields, Fields::of(entry));
      TRY_ASSIGN(std::string id, new_id(fields, ids));
      ids.push_back(std::move(id));
      TRY_ASSIGN(StepTemplate read, step(fields));
      TRY_ASSIGN(read.at_ms, check_point(fields, result.empty() ? 0 : result.back().at_ms));
      TRY_DONE(fields.end());
      result.push_back(std::move(read));
    }
    return result;
  }

  // The task, hints, explanation and not_yet among the fields.
  Read<QuestionTemplate> question(Fields& fields) const {
    QuestionTemplate result;
    TRY_ASSIGN(result.task, read_task(fields, parts_));
    TRY_ASSIGN(result.credit, read_credit(fields));
    TRY_ASSIGN(result.hints, hints(fields));
    TRY_ASSIGN(result.explanation, parts_.optional_texts(fields, "explanation"));
    TRY_ASSIGN(result.not_yet, parts_.optional_texts(fields, "not_yet"));
    return result;
  }

 private:
  // Where it is asked: after all of the media when it does not say so.
  Read<std::uint32_t> check_point(Fields& fields, std::uint32_t earlier_ms) const {
    const auto at = fields.optional("at");
    if (!at) return media_ == nullptr ? 0 : media_->length_ms;
    if (media_ == nullptr) return bad_field(at->pointer, "only the steps of an item with media are asked at a time");
    TRY_ASSIGN(const std::uint32_t at_ms, read_check_point(*at, *media_));
    if (at_ms < earlier_ms) return bad_field(at->pointer, "a step before it is asked later; put them in order");
    return at_ms;
  }

  Read<StepTemplate> step(Fields& fields) const {
    StepTemplate result;
    if (const auto skills = fields.optional("skills")) {
      TRY_ASSIGN(result.skills, read_skills(*skills));
    }
    TRY_ASSIGN(result.question, question(fields));
    TRY_ASSIGN(result.question.prompt, parts_.optional_texts(fields, "prompt"));
    TRY_ASSIGN(result.question.figure, parts_.optional_figure(fields));
    TRY_ASSIGN(result.question.sound, parts_.optional_sound(fields));
    if (const auto way = fields.optional("way")) {
      TRY_ASSIGN(result.way, way->text(limits::identifier_bytes_max));
      if (media_ != nullptr)
        return bad_field(way->pointer, "the steps of an item with media are on one path; remove it");
    }
    if (const auto worked = fields.optional("worked")) {
      TRY_ASSIGN(result.worked, ItemParts::expression(*worked));
    }
    return result;
  }

  Read<std::vector<HintTemplate>> hints(Fields& fields) const {
    std::vector<HintTemplate> result;
    const auto list = fields.optional("hints");
    if (!list) return result;
    TRY_ASSIGN(const auto entries, list->entries(0, limits::hints_max));
    Ids ids;
    for (const Located& entry : entries) {
      const auto* map = entry.value->as<SourceValue::Map>();
      const bool has_fields = map != nullptr && map->contains("text");
      TRY_ASSIGN(HintTemplate read, has_fields ? hint(entry, ids) : text_hint(entry));
      if (!has_fields) {
        read.after = the_one_before(ids);
        ids.emplace_back();
      }
      result.push_back(std::move(read));
    }
    return result;
  }

  Read<HintTemplate> text_hint(const Located& entry) const {
    HintTemplate result;
    TRY_ASSIGN(result.text, parts_.texts(entry));
    return result;
  }

  // Adds its id to `ids`.
  Read<HintTemplate> hint(const Located& entry, Ids& ids) const {
    TRY_ASSIGN(Fields fields, Fields::of(entry));
    HintTemplate result;
    TRY_ASSIGN(result.title, parts_.optional_texts(fields, "title"));
    TRY_ASSIGN(result.text, parts_.texts(fields, "text"));
    TRY_ASSIGN(result.figure, parts_.optional_figure(fields));
    TRY_ASSIGN(result.sound, parts_.optional_sound(fields));
    TRY_ASSIGN(result.after, after(fields, ids));
    TRY_ASSIGN(std::string id, new_id(fields, ids));
    ids.push_back(std::move(id));
    TRY_DONE(ask(fields, result));
    TRY_DONE(fields.end());
    return result;
  }

  static Read<std::vector<std::uint8_t>> after(Fields& fields, const Ids& before) {
    std::vector<std::uint8_t> result;
    const auto list = fields.optional("after");
    if (!list) return the_one_before(before);
    TRY_ASSIGN(const auto entries, list->entries(0, limits::hints_max));
    for (const Located& entry : entries) {
      TRY_ASSIGN(const std::string id, entry.text(limits::identifier_bytes_max));
      const auto place = place_of(before, id);
      if (!place) return bad_field(entry.pointer, "no hint before this one has the id \"" + id + "\"");
      result.push_back(*place);
    }
    return result;
  }

  // A task makes the hint a question; its words and its figure are the question's then.
  Read<void> ask(Fields& fields, HintTemplate& hint) const {
    TRY_ASSIGN(auto task, read_optional_task(fields, parts_));
    const auto own_hints = fields.optional("hints");
    if (!task) {
      if (own_hints) return bad_field(own_hints->pointer, "only a hint that asks something has hints of its own");
      return {};
    }
    QuestionTemplate question;
    question.task = std::move(*task);
    question.prompt = std::move(hint.text);
    question.figure = std::move(hint.figure);
    question.sound = std::move(hint.sound);
    hint.text.clear();
    hint.figure.reset();
    hint.sound.reset();
    if (own_hints) {
      TRY_ASSIGN(question.hints, texts_as_hints(*own_hints));
    }
    hint.question = std::move(question);
    return {};
  }

  Read<std::vector<HintTemplate>> texts_as_hints(const Located& list) const {
    TRY_ASSIGN(const auto entries, list.entries(0, limits::hints_max));
    std::vector<HintTemplate> result;
    for (const Located& entry : entries) {
      TRY_ASSIGN(HintTemplate read, text_hint(entry));
      result.push_back(std::move(read));
    }
    return result;
  }

  const ItemParts& parts_;
  const MediaTemplate* media_;
};

}  // namespace

Read<std::vector<StepTemplate>> read_steps(Fields& item, const ItemParts& parts, const MediaTemplate* media) {
  const StepReader reader(parts, media);
  if (const auto list = item.optional("steps")) return reader.steps(*list);
  StepTemplate only;
  TRY_ASSIGN(only.question, reader.question(item));
  if (media != nullptr) only.at_ms = media->length_ms;
  std::vector<StepTemplate> result;
  result.push_back(std::move(only));
  return result;
}

Read<std::vector<std::string>> read_skills(const Located& list) {
  TRY_ASSIGN(const auto entries, list.entries(1, limits::item_skills_max));
  std::vector<std::string> skills;
  for (const Located& entry : entries) {
    TRY_ASSIGN(std::string skill, entry.text(limits::identifier_bytes_max));
    skills.push_back(std::move(skill));
  }
  return skills;
}

}  // namespace hornbook::engage
