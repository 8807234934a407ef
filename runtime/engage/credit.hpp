// What answers are worth where an item says otherwise than its kind of task. It is told in terms of the answer's
// numbers and texts, so that it holds for every kind.
#pragma once

#include "runtime/engage/answer.hpp"

namespace hornbook::engage {

// A number of the answer, anywhere in it or at one place (from 0), and what it adds, in
// millionths, so that three thirds are a whole; less than 0 takes away.
struct CreditedPart {
  std::uint32_t number = 0;
  std::optional<std::uint32_t> place;
  std::int32_t worth_millionths = 0;
};
// A whole answer. Texts are compared as words, capitals and all.
struct CreditedAnswer {
  std::vector<std::uint32_t> numbers;
  std::vector<std::string> texts;
  std::uint16_t worth_permille = 0;
};
// An answer that is listed has its worth. Any other has the sum of its parts, held between 0 and full credit; without
// parts, full credit when its kind says that it is right, else none.
struct CreditRule {
  std::vector<CreditedAnswer> answers;
  std::vector<CreditedPart> parts;
};

// The kind's verdict with the credit of the rule. It is right when that is full, and only then.
[[nodiscard]] Verdict credited(Verdict verdict, const CreditRule& rule, const Answer& answer);

}  // namespace hornbook::engage
