#include "content_packs/import/h5p/task.hpp"

#include <algorithm>

#include "content_packs/import/h5p/words.hpp"
#include "content_packs/import/spelling.hpp"
#include "content_packs/import/text_structure.hpp"
#include "content_packs/import/things.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::content::h5p {
namespace {

using engage::escaped_for_markup;
using pack::Json;

// Fields of others' JSON: what is missing or of another type is empty.
Json field(const Json& json, const char* name) { return json.is_object() && json.contains(name) ? json[name] : Json(); }
std::string text(const Json& json, const char* name) {
  const Json found = field(json, name);
  return found.is_string() ? found.get<std::string>() : std::string();
}
bool truth(const Json& json, const char* name, bool otherwise) {
  const Json found = field(json, name);
  if (found.is_string()) return found.get<std::string>() == "true";
  return found.is_boolean() ? found.get<bool>() : otherwise;
}

class ItemReader {
 public:
  ItemReader(const Json& content, const ContentFile& file, std::map<std::string, Bytes>& media, Remarks& remarks)
      : content_(content), file_(file), media_(media), remarks_(remarks) {}

  std::optional<ImportedItem> multiple_choice() {
    ImportedChoices task;
    const Json behaviour = field(content_, "behaviour");
    task.shuffled = truth(behaviour, "randomAnswers", true);
    std::size_t right = 0;
    for (const Json& answer : field(content_, "answers")) {
      const Json said = field(answer, "tipsAndFeedback");
      ImportedChoice choice;
      choice.text = markup(text(answer, "text"), "answers");
      choice.correct = truth(answer, "correct", false);
      choice.feedback = markup(text(said, "chosenFeedback"), "answers");
      right += choice.correct ? 1u : 0u;
      task.choices.push_back(std::move(choice));
    }
    if (right == 0) return refuse("answer-missing", "no answer is marked as right");
    if (task.choices.size() < 2) return refuse("choices-too-few", "it has one answer alone");
    if (task.choices.size() > limits::item_choices_max) return refuse("choices-too-many", "it has too many answers");
    task.several = right > 1 || text(behaviour, "type") == "multi";
    return asked(markup(text(content_, "question"), "question"), std::move(task));
  }

  std::optional<ImportedItem> true_false() {
    const Json words = field(content_, "l10n");
    const std::string yes = text(words, "trueText"), no = text(words, "falseText");
    const bool is_true = truth(content_, "correct", true);
    const std::string wrong = markup(text(field(content_, "behaviour"), "feedbackOnWrong"), "behaviour");
    ImportedChoices task;
    task.shuffled = false;
    task.choices = {{escaped_for_markup(yes.empty() ? "True" : yes), {}, is_true, is_true ? "" : wrong},
                    {escaped_for_markup(no.empty() ? "False" : no), {}, !is_true, is_true ? wrong : ""}};
    auto item = asked(markup(text(content_, "question"), "question"), std::move(task));
    if (item)
      item->steps.front().explanation = markup(text(field(content_, "behaviour"), "feedbackOnCorrect"), "behaviour");
    return item;
  }

  std::optional<ImportedItem> blanks() {
    std::string whole;
    for (const Json& each : field(content_, "questions"))
      if (each.is_string()) whole += "<div>" + each.get<std::string>() + "</div>";
    const bool exact = truth(field(content_, "behaviour"), "caseSensitive", true);
    return cloze(whole, text(content_, "text"), [&](const Blank& blank) -> ImportedBlank {
      ImportedShortText typed;
      typed.answer = blank.answers.front();
      for (std::size_t at = 1; at < blank.answers.size(); ++at) typed.accept.push_back(blank.answers[at]);
      typed.exact_case = exact;
      return typed;
    });
  }

  std::optional<ImportedItem> drag_text() {
    auto item = cloze(text(content_, "textField"), text(content_, "taskDescription"), [](const Blank& blank) {
      return ImportedBlank(ImportedTileBlank{{blank.answers.front(), {}}, {}});
    });
    if (!item) return item;
    auto& task = std::get<ImportedCloze>(item->steps.front().task);
    for (const Blank& extra : cut_at_blanks(text(content_, "distractors")).blanks)
      task.extra.push_back({extra.answers.front(), {}});
    if (task.blanks.size() + task.extra.size() > limits::bank_tiles_max)
      return refuse("tiles-too-many", "it has too many words to drag");
    return item;
  }

  std::nullopt_t refuse(const char* code, std::string sentence) {
    remarks_.push_back({Outcome::Refused, code, "", std::move(sentence)});
    return std::nullopt;
  }

