#include "runtime/pack/item_decode.hpp"

#include <algorithm>
#include <set>

#include "runtime/core/limits.hpp"
#include "runtime/engage/media/source.hpp"
#include "runtime/engage/source/steps.hpp"
#include "runtime/interpret/typical_times.hpp"
#include "runtime/pack/index.hpp"

namespace hornbook::pack {
namespace {

using engage::ItemParts;

class ItemDecoder {
 public:
  explicit ItemDecoder(const ItemSurroundings& surroundings) : parts_(surroundings) {}

  Read<DecodedItem> decode(const SourceValue& value) {
    TRY_ASSIGN(Fields fields, Fields::of(Located{&value, ""}));
    DecodedItem result;
    TRY_DONE(about(fields, result));
    TRY_DONE(reading(fields, result));
    TRY_ASSIGN(result.item.parameters, parameters(fields));
    TRY_ASSIGN(result.item.computed, computed(fields));
    TRY_ASSIGN(result.item.constraints, constraints(fields));
    TRY_ASSIGN(result.item.prompt, parts_.texts(fields, "prompt"));
    TRY_ASSIGN(result.item.figure, parts_.optional_figure(fields));
    TRY_ASSIGN(result.item.read_aloud, fields.truth("read_aloud", false));
    TRY_ASSIGN(result.item.sound, parts_.optional_sound(fields));
    TRY_ASSIGN(result.item.any_order, fields.truth("any_order", false));
    TRY_ASSIGN(result.item.media, engage::read_media(fields, parts_));
    if (result.item.media) TRY_DONE(fits_media(result));
    TRY_ASSIGN(result.item.steps,
               engage::read_steps(fields, parts_, result.item.media ? &*result.item.media : nullptr));
    TRY_DONE(fields.end());
    TRY_ASSIGN(result.skills, skills_of(std::move(result.skills), result.item.steps));
    return result;
  }

 private:
  static Read<void> about(Fields& fields, DecodedItem& result) {
    TRY_ASSIGN(result.id, fields.text("id", limits::identifier_bytes_max));
    if (!is_identifier(result.id)) return bad_field("/id", "an id has only a to z, 0 to 9, '.', '_' and '-'");
    TRY_ASSIGN(result.former, read_former(fields, result.id));
    TRY_ASSIGN(result.objective, fields.text("objective", limits::pack_text_bytes_max));
    if (const auto skills = fields.optional("skills")) {
      TRY_ASSIGN(result.skills, engage::read_skills(*skills));
    }
    TRY_ASSIGN(const Located difficulty, fields.required("difficulty"));
    TRY_ASSIGN(const std::int64_t grade, difficulty.whole(1, 9));
    result.difficulty_milli = static_cast<std::int32_t>((grade - 5) * 500);
    if (const auto typical = fields.optional("typical_seconds")) {
      TRY_ASSIGN(const std::int64_t seconds, typical->whole(1, interpret::typical_ms_max / 1000));
      result.typical_ms = static_cast<std::uint32_t>(seconds) * 1000;
    }
    return {};
  }

  static Read<void> reading(Fields& fields, DecodedItem& result) {
    if (const auto passage = fields.optional("passage")) {
      TRY_ASSIGN(result.passage, passage->text(limits::identifier_bytes_max));
    }
    if (const auto paragraph = fields.optional("paragraph")) {
      if (result.passage.empty()) return bad_field("/paragraph", "a paragraph needs the passage that it stands in");
      TRY_ASSIGN(const std::int64_t number, paragraph->whole(1, static_cast<std::int64_t>(limits::passage_blocks_max)));
      result.paragraph = static_cast<std::uint16_t>(number);
    }
    return {};
  }

  static Read<void> fits_media(const DecodedItem& item) {
    if (item.item.any_order) return bad_field("/any_order", "check points come in the order of the media; remove it");
    if (!item.passage.empty()) return bad_field("/passage", "an item has either a passage or media; make two of it");
    return {};
  }

