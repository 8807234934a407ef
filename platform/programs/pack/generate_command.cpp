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

Json describe_wrong_answers(const engage::ItemInstance& instance) {
  Json described = Json::array();
  for (const engage::Answer& answer : engage::wrong_answers(instance.task)) {
    const auto entry = engage::entry_of(instance.task, answer);
    const engage::Verdict verdict = measure::score(instance, answer);
    described.push_back({{"answer", entry ? engage::words_of(instance.task, *entry) : std::string()},
                         {"credit_permille", verdict.credit_permille},
                         {"feedback", verdict.feedback}});
  }
  return described;
}

Json describe_instance(const engage::ItemInstance& instance) {
  Json result;
  result["kind"] = engage::name_of_kind(engage::kind_of(instance.task));
  result["choices"] = engage::things_of(instance.task);
  result["answer"] = engage::words_of(instance.task, engage::right_entry_of(instance.task));
  result["wrong"] = describe_wrong_answers(instance);
  result["seed"] = instance.seed;
  result["prompt"] = instance.prompt;
  result["figure"] = instance.figure ? Json(instance.figure->description) : Json();
  result["hints"] = instance.hints;
  result["explanation"] = instance.explanation;
  result["not_yet"] = instance.not_yet;
  return result;
}

Result<const content::SourceItem*> item_called(const content::PackSource& source, const std::string& id) {
  for (const content::SourceItem& item : source.items)
    if (item.decoded.id == id) return &item;
  return fail(ErrorCode::NotFound, "pack source", "there is no item \"" + id + "\"");
}

void print_plain(const Json& described) {
  std::printf("seed %s: %s\n  answer: %s\n", described["seed"].dump().c_str(),
              described["prompt"].get<std::string>().c_str(), described["answer"].dump().c_str());
}

}  // namespace

Done generate_command(const GenerateOptions& options) {
  TRY_ASSIGN(const content::SourceTree tree, content::read_source(options.source));
  const content::ReadOutcome outcome = content::read_pack(tree);
  if (!outcome.problems.empty()) return fail(ErrorCode::BadInput, "lint", content::describe(outcome.problems.front()));
  TRY_ASSIGN(const content::SourceItem* const item, item_called(outcome.source, options.item));
  const auto& languages = outcome.source.index.languages;
  const std::string& language = pack::best_language(languages, options.language);
  Json all = Json::array();
  for (std::uint32_t i = 0; i < options.count; ++i) {
    TRY_ASSIGN(const auto instance, engage::instantiate(item->decoded.item, 0, options.seed + i, language));
    all.push_back(describe_instance(instance));
    if (!options.as_json) print_plain(all.back());
  }
  if (options.as_json) std::printf("%s\n", all.dump(2).c_str());
  return {};
}

}  // namespace hornbook::platform
