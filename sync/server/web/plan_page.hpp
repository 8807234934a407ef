// The page where a teacher lays down what holds for the class or for one learner: the term's end, what learners may
// decide, goals, checks of where to start; and what its forms say when they are sent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/server/teaching/plans.hpp"
#include "sync/server/web/class_view.hpp"
#include "sync/server/web/form.hpp"
#include "sync/server/web/words.hpp"

namespace hornbook::server {

struct PlanRow {
  LearnerId learner;
  std::string name;
  interpret::PlanState plan;
  std::optional<interpret::GoalState> goal;  // while it holds
  std::string goal_skill;                    // its title; empty: anything
};
struct PlanView {
  std::string school_name;
  SchoolClass shown;
  std::vector<PlanRow> learners;
  std::vector<SkillColumn> skills;
  struct PackChoice {
    Hash hash;
    std::string title;
  };
  std::vector<PackChoice> packs;      // that can be checked
  std::optional<LearnerId> selected;  // whose plan the forms begin with; nothing: the whole class
  UnixMs now_ms = 0;
};

// NotFound when there is no such class, or the account may not see it.
[[nodiscard]] Result<PlanView> view_plan(School& school, const Library& library, const Account& account,
                                         std::int64_t class_number, std::string_view language, UnixMs now_ms);
[[nodiscard]] std::string render_plan_page(const PlanView& view, const Words& words, std::string_view form_token);

// Does what a form of the page asks. BadInput when a field is not as the page writes it, a day is past, or a goal is
// out of its bounds; NotFound as in teaching/plans.hpp.
[[nodiscard]] Done take_plan_form(School& school, const Library& library, const Account& account,
                                  std::int64_t class_number, const Form& form, UnixMs now_ms);

// Days since 1970-01-01 of "2026-12-18"; nothing when it is no day of the years 1970 to 9999. Back: html.hpp.
[[nodiscard]] std::optional<std::uint32_t> day_in(std::string_view text);

}  // namespace hornbook::server
