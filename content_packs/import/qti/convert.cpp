#include "content_packs/import/qti/convert.hpp"

#include <algorithm>

#include "content_packs/build/sample.hpp"
#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "content_packs/import/qti/item_pictures.hpp"
#include "content_packs/import/qti/lay_out.hpp"
#include "content_packs/import/qti/processing.hpp"
#include "content_packs/import/qti/verify.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::content::qti {
namespace {

constexpr std::size_t draws_max = 5;
constexpr std::size_t said_max = 64;  // responses whose feedback is looked at
constexpr std::size_t objective_bytes_max = 200;

// One draw of an item.
class Converter {
 public:
  Converter(const Item& item, const SourceTree& tree, const std::string& language, const Session& drawn,
            ConvertedItem& result)
      : item_(item),
        language_(language),
        drawn_(drawn),
        result_(result),
        pictures_(item, tree, result.media, result.report.remarks),
        scorer_(item, drawn) {}

  void convert(Layout layout) {
    auto body = read_body(item_, drawn_, remarks());
    if (!body) return;
    auto single = learn_singles(*body);
    if (!single && leave_long_answers_to_people(*body)) single = learn_singles(*body);
    if (!single) return refuse("not-scorable", single.error().sentence);
    single_ = std::move(*single);
    laid_ = lay_out(*body, layout);
    if (const auto done = learn_laid(*body); !done) return refuse("not-scorable", done.error().sentence);
    texts(*body);
    for (std::size_t at = 0; at < laid_.tasks.size(); ++at)
      if (!step(*body, at)) return;
    prompt_is_needed();
    finish();
  }

 private:
  Remarks& remarks() { return result_.report.remarks; }
  void refuse(const char* code, std::string sentence) {
    remarks().push_back({Outcome::Refused, code, item_.id, std::move(sentence)});
  }
  void remark(const char* code, std::string sentence) {
    remarks().push_back({Outcome::Approximated, code, item_.id, std::move(sentence)});
  }

  std::string fitting(std::string prompt) {
    if (prompt.size() <= prompt_bytes_max) return prompt;
    remark("text-too-long", "a text is longer than a prompt may be and was cut");
    std::string shorter = cut(std::move(prompt), prompt_bytes_max - 4);
    if (std::count(shorter.begin(), shorter.end(), '$') % 2 != 0) shorter.resize(shorter.find_last_of('$'));
    return shorter + " …";
  }

  void texts(const Body& body) {
    imported_.id = identifier_of(item_.id.empty() ? item_.path : item_.id);
    imported_.objective = cut(item_.title.empty() ? plain_words(laid_.start) : item_.title, objective_bytes_max);
    if (imported_.objective.empty()) imported_.objective = item_.id.empty() ? item_.path : item_.id;
    imported_.prompt = fitting(laid_.start);
    imported_.figure = pictures_.figure_of({"", body.pictures});
    pictures_.play(body.played, imported_);
  }

  // What each interaction is worth by itself; of an essay, nothing is known.
  [[nodiscard]] Result<LearntItem> learn_singles(const Body& body) {
    std::vector<Interaction> scored;
    place_of_.clear();
    for (const Asked& asked : body.asked) {
      place_of_.push_back(scored.size());
      if (asked.interaction.asks != Asks::Essay) scored.push_back(asked.interaction);
    }
    if (scored.empty()) return LearntItem();
    return learn(scored, item_, drawn_);
  }

  // Rules that read a long answer but score none of those that are known only look whether there is one.
  static bool leave_long_answers_to_people(Body& body) {
    bool has_any = false;
    for (Asked& asked : body.asked) {
      if (asked.interaction.element->name != "extendedTextInteraction") continue;
      has_any = has_any || asked.interaction.asks != Asks::Essay;
      asked.interaction.asks = Asks::Essay;
    }
    return has_any;
  }

  [[nodiscard]] const Learnt& single(std::size_t asked) const { return single_.tasks[place_of_[asked]]; }

