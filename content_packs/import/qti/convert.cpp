#include "content_packs/import/qti/convert.hpp"

#include <algorithm>

#include "content_packs/build/sample.hpp"
#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "content_packs/import/qti/body.hpp"
#include "content_packs/import/qti/processing.hpp"
#include "content_packs/import/qti/verify.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::content::qti {
namespace {

constexpr std::size_t draws_max = 5;
constexpr std::size_t said_max = 64;  // responses whose feedback is looked at
constexpr std::size_t objective_bytes_max = 200;

bool is_picture_name(std::string_view path) {
  const std::string small = in_small_letters(path);
  for (const char* ending : {".png", ".svg", ".jpg", ".jpeg", ".gif"})
    if (small.ends_with(ending)) return true;
  return false;
}

// One draw of an item.
class Converter {
 public:
  Converter(const Item& item, const SourceTree& tree, const std::string& language, const Session& drawn,
            ConvertedItem& result)
      : item_(item), tree_(tree), language_(language), drawn_(drawn), result_(result), scorer_(item, drawn) {}

  void convert() {
    const auto body = read_body(item_, drawn_, remarks());
    if (!body) return;
    std::vector<Interaction> interactions;
    for (const Asked& asked : body->asked) interactions.push_back(asked.interaction);
    const auto learnt = learn(interactions, item_, drawn_);
    if (!learnt) return refuse("not-scorable", learnt.error().sentence);
    for (std::size_t at = 0; at < interactions.size(); ++at) {
      const Learnt& each = learnt->interactions[at];
      rights_.emplace_back(interactions[at].response, each.responses.list[each.right].value);
    }
    texts(*body);
    for (std::size_t at = 0; at < interactions.size(); ++at)
      if (!step(body->asked[at], learnt->interactions[at], *learnt)) return;
    prompt_is_needed();
    finish(*learnt);
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

  // Its first picture that is there.
  std::optional<ImportedFigure> figure_of(const Content& content) {
    std::optional<ImportedFigure> figure;
    for (const Picture& picture : content.pictures) {
      const auto file = find_file(tree_, item_.path, picture.source);
      const std::string name = cut(picture.source, 80);
      if (!file || !is_picture_name(file->path)) {
        remark(file ? "picture-of-other-kind" : "picture-missing", "\"" + name + "\" was left out");
        continue;
      }
      if (figure) {
        remark("picture-beyond-the-first", "\"" + name + "\" has no place and was left out");
        continue;
      }
      if (picture.description.empty())
        remark("picture-without-description", "what \"" + name + "\" shows is not said; a title stands in");
      const std::string path = "media/" + identifier_of(file->path);
      result_.media.emplace(path, *file->bytes);
      figure =
          ImportedFigure{path, picture.description.empty() ? title() : engage::escaped_for_markup(picture.description)};
    }
    return figure;
  }

  [[nodiscard]] std::string title() const {
    return engage::escaped_for_markup(item_.title.empty() ? item_.id : item_.title);
  }

  void texts(const Body& body) {
    imported_.id = identifier_of(item_.id.empty() ? item_.path : item_.id);
    imported_.objective = cut(item_.title.empty() ? plain_words(body.start.markup) : item_.title, objective_bytes_max);
    if (imported_.objective.empty()) imported_.objective = item_.id.empty() ? item_.path : item_.id;
    imported_.prompt = fitting(body.start.markup);
    imported_.figure = figure_of(body.start);
  }

  // An item says something before its steps do.
  void prompt_is_needed() {
    if (!imported_.prompt.empty()) return;
    if (imported_.steps.size() == 1 && !imported_.steps[0].prompt.empty())
      imported_.prompt.swap(imported_.steps[0].prompt);
    else
      imported_.prompt = title();
  }

  bool step(const Asked& asked, const Learnt& learnt, const LearntItem& all) {
    const Interaction& interaction = asked.interaction;
    StepReport report;
    report.id = interaction.response;
    const auto credit_of = [&](const Value& value) -> std::optional<double> {
      Scorer::Given responses = rights_;
      for (auto& [id, right] : responses)
        if (id == interaction.response) right = value;
      const auto score = scorer_.score(responses);
      return score ? std::optional(all.most > 0 ? *score / all.most : 0) : std::nullopt;
    };
    const TaskSurroundings around{interaction.response, report.remarks,
                                  [this](const Content& content) { return figure_of(content); }, credit_of};
    auto built = build_task(interaction, learnt, around);
    report.outcome = outcome_of(report.remarks);
    if (!built) {
      remarks().insert(remarks().end(), report.remarks.begin(), report.remarks.end());
      return false;
    }
    ImportedStep step;
    step.id = identifier_of(interaction.response);
    step.prompt = fitting(joined(asked.before.markup, interaction.prompt.markup));
    step.figure = figure_of(interaction.prompt);
    say(interaction, learnt, *built, step);
    step.task = built->task;
    report.kind = kind_of(step.task);
    imported_.steps.push_back(std::move(step));
    built_.push_back(std::move(*built));
    credits_.push_back(learnt.credits);
    result_.report.steps.push_back(std::move(report));
    return true;
  }

  // What the item says to the right response and to others.
  void say(const Interaction& interaction, const Learnt& learnt, BuiltTask& built, ImportedStep& step) {
    auto* choices = std::get_if<ImportedChoices>(&built.task);
    std::set<std::string> said_to_wrong;
    for (std::size_t at = 0; at < learnt.responses.list.size() && at < said_max; ++at) {
      const Response& response = learnt.responses.list[at];
      Scorer::Given responses = rights_;
      for (auto& [id, right] : responses)
        if (id == interaction.response) right = response.value;
      const auto after = scorer_.attempt(responses);
      if (!after) continue;
      const std::string said = feedback_in(item_, drawn_, *after);
      if (at == learnt.right) step.explanation = said;
      if (is_full(learnt.credits[at])) continue;
      said_to_wrong.insert(said);
      const bool is_one_choice = choices != nullptr && !choices->several && response.picks.size() == 1;
      if (is_one_choice) choices->choices[response.picks[0]].feedback = said;
    }
    if (said_to_wrong.size() == 1) step.not_yet = *said_to_wrong.begin();
    if (said_to_wrong.size() == 1 && choices != nullptr)
      for (ImportedChoice& choice : choices->choices) choice.feedback.clear();
  }

  // Gives each step its credit rule, and sees that the whole is sound and scores as the item does.
  void finish(const LearntItem& learnt) {
    auto instance = instance_of(imported_, language_);
    if (!instance) return refuse("not-representable", instance.error().sentence);
    for (std::size_t at = 0; at < built_.size(); ++at)
      imported_.steps[at].credit = credit_rule_for(
          instance->steps[at].question, built_[at], credits_[at],
          built_.size() == 1 ? worths_by_mapping(*drawn_.declaration(rights_[at].first),
                                                 learnt.interactions[at].responses, built_[at], learnt.most)
                             : std::vector<ImportedPartWorth>());
    instance = instance_of(imported_, language_);
    if (!instance) return refuse("not-representable", instance.error().sentence);
    for (std::size_t at = 0; at < built_.size(); ++at) {
      const Agreement found = compare(instance->steps[at].question, built_[at], credits_[at]);
      StepReport& report = result_.report.steps[at];
      if (found.same_credit < found.responses || found.same_verdict < found.responses)
        report.remarks.push_back({Outcome::Approximated, "scores-differ", report.id, sentence_of(found)});
      report.outcome = outcome_of(report.remarks);
    }
    if (learnt.differing > 0)
      remark("scores-combine-otherwise",
             "of " + std::to_string(learnt.combinations) + " sets of responses " + std::to_string(learnt.differing) +
                 " are right as a whole where the steps are not all right, or the other way round");
    result_.items.push_back(std::move(imported_));
  }

  static std::string sentence_of(const Agreement& found) {
    const auto share = [&](std::size_t same) {
      return std::to_string(same) + " of " + std::to_string(found.responses);
    };
    return "right or not is the same for " + share(found.same_verdict) + " responses, the credit for " +
           share(found.same_credit);
  }

  static std::string joined(const std::string& one, const std::string& other) {
    return one.empty() ? other : other.empty() ? one : one + "\n\n" + other;
  }

  const Item& item_;
  const SourceTree& tree_;
  const std::string& language_;
  const Session& drawn_;
  ConvertedItem& result_;
  Scorer scorer_;
  ImportedItem imported_;
  Scorer::Given rights_;
  std::vector<BuiltTask> built_;
  std::vector<std::vector<double>> credits_;
};

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
    ConvertedItem one;
    one.report.id = result.report.id;
    Converter(item, tree, language, *drawn, one).convert();
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
