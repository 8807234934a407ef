#include "content_packs/import/oatutor/hints.hpp"

#include <utility>

#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/oatutor/order_hints.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::oatutor {
namespace {

class PathwayReader {
 public:
  PathwayReader(const std::string& step, const std::string& description, const Figures& figures, Remarks& remarks)
      : step_(step), description_(description), figures_(figures), remarks_(remarks) {}

  std::vector<ImportedHint> read(const pack::Json& pathway) {
    if (!pathway.is_array()) {
      remark(Outcome::Approximated, "pathway-of-wrong-kind", step_, "its hints are no list; they were left out");
      return {};
    }
    std::vector<PendingHint> pending;
    for (const pack::Json& entry : pathway) add(entry, pending);
    keep_few(pending);
    return in_order(std::move(pending), remarks_);
  }

 private:
  void add(const pack::Json& entry, std::vector<PendingHint>& pending) {
    if (!entry.is_object())
      return remark(Outcome::Approximated, "hint-of-wrong-kind", step_, "one of its hints is no object");
    PendingHint read;
    read.source_id = Record(entry, step_, remarks_).text("id");
    const std::string where = read.source_id.empty() ? step_ : read.source_id;
    const Record record(entry, where, remarks_);
    for (const PendingHint& other : pending)
      if (!read.source_id.empty() && other.source_id == read.source_id)
        remark(Outcome::Approximated, "hint-id-twice", where, "another hint has its id; it was given another");
    read.dependencies = record.texts("dependencies");
    read.hint.id = ids_.give(short_id(read.source_id, pending.size() + 1));
    if (fill(record, where, read.hint)) pending.push_back(std::move(read));
  }

  // "h1" of "a1b2c3a-h1"
  [[nodiscard]] std::string short_id(const std::string& id, std::size_t number) const {
    if (id.empty()) return "h" + std::to_string(number);
    return id.starts_with(step_ + "-") ? id.substr(step_.size() + 1) : id;
  }

  // Whether there is anything to show.
  bool fill(const Record& record, const std::string& where, ImportedHint& hint) {
    record.remark_unknown({"id", "type", "title", "text", "dependencies", "variabilization", "oer", "license",
                           "problemType", "answerType", "hintAnswer", "choices", "subHints", "answerLatex", "precision",
                           "units", "answerValidator", "numRows", "numCols"});
    const Text title = convert_text(record.text("title"), where, remarks_);
    const Text text = convert_text(record.text("text"), where, remarks_);
    hint.title = title.markup;
    hint.text = text.markup;
    hint.figure =
        figures_.figure_of(text, hint.title.empty() ? description_ : plain_words(hint.title), where, remarks_);
    if (hint.text.size() > limits::item_text_bytes_max || hint.title.size() > limits::item_text_bytes_max) {
      remark(Outcome::Approximated, "text-too-long", where, "it is longer than a text may be; it was left out");
      return false;
    }
    if (hint.text.empty()) hint.text.swap(hint.title);
    if (hint.text.empty()) hint.text = description_if_pictured(hint);
    if (hint.text.empty()) {
      remark(Outcome::Approximated, "hint-empty", where, "it says nothing; it was left out");
      return false;
    }
    scaffold(record, where, text.formulas, hint);
    for (const pack::Json& entry : record.list("subHints")) sub_hint(entry, where, hint);
    if (!hint.task && !hint.sub_hints.empty()) join_sub_hints(where, hint);
    return true;
  }

  [[nodiscard]] std::string description_if_pictured(const ImportedHint& hint) const {
    return hint.figure ? hint.figure->description : std::string();
  }

  void scaffold(const Record& record, const std::string& where, const std::vector<std::string>& formulas,
                ImportedHint& hint) {
    const std::string type = record.text("type");
    if (type != "hint" && type != "scaffold")
      remark(Outcome::Approximated, "hint-type-unknown", where,
             "\"" + cut(type, 40) + "\" is no known type of hint; it was taken as what its fields say");
    if (type == "hint" || (type != "scaffold" && !record.has("hintAnswer"))) return;
    Question question = read_question(record, "hintAnswer", where);
    question.formulas = formulas;
    Remarks found;
    hint.task = task_of(question, figures_, found);
    for (Remark& each : softened(std::move(found))) remarks_.push_back(std::move(each));
    if (!hint.task)
      remark(Outcome::Approximated, "scaffold-as-hint", where, "it cannot be asked; it is shown as a hint");
  }

  // Sub-hints are texts that come one after another. One that asks is its question and then its answer.
  void sub_hint(const pack::Json& entry, const std::string& parent, ImportedHint& hint) {
    const std::string id = Record(entry, parent, remarks_).text("id");
    const std::string where = id.empty() ? parent : id;
    const Record record(entry, where, remarks_);
    const Text text = convert_text(record.text("text"), where, remarks_);
    const std::string words =
        text.markup.empty() ? convert_text(record.text("title"), where, remarks_).markup : text.markup;
    if (words.empty() || words.size() > limits::item_text_bytes_max)
      return remark(Outcome::Approximated, "hint-empty", where, "it says nothing; it was left out");
    hint.sub_hints.push_back(words);
    if (!text.pictures.empty())
      remark(Outcome::Approximated, "sub-hint-picture", where, "a sub-hint has no picture; it was left out");
    if (!record.has("hintAnswer")) return;
    const std::string answer = answer_in_words(read_question(record, "hintAnswer", where));
    if (!answer.empty() && answer != words) hint.sub_hints.push_back(answer);
    remark(Outcome::Approximated, "sub-hint-question", where,
           "a sub-hint does not ask; it is shown as its question and then its answer");
  }

  // Only what asks has hints of its own; those of another hint are read with it.
  void join_sub_hints(const std::string& where, ImportedHint& hint) {
    for (const std::string& words : std::exchange(hint.sub_hints, {}))
      if (hint.text.size() + words.size() < limits::item_text_bytes_max) hint.text = joined(hint.text, words, "\n\n");
    remark(Outcome::Approximated, "sub-hints-joined", where, "it asks nothing; its sub-hints are read with it");
  }

  void keep_few(std::vector<PendingHint>& pending) {
    for (PendingHint& each : pending)
      if (each.hint.sub_hints.size() > limits::hints_max) each.hint.sub_hints.resize(limits::hints_max);
    if (pending.size() <= limits::hints_max) return;
    remark(Outcome::Approximated, "hints-too-many", step_,
           "of " + std::to_string(pending.size()) + " hints the first and the last were kept");
    pending.erase(pending.begin() + static_cast<std::ptrdiff_t>(limits::hints_max) - 1, pending.end() - 1);
  }

  void remark(Outcome weight, const char* code, const std::string& where, std::string sentence) {
    remarks_.push_back({weight, code, where, std::move(sentence)});
  }

  const std::string& step_;
  const std::string& description_;
  const Figures& figures_;
  Remarks& remarks_;
  UniqueIdentifiers ids_;
};

}  // namespace

std::vector<ImportedHint> hints_of(const pack::Json& pathway, const std::string& step, const std::string& description,
                                   const Figures& figures, Remarks& remarks) {
  return PathwayReader(step, description, figures, remarks).read(pathway);
}

}  // namespace hornbook::content::oatutor
