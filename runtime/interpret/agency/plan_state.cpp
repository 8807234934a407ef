#include "runtime/interpret/agency/plan_state.hpp"

namespace hornbook::interpret {

void take(PlanState& plan, const measure::PlanSet& set) {
  plan.term_end_day = set.term_end_day;
  plan.allowed = set.allowed;
}

void take(PlanState& plan, const measure::CheckAsked& asked) {
  if (asked.is_withdrawn)
    plan.checks_asked.erase(asked.cluster);
  else if (asked.cluster != 0 && plan.checks_asked.size() < limits::checks_asked_max)
    plan.checks_asked.insert(asked.cluster);
}

}  // namespace hornbook::interpret
