// Instances of an item, so that an author sees what learners will meet.
#include <cstdio>

#include "content_packs/build/pack_source.hpp"
#include "platform/programs/pack/commands.hpp"
#include "runtime/engage/task.hpp"
#include "runtime/engage/template/instantiate.hpp"
#include "runtime/measure/scoring.hpp"
#include "runtime/pack/json_fields.hpp"

namespace hornbook::platform {
namespace {

using pack::Json;

Json describe_wrong_answers(const engage::Question& question) {
  Json described = Json::array();
  for (const engage::Answer& answer : engage::wrong_answers(question.task)) {
    const auto entry = engage::entry_of(question.task, answer);
    const engage::Verdict verdict = measure::score(question, answer);
    described.push_back({{"answer", entry ? engage::words_of(question.task, *entry) : std::string()},
                         {"credit_permille", verdict.credit_permille},
                         {"feedback", verdict.feedback}});
  }
  return described;
}

Json describe_figure(const std::optional<engage::Figure>& figure) {
  return figure ? Json(figure->description) : Json();
}

Json describe_question(const engage::Question& question) {
  Json result;
  result["kind"] = engage::name_of_kind(engage::kind_of(question.task));
  result["choices"] = engage::things_of(question.task);
  result["answer"] = engage::words_of(question.task, engage::right_entry_of(question.task));
  result["wrong"] = describe_wrong_answers(question);
  result["prompt"] = question.prompt;
  result["figure"] = describe_figure(question.figure);
  result["explanation"] = question.explanation;
  result["not_yet"] = question.not_yet;
  result["hints"] = Json::array();
  for (const engage::Hint& hint : question.hints)
    result["hints"].push_back(hint.question ? describe_question(*hint.question) : Json(hint.text));
  return result;
}

Json describe_media(const engage::Media& media) {
  Json captions = Json::array();
  for (const engage::Caption& caption : media.captions)
    captions.push_back({{"from_ms", caption.from_ms}, {"until_ms", caption.until_ms}, {"text", caption.text}});
  return {{"description", media.description}, {"length_ms", media.length_ms}, {"captions", std::move(captions)}};
}

// What an item asks as its only question stands beside its prompt, several steps in a list.
Json describe_instance(const engage::ItemInstance& instance) {
  Json result;
  if (instance.steps.size() == 1) {
    result = describe_question(instance.steps.front().question);
  } else {
    result["kind"] = "steps";
    result["steps"] = Json::array();
    for (const engage::Step& step : instance.steps) {
      Json described = describe_question(step.question);
      described["worked"] = step.worked;
      described["way"] = step.way;
      if (instance.media) described["at_ms"] = step.at_ms;
      result["steps"].push_back(std::move(described));
    }
  }
  const std::string& only = instance.steps.front().question.prompt;
  result["prompt"] = instance.steps.size() == 1 && !only.empty() ? instance.prompt + "\n\n" + only : instance.prompt;
  if (instance.figure || instance.steps.size() > 1) result["figure"] = describe_figure(instance.figure);
  if (instance.media) result["media"] = describe_media(*instance.media);
  result["seed"] = instance.seed;
  return result;
}

// Every item of the pack when no id is given.
Result<std::vector<const content::SourceItem*>> items_called(const content::PackSource& source, const std::string& id) {
  std::vector<const content::SourceItem*> items;
  for (const content::SourceItem& item : source.items)
    if (id.empty() || item.decoded.id == id) items.push_back(&item);
  if (items.empty()) return fail(ErrorCode::NotFound, "pack source", "there is no item \"" + id + "\"");
  return items;
}

void print_plain(const Json& described) {
  std::printf("%s, seed %s: %s\n", described["item"].get<std::string>().c_str(), described["seed"].dump().c_str(),
              described["prompt"].get<std::string>().c_str());
  if (!described.contains("steps")) std::printf("  answer: %s\n", described["answer"].dump().c_str());
  for (const Json& step : described.value("steps", Json::array()))
    std::printf("  step: %s\n    answer: %s\n", step["prompt"].get<std::string>().c_str(),
                step["answer"].dump().c_str());
}

}  // namespace

Done generate_command(const GenerateOptions& options) {
  TRY_ASSIGN(const content::SourceTree tree, content::read_source(options.source));
  const content::ReadOutcome outcome = content::read_pack(tree);
  if (!outcome.problems.empty()) return fail(ErrorCode::BadInput, "lint", content::describe(outcome.problems.front()));
  TRY_ASSIGN(const auto items, items_called(outcome.source, options.item));
  const auto& languages = outcome.source.index.languages;
  const std::string& language = pack::best_language(languages, options.language);
  Json all = Json::array();
  for (const content::SourceItem* const item : items) {
    for (std::uint32_t i = 0; i < options.count; ++i) {
      TRY_ASSIGN(const auto instance, engage::instantiate(item->decoded.item, 0, options.seed + i, language));
      Json described = describe_instance(instance);
      described["item"] = item->decoded.id;
      if (!options.as_json) print_plain(described);
      if (options.as_json) all.push_back(std::move(described));
    }
  }
  if (options.as_json) std::printf("%s\n", all.dump(2).c_str());
  return {};
}

}  // namespace hornbook::platform
