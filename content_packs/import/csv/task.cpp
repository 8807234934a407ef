#include "content_packs/import/csv/task.hpp"

#include <algorithm>

#include "content_packs/import/csv/decimal_comma.hpp"
#include "content_packs/import/formula.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/engage/algebra/algebra.hpp"

namespace hornbook::content::csv {
namespace {

bool is_mathematics(const std::string& text) { return engage::algebra::parse_expression(text).has_value(); }

// "3 apples" is no product of letters: behind a number and a space stand at least two letters that are no name.
bool counts_things(std::string_view text) {
  const std::size_t number = text.find_first_not_of("0123456789.,/+- ");
  if (number == std::string_view::npos || number == 0 || text[number - 1] != ' ') return false;
  return looks_like_words(text.substr(number), 2);
}

// "Paris" could be a product of letters: without a kind only what begins as a number does, or stands between $, counts.
bool looks_like_mathematics(const std::string& text) {
  constexpr std::string_view beginnings = "0123456789+-.$";
  const bool begins_so = beginnings.find(text.front()) != std::string_view::npos;
  return begins_so && is_mathematics(text) && !looks_like_words(text) && !counts_things(text);
}

// "12km" is written for "12 km". A single letter could be one of algebra.
std::string with_space_before_unit(std::string text) {
  const std::size_t end = text.find_first_not_of("0123456789.+-");
  const bool is_close =
      end != std::string::npos && end > 0 && end + 1 < text.size() && is_letter(text[end]) && is_letter(text[end + 1]);
  return is_close ? text.insert(end, " ") : text;
}

class TaskReader {
 public:
  TaskReader(const Row& row, std::string_view language, Remarks& remarks)
      : row_(row),
        language_(language),
        remarks_(remarks),
        answers_(parts_of(row.cell("answer"), '|')),
        wrong_(row.numbered("wrong")) {}

  std::optional<ImportedTask> read() {
    if (answers_.empty()) return refuse("answer-missing", "answer", "the cell is empty; write what is right");
    const std::string kind = kind_wanted();
    if (kind == "choice" || kind == "choices") return choices(kind == "choices");
    if (kind == "number" || kind == "expression") return expression(kind == "number");
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
    const std::string first = with_decimal_point(answers_.front(), language_);
    return is_quantity(first) || looks_like_mathematics(first) ? "number" : "text";
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

  static bool is_quantity(const std::string& text) { return read_quantity(with_space_before_unit(text)).has_value(); }

  // As the checker reads it.
  std::string formula(const std::string& written, const char* where) {
    if (is_point_or_thousands(written, language_))
      remarks_.push_back(
          {Outcome::Approximated, "point-or-thousands", where,
           "\"" + cut(written, 40) + "\" could mean thousands; write them without a point, or decimals with a comma"});
    return with_decimal_point(written, language_);
  }

  // A letter behind a number is a unit, unless the kind says that it is a formula.
  std::optional<ImportedTask> expression(bool may_have_units) {
    ImportedExpression result;
    result.answer = formula(answers_.front(), "answer");
    result.quantity = may_have_units && is_quantity(result.answer);
    for (const std::string& each : further_answers()) result.accept.push_back(formula(each, "accept"));
    if (!is_mathematics(result.answer))
      return refuse("answer-not-read", "answer",
                    "it is no number or formula; write text in the cell \"kind\" if it is words");
    for (const std::string& each : result.accept)
      if (!is_mathematics(each)) return refuse("answer-not-read", "accept", "\"" + each + "\" is no number or formula");
    if (!result.quantity) return result;
    result.answer = with_space_before_unit(result.answer);
    for (std::string& each : result.accept) each = with_space_before_unit(each);
    return result;
  }

  std::vector<std::string> further_answers() const {
    std::vector<std::string> further(answers_.begin() + 1, answers_.end());
    for (std::string& each : parts_of(row_.cell("accept"), '|')) further.push_back(std::move(each));
    return further;
  }

  std::optional<ImportedTask> short_text() {
    ImportedShortText result;
    result.answer = answers_.front();
    result.accept = further_answers();
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
  std::string_view language_;
  Remarks& remarks_;
  std::vector<std::string> answers_;
  std::map<int, std::string> wrong_;
};

}  // namespace

std::optional<ImportedTask> task_of(const Row& row, std::string_view language, Remarks& remarks) {
  return TaskReader(row, language, remarks).read();
}

}  // namespace hornbook::content::csv
