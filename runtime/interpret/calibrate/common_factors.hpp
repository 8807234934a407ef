// Which items go together: items that the same learners find easier, or harder, than is expected of them. The leading
// factors of the learners' surprises, by orthogonal iteration (Golub & Van Loan 2013, section 7.3), each answer left
// out of what it is compared with. Related items (fit_related_items.hpp) begin their gradient steps from here, because
// from nothing they would find such groups slowly.
#pragma once

#include <array>
#include <vector>

#include "runtime/interpret/calibrate/attempt_log.hpp"
#include "runtime/interpret/response_model/related_items.hpp"

namespace hornbook::interpret {

struct CommonFactors {
  // What skills have in common, and what each item adds to the mean of its skills; where no item is known, of skills
  // alone. Over all answers each factor has mean square 1.
  std::vector<Trace> skills;
  std::vector<Trace> items;
  std::vector<double> item_rates;  // share of right answers, drawn towards the skills' and all answers'
  std::vector<double> skill_rates;
};

// `surprises`: right − expected, by row of the log.
[[nodiscard]] CommonFactors find_common_factors(const AttemptLog& log, const Learners& learners,
                                                const std::vector<float>& surprises);

}  // namespace hornbook::interpret
