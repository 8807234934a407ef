#include "runtime/engage/credit.hpp"

#include <algorithm>

#include "runtime/engage/entry/compare_words.hpp"

namespace hornbook::engage {
namespace {

bool is_same(const std::string& one, const std::string& other) {
  return one == other || compare_words(one, other, LetterCase::Exact) == WordsMatch::Same;
}

bool fits(const CreditedAnswer& listed, const Answer& answer) {
  return listed.numbers == answer.numbers &&
         std::equal(listed.texts.begin(), listed.texts.end(), answer.texts.begin(), answer.texts.end(), is_same);
}

std::uint16_t sum_of_parts(const std::vector<CreditedPart>& parts, const Answer& answer) {
  std::int64_t sum = 0;
  for (std::size_t place = 0; place < answer.numbers.size(); ++place)
    for (const CreditedPart& part : parts)
      if (part.number == answer.numbers[place] && part.place.value_or(place) == place) sum += part.worth_millionths;
  return static_cast<std::uint16_t>(std::clamp<std::int64_t>((sum + 500) / 1000, 0, full_credit));
}

std::uint16_t worth_of(const Verdict& verdict, const CreditRule& rule, const Answer& answer) {
  const auto listed = std::find_if(rule.answers.begin(), rule.answers.end(),
                                   [&](const CreditedAnswer& each) { return fits(each, answer); });
  if (listed != rule.answers.end()) return listed->worth_permille;
  if (!rule.parts.empty()) return sum_of_parts(rule.parts, answer);
  return verdict.correct ? full_credit : std::uint16_t{0};
}

}  // namespace

Verdict credited(Verdict verdict, const CreditRule& rule, const Answer& answer) {
  verdict.credit_permille = worth_of(verdict, rule, answer);
  const bool is_right = verdict.credit_permille == full_credit;
  if (is_right) return right();
  if (verdict.correct) return not_yet(verdict.credit_permille);
  return verdict;
}

}  // namespace hornbook::engage
