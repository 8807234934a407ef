#include "sync/server/web/plan_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "runtime/interpret/placement/clusters.hpp"
#include "sync/server/teaching/states.hpp"
#include "sync/server/web/html.hpp"

namespace hornbook::server {
namespace {

constexpr std::string_view whole_class = "all";
constexpr std::uint16_t goal_items_max = 100;  // of a goal that may last weeks

// One box of the form a thing that learners may do.
struct Freedom {
  const char* field;
  bool measure::Allowed::*allowed;
  std::string_view Words::*words;
  std::string_view Words::*withheld;
};
constexpr std::array freedoms{
    Freedom{"own_choice", &measure::Allowed::own_choice, &Words::may_choose, &Words::no_choice},
    Freedom{"checks_later", &measure::Allowed::checks_later, &Words::may_put_off, &Words::no_put_off},
    Freedom{"how_it_fitted", &measure::Allowed::how_it_fitted, &Words::may_say_fit, &Words::no_say_fit},
    Freedom{"own_goals", &measure::Allowed::own_goals, &Words::may_set_goals, &Words::no_set_goals},
    Freedom{"messages", &measure::Allowed::messages, &Words::may_get_messages, &Words::no_messages}};

template <class... Values>
std::string say(std::string_view words, const Values&... values) {
  return fmt::format(fmt::runtime(words), values...);
}

tl::unexpected<Error> not_as_written() {
  return fail(ErrorCode::BadInput, "plan", "a field of the form is not as the page writes it; open the page again");
}

// What the forms begin with: the plan of who is selected; of the class, when all have the same.
interpret::PlanState plan_to_begin_with(const PlanView& view) {
  interpret::PlanState common;
  for (const PlanRow& row : view.learners)
    if (view.selected == row.learner) return row.plan;
  if (view.selected || view.learners.empty()) return common;
  common = view.learners.front().plan;
  const bool is_common = std::all_of(view.learners.begin(), view.learners.end(), [&](const PlanRow& row) {
    return row.plan.term_end_day == common.term_end_day && row.plan.allowed == common.allowed;
  });
  return is_common ? common : interpret::PlanState{};
}

std::string who_field(const PlanView& view, const Words& words, std::string_view id) {
  std::string options = fmt::format("<option value=\"{}\">{}</option>", whole_class, escaped(words.the_whole_class));
  for (const PlanRow& row : view.learners)
    options += fmt::format("<option value=\"{}\"{}>{}</option>", to_hex(row.learner.view()),
                           view.selected == row.learner ? " selected" : "", escaped(row.name));
  return fmt::format("<label for=\"{0}\">{1}</label><select id=\"{0}\" name=\"who\">{2}</select>", id,
                     escaped(words.plan_for), options);
}

std::string form(const PlanView& view, std::string_view act, std::string_view form_token, std::string_view heading,
                 const std::string& fields) {
  return fmt::format(
      R"(<form class="leaf plan" method="post" action="/class/{}/plan"><h2>{}</h2>
<input type="hidden" name="form_token" value="{}"><input type="hidden" name="act" value="{}">
{}</form>
)",
      view.shown.number, escaped(heading), escaped(form_token), act, fields);
}

std::string plan_form(const PlanView& view, const Words& words, std::string_view form_token) {
  const interpret::PlanState plan = plan_to_begin_with(view);
  std::string boxes;
  for (const Freedom& each : freedoms)
    boxes += fmt::format(R"(<label class="box"><input type="checkbox" name="{}" value="yes"{}> {}</label>)", each.field,
                         plan.allowed.*each.allowed ? " checked" : "", escaped(words.*each.words));
  return form(view, "plan", form_token, words.plan_and_limits,
              who_field(view, words, "plan-who") +
                  fmt::format(R"(<label for="term-end">{}</label>
<input id="term-end" type="date" name="term_end" value="{}" aria-describedby="term-end-help">
<p id="term-end-help" class="quiet">{}</p>
<fieldset><legend>{}</legend>{}</fieldset><button>{}</button>)",
                              escaped(words.term_end), day_text(plan.term_end_day), escaped(words.term_end_help),
                              escaped(words.learners_may), boxes, escaped(words.save_plan)));
}

std::string goal_form(const PlanView& view, const Words& words, std::string_view form_token) {
  std::string skills = fmt::format("<option value=\"0\">{}</option>", escaped(words.any_skill));
  for (const SkillColumn& skill : view.skills)
    skills += fmt::format("<option value=\"{}\">{}</option>", skill.key, escaped(skill.title));
  return form(view, "goal", form_token, words.goal_heading,
              who_field(view, words, "goal-who") +
                  fmt::format(R"(<label for="goal-skill">{}</label><select id="goal-skill" name="skill">{}</select>
<label for="goal-items">{}</label><input id="goal-items" type="number" name="items" min="0" max="{}" value="5" aria-describedby="goal-help">
<p id="goal-help" class="quiet">{}</p>
<label for="goal-day">{}</label><input id="goal-day" type="date" name="day" value="{}"><button>{}</button>)",
                              escaped(words.goal_skill), skills, escaped(words.goal_items), goal_items_max,
                              escaped(words.goal_help), escaped(words.goal_day),
                              day_text(interpret::day_of(view.now_ms)), escaped(words.save_goal)));
}

