#include "content_packs/import/csv/task.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/engage/algebra/algebra.hpp"

namespace hornbook::content::csv {
namespace {

bool is_mathematics(const std::string& text) { return engage::algebra::parse_expression(text).has_value(); }

// "Paris" could be a product of letters: without a kind only what begins as a number does, or stands between $, counts.
bool looks_like_mathematics(const std::string& text) {
  constexpr std::string_view beginnings = "0123456789+-.$";
  return beginnings.find(text.front()) != std::string_view::npos && is_mathematics(text);
}

class TaskReader {
 public:
  TaskReader(const Row& row, Remarks& remarks)
      : row_(row), remarks_(remarks), answers_(parts_of(row.cell("answer"))), wrong_(row.numbered("wrong")) {}

  std::optional<ImportedTask> read() {
    if (answers_.empty()) return refuse("answer-missing", "answer", "the cell is empty; write what is right");
    const std::string kind = kind_wanted();
    if (kind == "choice" || kind == "choices") return choices(kind == "choices");
    if (kind == "number" || kind == "expression") return expression();
    if (kind == "text") return short_text();
    if (kind == "order") return order();
    if (kind == "match") return match();
    return refuse("kind-unknown", "kind",
                  "\"" + kind + "\" is no kind; write choice, choices, number, expression, text, order or match");
  }

 private:
  std::nullopt_t refuse(const char* code, const char* where, std::string sentence) {
    remarks_.push_back({Outcome::Refused, code, where, std::move(sentence)});
    return std::nullopt;
  }

  std::string kind_wanted() const {
    if (const std::string kind = row_.cell("kind"); !kind.empty()) return kind;
    if (!wrong_.empty()) return answers_.size() > 1 ? "choices" : "choice";
    return looks_like_mathematics(answers_.front()) ? "expression" : "text";
  }

  std::optional<ImportedTask> choices(bool several) {
    if (wrong_.empty()) return refuse("wrong-missing", "wrong 1", "a choice needs at least one wrong answer");
    if (!several && answers_.size() > 1)
      return refuse("answers-several", "answer", "a choice has one right answer; write choices in the cell \"kind\"");
    if (answers_.size() + wrong_.size() > limits::item_choices_max)
      return refuse("choices-too-many", "wrong",
                    "there are more than " + std::to_string(limits::item_choices_max) + " answers");
    const std::map<int, std::string> feedback = row_.numbered("feedback");
    ImportedChoices result;
    result.several = several;
    for (const std::string& answer : answers_) result.choices.push_back({answer, {}, true, {}});
    for (const auto& [number, text] : wrong_) {
      const auto said = feedback.find(number);
      result.choices.push_back({text, {}, false, said == feedback.end() ? std::string() : said->second});
    }
    if (look_alike(result.choices)) return refuse("choice-twice", "wrong", "two of the answers are the same");
    return result;
  }

  static bool look_alike(const std::vector<ImportedChoice>& choices) {
    std::set<std::string> seen;
    return !std::all_of(choices.begin(), choices.end(),
                        [&](const ImportedChoice& choice) { return seen.insert(choice.text).second; });
  }

  std::optional<ImportedTask> expression() {
    ImportedExpression result;
    result.answer = answers_.front();
    result.accept.assign(answers_.begin() + 1, answers_.end());
    for (std::string& each : parts_of(row_.cell("accept"))) result.accept.push_back(std::move(each));
    for (const std::string& each : result.accept)
      if (!is_mathematics(each)) return refuse("answer-not-read", "accept", "\"" + each + "\" is no number or formula");
    if (!is_mathematics(result.answer))
      return refuse("answer-not-read", "answer",
                    "it is no number or formula; write text in the cell \"kind\" if it is words");
    return result;
  }

  std::optional<ImportedTask> short_text() {
    ImportedShortText result;
    result.answer = answers_.front();
    result.accept.assign(answers_.begin() + 1, answers_.end());
    for (std::string& each : parts_of(row_.cell("accept"))) result.accept.push_back(std::move(each));
    const auto is_long = [](const std::string& text) { return text.size() > limits::typed_answer_bytes_max; };
    if (is_long(result.answer) || std::any_of(result.accept.begin(), result.accept.end(), is_long))
      return refuse("answer-too-long", "answer", "nobody types an answer as long as that");
    return result;
  }

  std::optional<ImportedTask> order() {
    if (answers_.size() < 2)
      return refuse("order-too-short", "answer", "write the things in order, with | between them");
    if (answers_.size() > limits::match_tiles_max)
      return refuse("order-too-long", "answer",
                    "put no more than " + std::to_string(limits::match_tiles_max) + " things in order");
    ImportedOrder result;
    for (const std::string& each : answers_) result.tiles.push_back({each, {}});
    return result;
  }

  std::optional<ImportedTask> match() {
    ImportedMatch result;
    for (const std::string& pair : answers_) {
      const std::size_t equals = pair.find('=');
      const std::vector<std::string> to = parts_of(pair.substr(0, equals), '\n');
      const std::vector<std::string> tile = parts_of(equals == std::string::npos ? "" : pair.substr(equals + 1), '\n');
      if (to.empty() || tile.empty())
        return refuse("pair-broken", "answer", "write pairs as: dog = puppy | cat = kitten");
      result.pairs.push_back({{to.front(), {}}, {tile.front(), {}}, {}});
    }
    for (const auto& [number, text] : wrong_) result.extra.push_back({text, {}});
    if (result.pairs.size() < 2 || result.pairs.size() + result.extra.size() > limits::match_tiles_max)
      return refuse(
          "pairs-too-many", "answer",
          "write 2 to " + std::to_string(limits::match_tiles_max) + " pairs, tiles that belong nowhere counted");
    return result;
  }

  const Row& row_;
  Remarks& remarks_;
  std::vector<std::string> answers_;
  std::map<int, std::string> wrong_;
};

}  // namespace

std::optional<ImportedTask> task_of(const Row& row, Remarks& remarks) { return TaskReader(row, remarks).read(); }

}  // namespace hornbook::content::csv