  // The same for tasks as they are laid out.
  Done learn_laid(const Body& body) {
    std::vector<Learnt> tasks;
    bool has_cloze = false;
    for (const LaidTask& laid : laid_.tasks) {
      if (body.asked[laid.asked.front()].interaction.asks == Asks::Essay) continue;
      std::vector<const Learnt*> parts;
      for (const std::size_t at : laid.asked) parts.push_back(&single(at));
      has_cloze = has_cloze || !laid.text.empty();
      tasks.push_back(laid.text.empty() ? *parts.front() : combined(parts));
    }
    learnt_ = single_;
    if (has_cloze) {
      for (Learnt& task : tasks) task.credits.clear();
      TRY_ASSIGN(learnt_, learn_tasks(std::move(tasks), item_, drawn_));
    }
    for (const Learnt& task : learnt_.tasks)
      for (auto& each : given_in(task, task.right)) rights_.push_back(std::move(each));
    return {};
  }

  // An item says something before its steps do.
  void prompt_is_needed() {
    if (!imported_.prompt.empty()) return;
    if (imported_.steps.size() == 1 && !imported_.steps[0].prompt.empty())
      imported_.prompt.swap(imported_.steps[0].prompt);
    else
      imported_.prompt = pictures_.title();
  }

  TaskSurroundings around(const std::string& response, Remarks& remarks) {
    const auto credit_of = [this, response](const Value& value) -> std::optional<double> {
      const auto score = scorer_.score(rights_but({{response, value}}));
      return score ? std::optional(learnt_.most > 0 ? *score / learnt_.most : 0) : std::nullopt;
    };
    return {response, remarks, [this](const Content& content) { return pictures_.figure_of(content); },
            [this](const Interaction& interaction) { return pictures_.plate_of(interaction); }, credit_of};
  }

  [[nodiscard]] Scorer::Given rights_but(const Scorer::Given& others) const {
    Scorer::Given given = rights_;
    for (auto& [id, value] : given)
      for (const auto& [other, otherwise] : others)
        if (id == other) value = otherwise;
    return given;
  }

  std::optional<BuiltTask> built(const Body& body, const LaidTask& laid, const Learnt& learnt, Remarks& remarks) {
    const Interaction& first = body.asked[laid.asked.front()].interaction;
    if (laid.text.empty()) return build_task(first, learnt, around(first.response, remarks));
    std::vector<Part> parts;
    for (const std::size_t at : laid.asked) {
      const Interaction& each = body.asked[at].interaction;
      parts.push_back({each, single(at), around(each.response, remarks)});
    }
    auto cloze = build_cloze(laid.text, parts, learnt);
    if (!cloze) refuse("cloze-not-possible", "what stands in its text cannot be filled in there");
    return cloze;
  }

  bool step(const Body& body, std::size_t task) {
    const LaidTask& laid = laid_.tasks[task];
    const Interaction& first = body.asked[laid.asked.front()].interaction;
    StepReport report;
    report.id = first.response;
    ImportedStep step;
    step.id = identifier_of(first.response);
    step.prompt = fitting(joined(laid.lead, first.prompt.markup, "\n\n"));
    step.figure = pictures_.figure_of(first.prompt);
    if (first.asks == Asks::Essay) {
      step.task = ImportedOpenResponse();
      step.explanation = engage::escaped_for_markup(cut(text_of(drawn_.correct(first.response)), prompt_bytes_max / 2));
    } else {
      const Learnt& learnt = learnt_.tasks[built_.size()];
      auto task_of_step = built(body, laid, learnt, report.remarks);
      if (!task_of_step) {
        remarks().insert(remarks().end(), report.remarks.begin(), report.remarks.end());
        return false;
      }
      say(learnt, *task_of_step, step);
      step.task = task_of_step->task;
      built_.push_back(std::move(*task_of_step));
      scored_steps_.push_back(imported_.steps.size());
    }
    report.outcome = outcome_of(report.remarks);
    report.kind = kind_of(step.task);
    imported_.steps.push_back(std::move(step));
    result_.report.steps.push_back(std::move(report));
    return true;
  }