std::string check_form(const PlanView& view, const Words& words, std::string_view form_token) {
  if (view.packs.empty()) return "";
  std::string packs;
  for (const PlanView::PackChoice& pack : view.packs)
    packs += fmt::format("<option value=\"{}\">{}</option>", to_hex(pack.hash.view()), escaped(pack.title));
  return form(view, "check", form_token, words.check_heading,
              who_field(view, words, "check-who") +
                  fmt::format(R"(<label for="check-pack">{}</label><select id="check-pack" name="pack">{}</select>
<p class="quiet">{}</p><div class="buttons"><button name="ask" value="yes">{}</button>
<button class="quiet" name="ask" value="no">{}</button></div>)",
                              escaped(words.check_pack), packs, escaped(words.check_lead), escaped(words.ask_check),
                              escaped(words.withdraw_check)));
}

std::string goal_of(const PlanRow& row, const Words& words) {
  if (!row.goal) return "–";
  const std::string skill = row.goal_skill.empty() ? std::string(words.any_skill) : row.goal_skill;
  const std::string who(row.goal->by_teacher ? words.goal_by_teacher : words.goal_by_learner);
  return fmt::format("{}<span class=\"evidence\">{}</span>",
                     escaped(say(words.goal_so_far, skill, row.goal->done, row.goal->target)), escaped(who));
}

std::string table_row(const PlanView& view, const PlanRow& row, const Words& words) {
  std::string withheld;
  for (const Freedom& each : freedoms)
    if (!(row.plan.allowed.*each.allowed)) withheld += fmt::format("<li>{}</li>", escaped(words.*each.withheld));
  const std::string limits = withheld.empty() ? "–" : fmt::format("<ul>{}</ul>", withheld);
  const std::string term = row.plan.term_end_day == 0 ? "–" : day_text(row.plan.term_end_day);
  return fmt::format(
      R"(<tr><th scope="row"><a href="/class/{}/plan?learner={}">{}</a></th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>
)",
      view.shown.number, to_hex(row.learner.view()), escaped(row.name), term, limits, goal_of(row, words),
      row.plan.checks_asked.empty() ? "–" : escaped(words.check_waits));
}

std::string table(const PlanView& view, const Words& words) {
  std::string rows;
  for (const PlanRow& row : view.learners) rows += table_row(view, row, words);
  return fmt::format(R"(<h2>{0}</h2><div class="leaf scrolls" role="region" aria-label="{0}" tabindex="0"><table>
<thead><tr><th scope="col">{1}</th><th scope="col">{2}</th><th scope="col">{3}</th><th scope="col">{4}</th><th scope="col">{5}</th></tr></thead>
<tbody>
{6}</tbody></table></div>
)",
                     escaped(words.what_holds), escaped(words.learner), escaped(words.term_end),
                     escaped(words.withheld), escaped(words.goal), escaped(words.check_heading), rows);
}

Result<Whom> whom_in(std::int64_t class_number, const Form& form) {
  Whom whom{class_number, std::nullopt};
  const std::string& who = field(form, "who");
  if (who == whole_class) return whom;
  const auto learner = id_from_hex<LearnerId>(who);
  if (!learner) return not_as_written();
  whom.learner = *learner;
  return whom;
}

template <class Number>
Result<Number> number_in(const std::string& text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return not_as_written();
  return number;
}

// A day from today on; 0 where the field is empty.
Result<std::uint32_t> coming_day(const std::string& text, UnixMs now_ms) {
  if (text.empty()) return std::uint32_t{0};
  const std::optional<std::uint32_t> day = day_in(text);
  if (!day) return not_as_written();
  if (*day < interpret::day_of(now_ms))
    return fail(ErrorCode::BadInput, "plan", "that day is over; choose a later one");
  return *day;
}

Result<measure::PlanSet> plan_in(const Form& form, UnixMs now_ms) {
  measure::PlanSet plan;
  TRY_ASSIGN(plan.term_end_day, coming_day(field(form, "term_end"), now_ms));
  for (const Freedom& each : freedoms) plan.allowed.*each.allowed = field(form, each.field) == "yes";
  return plan;
}

Result<measure::GoalSet> goal_in(const Form& form, UnixMs now_ms) {
  measure::GoalSet goal;
  TRY_ASSIGN(goal.skill, number_in<SkillKey>(field(form, "skill")));
  TRY_ASSIGN(goal.target, number_in<std::uint16_t>(field(form, "items")));
  TRY_ASSIGN(goal.day, coming_day(field(form, "day"), now_ms));
  // A teacher's goal without a day would be for nobody's session.
  if (goal.target > goal_items_max || goal.day == 0) return not_as_written();
  return goal;
}

