#include <algorithm>
#include <cmath>

#include "content_packs/import/qti/numbers.hpp"
#include "content_packs/import/qti/task.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/engage/entry/compare_words.hpp"

namespace hornbook::content::qti {
namespace {

constexpr double widest = 1e6;   // a tolerance beyond is none
constexpr double finest = 1e-7;  // and one below

std::string rounded_decimal(double number) { return decimal(std::round(number * 1e6) / 1e6); }

class Builder {
 public:
  Builder(const Learnt& learnt, const TaskSurroundings& around) : learnt_(learnt), around_(around) {}

  std::optional<BuiltTask> build() {
    const Value& right = learnt_.responses.list[learnt_.right].values.front();
    const bool is_number = right.type == BaseType::Integer || right.type == BaseType::Float;
    auto task = is_number ? number(right) : std::optional<ImportedTask>(words());
    if (!task) return std::nullopt;
    BuiltTask built{std::move(*task), {}, {}};
    for (const Response& response : learnt_.responses.list) built.answers.push_back({0, {}, response.typed});
    return built;
  }

 private:
  [[nodiscard]] bool is_right(BaseType type, double number) const {
    const Scalar scalar = type == BaseType::Integer ? Scalar(static_cast<std::int64_t>(number)) : Scalar(number);
    const auto credit = around_.credit_of({type, Cardinality::Single, {scalar}, {}});
    return credit && is_full(*credit);
  }

  // How far right answers reach from `number` on in one direction.
  [[nodiscard]] double reach(BaseType type, double number, double direction) const {
    const bool is_whole = type == BaseType::Integer;
    double inside = 0;
    double outside = is_whole ? 1 : finest;
    while (outside < widest && is_right(type, number + direction * outside)) {
      inside = outside;
      outside *= 2;
    }
    if (outside >= widest) return widest;
    for (int halving = 0; halving < 60 && outside - inside > (is_whole ? 1 : 1e-10); ++halving) {
      const double middle = is_whole ? std::floor((inside + outside) / 2) : (inside + outside) / 2;
      (is_right(type, number + direction * middle) ? inside : outside) = middle;
    }
    return inside < finest ? 0 : inside;
  }

  std::optional<ImportedTask> number(const Value& value) {
    ImportedExpression task;
    double answer = number_of(value).value_or(0);
    const double above = reach(value.type, answer, 1);
    const double below = reach(value.type, answer, -1);
    if (above >= widest || below >= widest) {
      around_.remarks.push_back({Outcome::Refused, "numbers-without-end", around_.where,
                                 "every number from some point on is right; an answer has a tolerance and no bound"});
      return std::nullopt;
    }
    const double tolerance = (above + below) / 2;
    if (std::abs(above - below) > 1e-6) {
      answer += (above - below) / 2;
      remark("tolerance-one-sided", "more is right on one side of its answer; the middle of it all is shown as right");
    }
    task.answer = rounded_decimal(answer);
    if (tolerance >= finest) task.tolerance = fraction(tolerance);
    for (std::size_t at = 0; at < learnt_.credits.size(); ++at) {
      const auto other = number_of(learnt_.responses.list[at].values.front());
      const bool is_other = other && is_full(learnt_.credits[at]) && std::abs(*other - answer) > tolerance + 1e-9;
      if (!is_other || task.accept.size() == limits::item_accepted_max) continue;
      const std::string text = rounded_decimal(*other);
      if (std::find(task.accept.begin(), task.accept.end(), text) == task.accept.end()) task.accept.push_back(text);
    }
    return task;
  }

  // Letter case counts when a right answer in other capitals is not right.
  [[nodiscard]] bool is_case_exact() const {
    for (std::size_t at = 0; at < learnt_.credits.size(); ++at)
      for (std::size_t other = 0; is_full(learnt_.credits[at]) && other < learnt_.credits.size(); ++other)
        if (!is_full(learnt_.credits[other]) &&
            engage::compare_words(learnt_.responses.list[at].typed.front(), learnt_.responses.list[other].typed.front(),
                                  engage::LetterCase::Ignore) == engage::WordsMatch::Same)
          return true;
    return false;
  }

  ImportedShortText words() {
    ImportedShortText task;
    task.exact_case = is_case_exact();
    task.answer = learnt_.responses.list[learnt_.right].typed.front();
    const auto letter_case = task.exact_case ? engage::LetterCase::Exact : engage::LetterCase::Ignore;
    for (std::size_t at = 0; at < learnt_.credits.size(); ++at) {
      if (!is_full(learnt_.credits[at]) || task.accept.size() == limits::item_accepted_max) continue;
      const std::string& text = learnt_.responses.list[at].typed.front();
      const auto is_known = [&](const std::string& known) {
        return engage::compare_words(known, text, letter_case) == engage::WordsMatch::Same;
      };
      if (!is_known(task.answer) && std::none_of(task.accept.begin(), task.accept.end(), is_known))
        task.accept.push_back(text);
    }
    return task;
  }

  void remark(const char* code, std::string sentence) {
    around_.remarks.push_back({Outcome::Approximated, code, around_.where, std::move(sentence)});
  }

  const Learnt& learnt_;
  const TaskSurroundings& around_;
};

}  // namespace

std::optional<BuiltTask> build_typed_task(const Interaction&, const Learnt& learnt, const TaskSurroundings& around) {
  return Builder(learnt, around).build();
}

}  // namespace hornbook::content::qti