  Read<std::vector<engage::Parameter>> parameters(Fields& fields) const {
    std::vector<engage::Parameter> result;
    const auto field = fields.optional("parameters");
    if (!field) return result;
    TRY_ASSIGN(Fields entries, Fields::of(*field));
    const std::vector<std::string> names = entries.names();
    if (names.size() > limits::item_parameters_max) return bad_field(field->pointer, "there are too many parameters");
    for (const std::string& name : names) {
      TRY_ASSIGN(const Located entry, entries.required(name));
      TRY_ASSIGN(engage::Parameter read, parameter(name, entry));
      result.push_back(std::move(read));
    }
    return result;
  }

  Read<engage::Parameter> parameter(const std::string& name, const Located& value) const {
    TRY_ASSIGN(Fields fields, Fields::of(value));
    engage::Parameter result{name, engage::NumberRange{}};
    if (const auto list = fields.optional("one_of")) {
      TRY_ASSIGN(result.draw, numbers(*list));
    } else if (const auto words = fields.optional("words")) {
      TRY_ASSIGN(result.draw, word_list(*words, fields));
    } else {
      TRY_ASSIGN(result.draw, range(fields));
    }
    TRY_DONE(fields.end());
    return result;
  }

  static Read<engage::NumberRange> range(Fields& fields) {
    engage::NumberRange result;
    TRY_ASSIGN(const Located from, fields.required("from"));
    TRY_ASSIGN(const Located to, fields.required("to"));
    TRY_ASSIGN(const std::int64_t least, from.whole(INT32_MIN, INT32_MAX));
    TRY_ASSIGN(const std::int64_t greatest, to.whole(least, INT32_MAX));
    result.from = static_cast<std::int32_t>(least);
    result.to = static_cast<std::int32_t>(greatest);
    if (const auto step = fields.optional("step")) {
      TRY_ASSIGN(const std::int64_t width, step->whole(1, INT32_MAX));
      result.step = static_cast<std::int32_t>(width);
    }
    return result;
  }

  static Read<engage::NumberList> numbers(const Located& list) {
    engage::NumberList result;
    TRY_ASSIGN(const auto entries, list.entries(1, limits::pack_list_entries_max));
    for (const Located& entry : entries) {
      TRY_ASSIGN(const engage::Expression expression, ItemParts::expression(entry));
      const auto number = expression.number({});
      if (!number) return bad_field(entry.pointer, number.error().sentence);
      result.numbers.push_back(*number);
    }
    return result;
  }

  Read<engage::WordList> word_list(const Located& list, Fields& fields) const {
    engage::WordList result;
    TRY_ASSIGN(const auto entries, list.entries(1, limits::pack_list_entries_max));
    for (const Located& entry : entries) {
      TRY_ASSIGN(auto word, parts_.words(entry));
      result.words.push_back(std::move(word));
    }
    if (const auto pick = fields.optional("pick")) {
      TRY_ASSIGN(result.pick, ItemParts::expression(*pick));
    }
    return result;
  }

  static Read<std::vector<engage::ComputedValue>> computed(Fields& fields) {
    std::vector<engage::ComputedValue> result;
    const auto field = fields.optional("let");
    if (!field) return result;
    TRY_ASSIGN(const auto entries, field->entries(0, limits::item_parameters_max));
    for (const Located& entry : entries) {
      TRY_ASSIGN(Fields one, Fields::of(entry));
      const std::vector<std::string> names = one.names();
      if (names.size() != 1) return bad_field(entry.pointer, "each entry of let names one value, such as - sum: a + b");
      TRY_ASSIGN(engage::Expression expression, ItemParts::expression(one, names.front()));
      result.push_back({names.front(), std::move(expression)});
    }
    return result;
  }

