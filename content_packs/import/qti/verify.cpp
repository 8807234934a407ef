#include "content_packs/import/qti/verify.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "content_packs/import/qti/evaluate.hpp"
#include "content_packs/import/qti/numbers.hpp"
#include "content_packs/import/sound_item.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/engage/task.hpp"
#include "runtime/engage/template/instantiate.hpp"

namespace hornbook::content::qti {
namespace {

constexpr double credit_tolerance = 0.01;
constexpr std::size_t listed_max = 200;  // answers whose worth is told one by one

engage::Answer of_kind(engage::Answer answer, const engage::Question& question) {
  answer.kind = engage::kind_of(question.task);
  return answer;
}

double credit_in(const engage::Verdict& verdict) { return verdict.credit_permille / 1000.0; }

// As an exact fraction: decimals with few places, else thousandths… of a million.
std::string worth(double credit) {
  for (const int denominator : {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 100}) {
    const double numerator = credit * denominator;
    if (std::abs(numerator - std::round(numerator)) < 1e-6)
      return std::to_string(std::lround(numerator)) + (denominator > 1 ? "/" + std::to_string(denominator) : "");
  }
  return std::to_string(std::lround(credit * 1'000'000)) + "/1000000";
}

// What a number adds at a place, learnt from answers that differ in it alone. For kinds whose answer is a set, the
// place makes no difference.
class Fitter {
 public:
  Fitter(const engage::Question& question, const BuiltTask& built, const std::vector<double>& credits)
      : question_(question), built_(built), credits_(credits) {}

  std::optional<ImportedCredit> fit(const std::vector<ImportedPartWorth>& suggested) {
    if (agrees(std::nullopt)) return std::nullopt;
    if (!suggested.empty()) {
      ImportedCredit anywhere;
      for (const ImportedPartWorth& each : suggested) {
        const auto is_known = [&](const ImportedPartWorth& other) { return other.number == each.number; };
        if (std::none_of(anywhere.parts.begin(), anywhere.parts.end(), is_known))
          anywhere.parts.push_back({each.number, std::nullopt, each.worth});
      }
      if (agrees(anywhere)) return anywhere;
      if (agrees(ImportedCredit{{}, suggested})) return ImportedCredit{{}, suggested};
    }
    return fit();
  }

 private:
  std::optional<ImportedCredit> fit() {
    const bool is_all_or_nothing =
        std::all_of(credits_.begin(), credits_.end(), [](double credit) { return is_full(credit) || credit < 1e-6; });
    if (is_all_or_nothing && agrees(ImportedCredit{})) return ImportedCredit{};
    if (const auto parts = fit_parts()) return parts;
    return listed();
  }

  static engage::CreditRule rule_of(const ImportedCredit& credit) {
    engage::CreditRule rule;
    const auto value = [](const std::string& text) {
      const std::size_t slash = text.find('/');
      const double numerator = real_number(text.substr(0, slash)).value_or(0);
      return slash == std::string::npos ? numerator : numerator / real_number(text.substr(slash + 1)).value_or(1);
    };
    for (const ImportedWorth& each : credit.answers)
      rule.answers.push_back(
          {each.numbers, each.texts, static_cast<std::uint16_t>(std::lround(value(each.worth) * 1000))});
    for (const ImportedPartWorth& each : credit.parts)
      rule.parts.push_back({each.number, each.place, static_cast<std::int32_t>(std::lround(value(each.worth) * 1e6))});
    return rule;
  }

  [[nodiscard]] bool agrees(const std::optional<ImportedCredit>& credit) const {
    engage::Question question = question_;
    question.credit = credit ? std::optional(rule_of(*credit)) : std::nullopt;
    const Agreement agreement = compare(question, built_, credits_);
    return agreement.same_credit == agreement.responses && agreement.same_verdict == agreement.responses;
  }

  [[nodiscard]] std::optional<ImportedCredit> fit_parts() const {
    if (built_.answers.empty() || built_.answers.front().numbers.empty()) return std::nullopt;
    for (const bool has_places : {false, true}) {
      const auto credit = parts(has_places);
      if (credit && agrees(credit)) return credit;
    }
    return std::nullopt;
  }