  // What the item says to the right response and to others.
  void say(const Learnt& learnt, BuiltTask& built, ImportedStep& step) {
    auto* choices = std::get_if<ImportedChoices>(&built.task);
    std::set<std::string> said_to_wrong;
    for (std::size_t at = 0; at < learnt.responses.list.size() && at < said_max; ++at) {
      const auto after = scorer_.attempt(rights_but(given_in(learnt, at)));
      if (!after) continue;
      const std::string said = feedback_in(item_, drawn_, *after);
      if (at == learnt.right) step.explanation = said;
      if (is_full(learnt.credits[at])) continue;
      said_to_wrong.insert(said);
      const auto& picks = learnt.responses.list[at].picks;
      const bool is_one_choice = choices != nullptr && !choices->several && picks.size() == 1;
      if (is_one_choice) choices->choices[picks[0]].feedback = said;
    }
    if (said_to_wrong.size() == 1) step.not_yet = *said_to_wrong.begin();
    if (said_to_wrong.size() == 1 && choices != nullptr)
      for (ImportedChoice& choice : choices->choices) choice.feedback.clear();
  }

  // Gives each step its credit rule, and sees that the whole is sound and scores as the item does.
  void finish() {
    auto instance = instance_of(imported_, language_);
    if (!instance) return refuse("not-representable", instance.error().sentence);
    for (std::size_t at = 0; at < built_.size(); ++at) {
      const Learnt& learnt = learnt_.tasks[at];
      const auto suggested =
          built_.size() == 1 && learnt.ids.size() == 1
              ? worths_by_mapping(*drawn_.declaration(learnt.ids.front()), learnt.responses, built_[at], learnt_.most)
              : std::vector<ImportedPartWorth>();
      auto& credit = imported_.steps[scored_steps_[at]].credit;
      credit = credit_rule_for(instance->steps[scored_steps_[at]].question, built_[at], learnt.credits, suggested);
      if (credit) give_alike(built_[at].alike, *credit);
    }
    instance = instance_of(imported_, language_);
    if (!instance) return refuse("not-representable", instance.error().sentence);
    for (std::size_t at = 0; at < built_.size(); ++at) {
      const std::size_t step = scored_steps_[at];
      const Agreement found = compare(instance->steps[step].question, built_[at], learnt_.tasks[at].credits);
      StepReport& report = result_.report.steps[step];
      if (found.same_credit < found.responses || found.same_verdict < found.responses)
        report.remarks.push_back({Outcome::Approximated, "scores-differ", report.id, sentence_of(found)});
      report.outcome = outcome_of(report.remarks);
    }
    if (learnt_.differing > 0)
      remark("scores-combine-otherwise",
             "of " + std::to_string(learnt_.combinations) + " sets of responses " + std::to_string(learnt_.differing) +
                 " are right as a whole where the steps are not all right, or the other way round");
    result_.items.push_back(std::move(imported_));
  }

  // What a tile adds, the others that are the same option add, too.
  static void give_alike(const std::vector<std::vector<std::uint32_t>>& alike, ImportedCredit& credit) {
    std::vector<ImportedPartWorth> parts;
    const auto add = [&](const ImportedPartWorth& part) {
      const auto is_known = [&](const ImportedPartWorth& known) {
        return known.number == part.number && known.place == part.place;
      };
      if (std::none_of(parts.begin(), parts.end(), is_known)) parts.push_back(part);
    };
    for (const ImportedPartWorth& part : credit.parts) {
      add(part);
      for (const auto& numbers : alike)
        if (std::find(numbers.begin(), numbers.end(), part.number) != numbers.end())
          for (const std::uint32_t number : numbers) add({number, part.place, part.worth});
    }
    credit.parts = std::move(parts);
  }

  static std::string sentence_of(const Agreement& found) {
    const auto share = [&](std::size_t same) {
      return std::to_string(same) + " of " + std::to_string(found.responses);
    };
    return "right or not is the same for " + share(found.same_verdict) + " responses, the credit for " +
           share(found.same_credit);
  }