  static Read<std::vector<engage::Expression>> constraints(Fields& fields) {
    std::vector<engage::Expression> result;
    const auto field = fields.optional("where");
    if (!field) return result;
    TRY_ASSIGN(const auto entries, field->entries(0, limits::item_parameters_max));
    for (const Located& entry : entries) {
      TRY_ASSIGN(engage::Expression expression, ItemParts::expression(entry));
      result.push_back(std::move(expression));
    }
    return result;
  }

  // The only step's own, else those that the item names, else those of all steps in the order of the steps.
  static Read<std::vector<std::string>> skills_of(std::vector<std::string> named,
                                                  const std::vector<engage::StepTemplate>& steps) {
    if (steps.size() == 1 && !steps.front().skills.empty()) return steps.front().skills;
    if (named.empty())
      for (const engage::StepTemplate& step : steps)
        for (const std::string& skill : step.skills)
          if (std::find(named.begin(), named.end(), skill) == named.end()) named.push_back(skill);
    if (named.empty()) return bad_field("", "the field \"skills\" is missing; name what the item practises");
    if (named.size() > limits::item_skills_max)
      return bad_field("", "its steps have too many skills together; name the main ones in a field \"skills\"");
    return named;
  }

  ItemParts parts_;
};

}  // namespace

namespace {

Read<std::vector<std::string>> former_identifiers(Fields& fields, std::string_view name, const std::string& id) {
  std::vector<std::string> result;
  const auto field = fields.optional(name);
  if (!field) return result;
  TRY_ASSIGN(const auto entries, field->entries(1, limits::former_identifiers_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(std::string former, entry.text(2 * limits::identifier_bytes_max + 1));
    if (!is_former_identifier(former)) return bad_field(entry.pointer, "write an id of an earlier version, or PACK/ID");
    if (former == id) return bad_field(entry.pointer, "it is its own id; name what it was called before");
    if (std::find(result.begin(), result.end(), former) != result.end())
      return bad_field(entry.pointer, "the id is there twice; remove one");
    result.push_back(std::move(former));
  }
  return result;
}

}  // namespace

Read<FormerIds> read_former(Fields& fields, const std::string& id) {
  FormerIds result;
  TRY_ASSIGN(result.was, former_identifiers(fields, "was", id));
  TRY_ASSIGN(result.merges, former_identifiers(fields, "merges", id));
  return result;
}

namespace {

// Every "misconception" that stands in `json`, wherever the kind of task has it. A hint's own question is help: its
// answers are no evidence.
void find_misconceptions(const Json& json, const ItemSurroundings& surroundings, std::set<std::uint16_t>& found) {
  if (!json.is_structured()) return;
  for (const auto& [name, value] : json.items()) {
    if (json.is_object() && name == "hints") continue;
    if (json.is_object() && name == "misconception" && value.is_string()) {
      if (const auto index = surroundings.misconception(value.get<std::string>())) found.insert(*index);
    } else {
      find_misconceptions(value, surroundings, found);
    }
  }
}

std::vector<std::uint16_t> misconceptions_in(const Json& json, const ItemSurroundings& surroundings) {
  std::set<std::uint16_t> found;
  find_misconceptions(json, surroundings, found);
  return {found.begin(), found.end()};
}

}  // namespace

Read<DecodedItem> decode_item(const Json& json, const ItemSurroundings& surroundings) {
  ItemSurroundings around = surroundings;
  if (!json.contains("parameters") && !json.contains("let")) around.holes = engage::Holes::None;
  TRY_ASSIGN(DecodedItem result, ItemDecoder(around).decode(source_value(json)));
  result.misconceptions = misconceptions_in(json, surroundings);
  if (result.misconceptions.size() > limits::item_misconceptions_max)
    return bad_field("", "it shows too many misconceptions; make two items of it");
  if (result.item.steps.size() > 1 && !result.misconceptions.empty())
    for (const Json& step : json.at("steps"))
      result.step_misconceptions.push_back(misconceptions_in(step, surroundings));
  return result;
}

}  // namespace hornbook::pack
