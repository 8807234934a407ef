// Instances of an item, so that an author sees what learners will meet.
#include <cstdio>

#include "content_packs/build/pack_source.hpp"
#include "platform/programs/pack/commands.hpp"
#include "runtime/engage/template/instantiate.hpp"
#include "runtime/pack/json_fields.hpp"

namespace hornbook::platform {
namespace {

using pack::Json;

struct DescribeTask {
  Json operator()(const engage::MultipleChoice& task) const {
    Json choices = Json::array();
    std::string answer;
    for (const engage::Choice& choice : task.choices) {
      const std::string shown = choice.text.empty() ? choice.figure->description : choice.text;
      choices.push_back(shown);
      if (choice.correct) answer = shown;
    }
    return {{"choices", choices}, {"answer", answer}};
  }
  Json operator()(const engage::NumberEntry& task) const {
    Json wrong = Json::array();
    for (const auto& each : task.wrong)
      wrong.push_back({{"value", to_text(each.value)}, {"feedback", each.wrong.feedback}});
    return {{"answer", to_text(task.expected)}, {"unit", task.unit}, {"wrong", wrong}};
  }
  Json operator()(const engage::OrderTask& task) const {
    Json answer = Json::array();
    for (const std::uint8_t index : task.correct_order)
      for (const engage::Tile& tile : task.tiles)
        if (tile.source_index == index) answer.push_back(tile.text);
    return {{"answer", answer}};
  }
  Json operator()(const engage::NumberLine& task) const {
    return {{"from", to_text(task.from)},
            {"to", to_text(task.to)},
            {"intervals", task.intervals},
            {"answer", task.target_tick}};
  }
};

Json describe_instance(const engage::ItemInstance& instance) {
  Json result = std::visit(DescribeTask{}, instance.task);
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