  const Item& item_;
  const std::string& language_;
  const Session& drawn_;
  ConvertedItem& result_;
  ItemPictures pictures_;
  Scorer scorer_;
  std::vector<std::size_t> place_of_;  // of each interaction, in single_
  LearntItem single_;                  // each interaction by itself
  LaidOut laid_;
  LearntItem learnt_;  // as laid out
  Scorer::Given rights_;
  ImportedItem imported_;
  std::vector<BuiltTask> built_;
  std::vector<std::size_t> scored_steps_;  // places in imported_.steps
};

// Whether each response scores as by the item's own rules.
bool scores_alike(const ConvertedItem& converted) {
  if (converted.items.empty()) return false;
  const auto differs = [](const Remark& remark) {
    return remark.code == "scores-differ" || remark.code == "scores-combine-otherwise";
  };
  const auto has_none = [&](const Remarks& remarks) { return std::none_of(remarks.begin(), remarks.end(), differs); };
  return has_none(converted.report.remarks) &&
         std::all_of(converted.report.steps.begin(), converted.report.steps.end(),
                     [&](const StepReport& step) { return has_none(step.remarks); });
}

// What stands in one text together, unless only one by one can be had or scores as the item does.
ConvertedItem convert_drawn(const Item& item, const SourceTree& tree, const std::string& language,
                            const Session& drawn) {
  ConvertedItem together;
  Converter(item, tree, language, drawn, together).convert(Layout::Together);
  if (scores_alike(together)) return together;
  ConvertedItem one_by_one;
  Converter(item, tree, language, drawn, one_by_one).convert(Layout::OneByOne);
  return together.items.empty() || scores_alike(one_by_one) ? one_by_one : together;
}

void settle(ItemReport& report) {
  report.outcome = outcome_of(report.remarks);
  for (const StepReport& step : report.steps)
    if (step.outcome != Outcome::Taken) report.outcome = std::max(report.outcome, Outcome::Approximated);
}

// Each reason once, however many draws gave it.
void once_each(Remarks& remarks) {
  Remarks kept;
  for (Remark& remark : remarks) {
    const auto same = [&](const Remark& other) {
      return other.code == remark.code && other.where == remark.where && other.sentence == remark.sentence;
    };
    if (std::none_of(kept.begin(), kept.end(), same)) kept.push_back(std::move(remark));
  }
  remarks = std::move(kept);
}

bool looks_the_same(const ImportedItem& one, const ImportedItem& other, const std::string& language) {
  return to_yaml(one, language) == to_yaml(other, language);
}

}  // namespace

ConvertedItem convert_item(const Item& item, const SourceTree& tree, const std::string& language) {
  ConvertedItem result;
  result.report.id = item.id.empty() ? item.path : item.id;
  if (item.is_adaptive)
    result.report.remarks.push_back({Outcome::Approximated, "adaptive", item.id,
                                     "it changes from attempt to attempt; here each attempt is like the first"});
  const std::size_t draws = item.templates == nullptr ? 1 : draws_max;
  for (std::size_t number = 0; number < draws; ++number) {
    const auto drawn = draw(item.declarations, item.templates, number + 1);
    if (!drawn) {
      result.report.remarks.push_back({Outcome::Refused, "template-not-drawn", item.id, drawn.error().sentence});
      break;
    }
    ConvertedItem one = convert_drawn(item, tree, language, *drawn);
    result.report.remarks.insert(result.report.remarks.end(), one.report.remarks.begin(), one.report.remarks.end());
    result.report.steps = std::move(one.report.steps);
    result.media.merge(one.media);
    if (one.items.empty()) break;
    const auto is_known = [&](const ImportedItem& known) { return looks_the_same(known, one.items[0], language); };
    if (std::none_of(result.items.begin(), result.items.end(), is_known))
      result.items.push_back(std::move(one.items[0]));
  }
  once_each(result.report.remarks);
  if (outcome_of(result.report.remarks) == Outcome::Refused) result.items.clear();
  if (result.items.empty()) result.report.steps.clear();
  if (result.items.size() > 1)
    result.report.remarks.push_back({Outcome::Approximated, "template-drawn", item.id,
                                     "its template was drawn " + std::to_string(result.items.size()) + " times"});
  settle(result.report);
  return result;
}

}  // namespace hornbook::content::qti