std::string skill_title(const std::vector<SkillColumn>& skills, SkillKey key) {
  const auto found = std::find_if(skills.begin(), skills.end(), [&](const auto& each) { return each.key == key; });
  return found == skills.end() ? std::string() : found->title;
}

// Of those in use, what has a cluster to ask about.
Result<std::vector<PlanView::PackChoice>> packs_to_check(School& school, const Library& library,
                                                         std::string_view language) {
  std::vector<PlanView::PackChoice> choices;
  TRY_ASSIGN(const std::vector<SchoolPack> packs, list_packs(school));
  for (const SchoolPack& each : packs) {
    const auto found = library.packs().find(each.hash);
    const auto curriculum = library.curricula().find(each.hash);
    if (each.revoked || found == library.packs().end() || curriculum == library.curricula().end()) continue;
    if (interpret::clusters_of(*curriculum->second, {}).empty()) continue;
    choices.push_back({each.hash, found->second.title().at(pack::best_language(found->second.languages(), language))});
  }
  return choices;
}

}  // namespace

std::optional<std::uint32_t> day_in(std::string_view text) {
  using namespace std::chrono;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto part = [&](std::size_t from, std::size_t count) -> std::optional<int> {
    const std::string digits(text.substr(from, count));
    const auto number = number_in<unsigned>(digits);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
  };
  const auto years = part(0, 4), months = part(5, 2), days_of_month = part(8, 2);
  if (!years || !months || !days_of_month) return std::nullopt;
  const year_month_day date{year(*years), month(static_cast<unsigned>(*months)),
                            day(static_cast<unsigned>(*days_of_month))};
  if (!date.ok() || date < year(1970) / 1 / 1) return std::nullopt;
  return static_cast<std::uint32_t>(sys_days(date).time_since_epoch().count());
}

Result<PlanView> view_plan(School& school, const Library& library, const Account& account, std::int64_t class_number,
                           std::string_view language, UnixMs now_ms) {
  PlanView view;
  view.school_name = school.name();
  view.now_ms = now_ms;
  TRY_ASSIGN(const std::vector<SchoolClass> classes, classes_of_account(school, account));
  const auto shown =
      std::find_if(classes.begin(), classes.end(), [&](const SchoolClass& one) { return one.number == class_number; });
  if (shown == classes.end()) return fail(ErrorCode::NotFound, "plan", "the school has no such class");
  view.shown = *shown;
  TRY_ASSIGN(view.skills, skill_columns(school, library, language));
  TRY_ASSIGN(view.packs, packs_to_check(school, library, language));
  TRY_ASSIGN(const std::vector<Learner> learners, learners_of_class(school, class_number));
  for (const Learner& learner : learners) {
    TRY_ASSIGN(const FoldedLearner folded, load_state(school, learner));
    const interpret::LearnerState& state = folded.base.state;
    PlanRow row{learner.id, learner.profile.display_name, state.plan, std::nullopt, {}};
    if (interpret::has_goal(state.agency, state.sessions, now_ms)) {
      row.goal = state.agency.goal;
      row.goal_skill = skill_title(view.skills, row.goal->skill);
    }
    view.learners.push_back(std::move(row));
  }
  return view;
}

std::string render_plan_page(const PlanView& view, const Words& words, std::string_view form_token) {
  const std::string title = say(words.plan_heading, view.shown.title);
  std::string body = page_top(view.school_name, words, form_token);
  body += fmt::format("<main>\n<p><a href=\"/class/{}\">{}</a></p>\n<h1>{}</h1>\n<p>{}</p>\n", view.shown.number,
                      escaped(words.back), escaped(title), escaped(words.plan_lead));
  if (view.learners.empty()) body += fmt::format("<p class=\"leaf\">{}</p>\n", escaped(words.no_learner));
  body += "<div class=\"writings\">\n" + plan_form(view, words, form_token) + goal_form(view, words, form_token) +
          check_form(view, words, form_token) + "</div>\n" + table(view, words);
  return page(words, title + " · " + view.school_name, body + "</main>");
}

Done take_plan_form(School& school, const Library& library, const Account& account, std::int64_t class_number,
                    const Form& form, UnixMs now_ms) {
  TRY_ASSIGN(const Whom whom, whom_in(class_number, form));
  const std::string& act = field(form, "act");
  if (act == "plan") {
    TRY_ASSIGN(const measure::PlanSet plan, plan_in(form, now_ms));
    return set_plan(school, library, account, whom, plan);
  }
  if (act == "goal") {
    TRY_ASSIGN(const measure::GoalSet goal, goal_in(form, now_ms));
    return set_goal(school, library, account, whom, goal);
  }
  const std::string& ask = field(form, "ask");
  const auto pack = id_from_hex<Hash>(field(form, "pack"));
  if (act != "check" || !pack || (ask != "yes" && ask != "no")) return not_as_written();
  return ask_check(school, library, account, whom, *pack, ask == "no");
}

}  // namespace hornbook::server
