// Answers that are chosen.
#include <algorithm>

#include "content_packs/import/oatutor/formula_answer.hpp"
#include "content_packs/import/oatutor/question.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::oatutor {
namespace {

// What OATutor compares: without white space, and here also without the signs around formulas.
std::string squeezed(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("$$")) {
      ++at;
    } else if (rest.starts_with("\\left")) {
      at += 4;
    } else if (rest.starts_with("\\right")) {
      at += 5;
    } else if (std::string_view(" \t\r\n").find(text[at]) == std::string_view::npos) {
      result += text[at];
    }
  }
  return result;
}

struct Candidate {
  std::string source;
  std::string key;
  ImportedChoice choice;
};

// The order in which "all of the above" is last and the right answer is anywhere, the same on every import.
std::uint64_t scattered(std::string_view text) {
  std::uint64_t value = 14695981039346656037ULL;  // FNV-1a
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return value;
}

bool speaks_of_others(std::string_view text) { return text.find(" above") != std::string_view::npos; }

class ChoiceReader {
 public:
  ChoiceReader(const Question& question, const Figures& figures, Remarks& remarks)
      : question_(question), figures_(figures), remarks_(remarks) {}

  std::optional<ImportedTask> read() {
    for (const std::string& source : question_.choices) add(source);
    if (twice_ > 0)
      remark(Outcome::Taken, "choice-twice", std::to_string(twice_) + " choices were there more than once");
    if (empty_ > 0) remark(Outcome::Approximated, "choice-empty", std::to_string(empty_) + " choices were empty");
    mark_correct();
    if (candidates_.size() < 2) return typed_instead();
    keep_few();
    return task();
  }

 private:
  void add(const std::string& source) {
    Candidate candidate{source, squeezed(source), {}};
    const Text text = convert_text(source, question_.where, remarks_);
    candidate.choice.text = text.markup;
    const std::string number = std::to_string(candidates_.size() + 1);
    candidate.choice.figure = figures_.figure_of(text, number, question_.where, remarks_);
    if (candidate.choice.text.empty() && !candidate.choice.figure) {
      ++empty_;
      return;
    }
    const auto looks_alike = [&](const Candidate& other) {
      return other.key == candidate.key || (other.choice.text == candidate.choice.text && !candidate.choice.figure);
    };
    if (std::any_of(candidates_.begin(), candidates_.end(), looks_alike)) {
      ++twice_;
    } else {
      candidates_.push_back(std::move(candidate));
    }
  }

  void mark_correct() {
    std::size_t correct = 0;
    for (const std::string& answer : question_.answers) {
      Candidate* found = same_text(answer);
      if (found == nullptr) found = same_value(answer);
      if (found == nullptr) continue;
      correct += found->choice.correct ? 0 : 1;
      found->choice.correct = true;
    }
    if (correct == 0) add_answer();
    if (correct > 1)
      remark(Outcome::Approximated, "answers-several",
             "OATutor takes any one of its right answers; here all of them are to be marked");
  }

  Candidate* same_text(const std::string& answer) {
    const std::string key = squeezed(answer);
    const auto found = std::find_if(candidates_.begin(), candidates_.end(),
                                    [&](const Candidate& candidate) { return candidate.key == key; });
    return found == candidates_.end() ? nullptr : &*found;
  }

  // The one choice that is the same mathematics.
  Candidate* same_value(const std::string& answer) {
    const auto expected = read_formula_answer(answer);
    if (!expected) return nullptr;
    Candidate* found = nullptr;
    for (Candidate& candidate : candidates_) {
      const auto read = read_formula_answer(candidate.source);
      if (!read || !is_same(*expected, *read)) continue;
      if (found != nullptr) return nullptr;
      found = &candidate;
    }
    if (found != nullptr)
      remark(Outcome::Approximated, "answer-spelt-otherwise", "its right answer is one of the choices in other words");
    return found;
  }

  void add_answer() {
    const std::size_t before = candidates_.size();
    add(question_.answers.front());
    if (candidates_.size() == before) return;
    candidates_.back().choice.correct = true;
    if (before > 0)
      remark(Outcome::Approximated, "answer-not-among-choices",
             "its right answer was not among the choices; it was added");
  }

  std::optional<ImportedTask> typed_instead() {
    remark(Outcome::Approximated, "choices-too-few", "there is nothing to choose from; its answer is typed instead");
    Question typed = question_;
    const std::string& answer = question_.answers.front();
    const bool is_formula = answer.find("$$") != std::string::npos && read_formula_answer(answer);
    typed.answer_type = is_formula ? "arithmetic" : "string";
    return typed_task(typed, remarks_);
  }

  void keep_few() {
    if (candidates_.size() <= limits::item_choices_max) return;
    remark(Outcome::Approximated, "choices-too-many",
           "of " + std::to_string(candidates_.size()) + " choices " + std::to_string(limits::item_choices_max) +
               " were kept");
    std::stable_partition(candidates_.begin(), candidates_.end(),
                          [](const Candidate& candidate) { return candidate.choice.correct; });
    candidates_.resize(limits::item_choices_max);
  }

  ImportedTask task() {
    ImportedChoices task;
    const bool speak_of_others = std::any_of(candidates_.begin(), candidates_.end(), [](const Candidate& candidate) {
      return speaks_of_others(candidate.source);
    });
    task.shuffled = !question_.keeps_order && !speak_of_others;
    if (speak_of_others && !question_.keeps_order) scatter();
    for (Candidate& candidate : candidates_) task.choices.push_back(std::move(candidate.choice));
    return task;
  }

  void scatter() {
    const auto rank = [&](const Candidate& candidate) {
      return std::make_pair(speaks_of_others(candidate.source), scattered(question_.where + candidate.key));
    };
    std::sort(candidates_.begin(), candidates_.end(),
              [&](const Candidate& one, const Candidate& other) { return rank(one) < rank(other); });
  }

  void remark(Outcome weight, const char* code, std::string sentence) {
    remarks_.push_back({weight, code, question_.where, std::move(sentence)});
  }

  const Question& question_;
  const Figures& figures_;
  Remarks& remarks_;
  std::vector<Candidate> candidates_;
  std::size_t twice_ = 0;
  std::size_t empty_ = 0;
};

}  // namespace

std::optional<ImportedTask> choice_task(const Question& question, const Figures& figures, Remarks& remarks) {
  return ChoiceReader(question, figures, remarks).read();
}

}  // namespace hornbook::content::oatutor