 private:
  // A text in HTML; a broken one is reported and empty.
  std::string markup(const std::string& html, const char* where) {
    const auto read = markup_of_html(html, where, remarks_);
    if (!read)
      remarks_.push_back(
          {Outcome::Approximated, "html-broken", where, "a text is no well-formed HTML; it was left out"});
    return read.value_or("");
  }

  // The blanks' numbers are those of `blanks`, whatever stands between them.
  std::string text_with_marks(const TextWithBlanks& parts) {
    std::string text = markup(parts.html, "text");
    for (std::size_t at = 1; at <= parts.blanks.size(); ++at)
      text = replaced(std::move(text), blank_here(at), thing_here(at));
    if (auto lists = with_tables_of_things_as_lists(text)) {
      remarks_.push_back({Outcome::Approximated, "table-as-lines", "text",
                          "a table has blanks in it; each row became an entry of a list"});
      text = std::move(*lists);
    }
    return with_things(
        text, [](std::size_t number) { return mark(number); }, in_source);
  }

  template <class MakeBlank>
  std::optional<ImportedItem> cloze(const std::string& marked, const std::string& instruction, MakeBlank make_blank) {
    const TextWithBlanks parts = cut_at_blanks(marked);
    if (parts.blanks.empty()) return refuse("answer-missing", "its text has no blank");
    if (parts.blanks.size() > limits::blanks_max) return refuse("blanks-too-many", "its text has too many blanks");
    ImportedCloze task;
    task.text = text_with_marks(parts);
    std::vector<ImportedHint> hints;
    for (std::size_t at = 0; at < parts.blanks.size(); ++at) {
      task.blanks.push_back(make_blank(parts.blanks[at]));
      if (parts.blanks[at].tip.empty() || hints.size() == limits::hints_max) continue;
      ImportedHint hint;
      hint.id = "tip-" + std::to_string(at + 1);
      hint.text = parts.blanks[at].tip;
      hints.push_back(std::move(hint));
    }
    std::string prompt = markup(instruction, "text");
    auto item = asked(prompt.empty() ? "…" : std::move(prompt), std::move(task));
    if (item) item->steps.front().hints = std::move(hints);
    return item;
  }

  std::optional<ImportedItem> asked(std::string prompt, ImportedTask task) {
    if (prompt.empty()) return refuse("question-missing", "it asks nothing");
    ImportedItem item;
    item.prompt = std::move(prompt);
    item.figure = picture();
    ImportedStep step;
    step.id = "a";
    step.task = std::move(task);
    item.steps.push_back(std::move(step));
    return item;
  }

  std::optional<ImportedFigure> picture() {
    const Json type = field(field(content_, "media"), "type");
    const Json parameters = field(type, "params");
    const std::string path = text(field(parameters, "file"), "path");
    if (path.empty()) {
      if (!text(type, "library").empty())
        remarks_.push_back({Outcome::Approximated, "media-left-out", "media", "only its pictures are taken"});
      return std::nullopt;
    }
    const auto found = file_.tree.find(file_.folder + path);
    if (found == file_.tree.end()) {
      remarks_.push_back({Outcome::Approximated, "picture-missing", "media", "its picture is not in the file"});
      return std::nullopt;
    }
    std::string description = escaped_for_markup(text(parameters, "alt"));
    if (description.empty()) {
      remarks_.push_back({Outcome::Approximated, "picture-without-description", "media",
                          "say what the picture shows, for whoever does not see it; its name stands in"});
      description = escaped_for_markup(path.substr(path.rfind('/') + 1));
    }
    const std::string kept = "media/" + path.substr(path.rfind('/') + 1);
    media_.emplace(kept, found->second);
    return ImportedFigure{kept, std::move(description)};
  }

  const Json& content_;
  const ContentFile& file_;
  std::map<std::string, Bytes>& media_;
  Remarks& remarks_;
};

}  // namespace

std::optional<ImportedItem> item_of(std::string_view library, const Json& content, const ContentFile& file,
                                    std::map<std::string, Bytes>& media, Remarks& remarks) {
  ItemReader reader(content, file, media, remarks);
  const std::string_view type = library.substr(0, library.find(' '));
  if (type == "H5P.MultiChoice") return reader.multiple_choice();
  if (type == "H5P.TrueFalse") return reader.true_false();
  if (type == "H5P.Blanks") return reader.blanks();
  if (type == "H5P.DragText") return reader.drag_text();
  return reader.refuse("type-unsupported",
                       "content of the type " + std::string(type.substr(0, 100)) +
                           " is not taken; multiple choice, true or false, blanks and drag the words are");
}

}  // namespace hornbook::content::h5p