  // Least squares by repeated correction (Kaczmarz, 1937): each answer's sum is moved to its credit. Only answers that
  // no bound cuts off tell anything.
  [[nodiscard]] std::optional<ImportedCredit> parts(bool has_places) const {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> worths;
    const auto key = [&](const engage::Answer& answer, std::size_t at) {
      return std::pair(answer.numbers[at], has_places ? static_cast<std::uint32_t>(at) : 0u);
    };
    const std::size_t passes = std::clamp<std::size_t>(400'000 / built_.answers.size(), 20, 400);
    for (std::size_t pass = 0; pass < passes; ++pass) {
      double worst = 0;
      for (std::size_t i = 0; i < built_.answers.size(); ++i) {
        const engage::Answer& answer = built_.answers[i];
        double sum = 0;
        for (std::size_t at = 0; at < answer.numbers.size(); ++at) sum += worths[key(answer, at)];
        const double error = credits_[i] - sum;
        const bool is_cut_off = (credits_[i] <= 0 && sum < 0) || (credits_[i] >= 1 && sum > 1);
        if (is_cut_off || answer.numbers.empty()) continue;
        worst = std::max(worst, std::abs(error));
        for (std::size_t at = 0; at < answer.numbers.size(); ++at)
          worths[key(answer, at)] += error / static_cast<double>(answer.numbers.size());
      }
      if (worst < 1e-7) break;
    }
    ImportedCredit credit;
    for (const auto& [what, value] : worths) {
      if (std::abs(value) < 1e-5) continue;
      const std::string text = (value < 0 ? "-" : "") + worth(std::min(1.0, std::abs(value)));
      credit.parts.push_back({what.first, has_places ? std::optional(what.second) : std::nullopt, text});
    }
    const bool fits = !credit.parts.empty() && credit.parts.size() <= limits::credited_answers_max;
    return fits ? std::optional(credit) : std::nullopt;
  }

  // Each answer that is worth something else than the kind with "whole" says.
  [[nodiscard]] std::optional<ImportedCredit> listed() const {
    ImportedCredit credit;
    std::set<std::vector<std::string>> texts;
    for (std::size_t i = 0; i < built_.answers.size(); ++i) {
      const engage::Answer& answer = built_.answers[i];
      const engage::Verdict verdict = engage::assess_answer(question_.task, of_kind(answer, question_));
      const double own = verdict.correct ? 1 : 0;
      if (std::abs(own - credits_[i]) < 1e-6) continue;
      if (!answer.texts.empty() && !texts.insert(answer.texts).second) continue;
      credit.answers.push_back({answer.numbers, answer.texts, worth(credits_[i])});
    }
    if (credit.answers.empty() || credit.answers.size() > listed_max) return std::nullopt;
    return agrees(credit) || improves(credit) ? std::optional(credit) : std::nullopt;
  }

  [[nodiscard]] bool improves(const ImportedCredit& credit) const {
    engage::Question question = question_;
    const Agreement before = compare(question, built_, credits_);
    question.credit = rule_of(credit);
    return compare(question, built_, credits_).same_credit > before.same_credit &&
           engage::assess_answer(question, engage::right_answer(question.task)).correct;
  }

  const engage::Question& question_;
  const BuiltTask& built_;
  const std::vector<double>& credits_;
};

}  // namespace

Result<engage::ItemInstance> instance_of(ImportedItem item, const std::string& language) {
  item.skills = {"any"};  // they are given when all items are known
  for (ImportedStep& step : item.steps) step.skills = item.skills;
  TRY_ASSIGN(const pack::DecodedItem decoded, sound_item(item, language));
  return engage::instantiate(decoded.item, 0, 1, language);
}

std::optional<ImportedCredit> credit_rule_for(const engage::Question& question, const BuiltTask& built,
                                              const std::vector<double>& credits,
                                              const std::vector<ImportedPartWorth>& suggested) {
  return Fitter(question, built, credits).fit(suggested);
}

std::vector<ImportedPartWorth> worths_by_mapping(const Declaration& declared, const Responses& responses,
                                                 const BuiltTask& built, double most) {
  if (!declared.mapping || most <= 0) return {};
  Declaration unbounded = declared;
  unbounded.mapping->lower.reset();
  unbounded.mapping->upper.reset();
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> worths;
  for (std::size_t i = 0; i < built.answers.size(); ++i) {
    const auto& numbers = built.answers[i].numbers;
    const auto& picks = responses.list[i].picks;
    const auto& scalars = responses.list[i].values.front().scalars;
    const auto empty = static_cast<std::size_t>(std::count(picks.begin(), picks.end(), nothing));
    if (numbers.empty() || numbers.size() != picks.size() || picks.size() != scalars.size() + empty) return {};
    std::size_t scalar = 0;
    for (std::uint32_t at = 0; at < numbers.size(); ++at)
      if (picks[at] != nothing)
        worths[{numbers[at], at}] =
            mapped(unbounded, {declared.type, Cardinality::Single, {scalars[scalar++]}, {}}) / most;
  }
  std::vector<ImportedPartWorth> parts;
  for (const auto& [what, value] : worths)
    if (std::abs(value) > 1e-9)
      parts.push_back({what.first, what.second, (value < 0 ? "-" : "") + worth(std::min(1.0, std::abs(value)))});
  return parts.size() <= limits::credited_answers_max ? parts : std::vector<ImportedPartWorth>();
}

Agreement compare(const engage::Question& question, const BuiltTask& built, const std::vector<double>& credits) {
  Agreement agreement;
  for (std::size_t i = 0; i < built.answers.size(); ++i) {
    const engage::Verdict verdict = engage::assess_answer(question, of_kind(built.answers[i], question));
    ++agreement.responses;
    if (verdict.correct == is_full(credits[i])) ++agreement.same_verdict;
    if (std::abs(credit_in(verdict) - credits[i]) <= credit_tolerance) ++agreement.same_credit;
  }
  return agreement;
}

}  // namespace hornbook::content::qti
