// The words of the pages, one value a language. Texts with {} take a number or a name.
#pragma once

#include <string_view>

namespace hornbook::server {

struct Words {
  std::string_view language;  // BCP 47
  std::string_view sign_in, user, password, sign_out, sign_in_lead, wrong_password, too_many_tries, form_expired;
  std::string_view class_heading, other_classes, no_class, no_learner, no_pack;
  std::string_view summary, learner, skills_heading, table_hint, table_label;
  std::string_view not_started, practising, mastered;
  std::string_view right, not_yet, one_hint, hints, tries, last_seen, sessions, one_session, answers;
  std::string_view never, just_now, minutes_ago, hours_ago, days_ago;
  std::string_view devices_heading, no_device, last_contact, waits_for_enrolment, confirmation, unsynced,
      waiting_events, cloned, missing_history, replay_trouble, replay_good, faults_heading;
  std::string_view fault_damaged, fault_unknown_epoch, fault_cloned, fault_foreign, fault_index, fault_chain,
      fault_beyond, fault_school;
  std::string_view to_read, to_read_heading, to_read_lead, nothing_to_read, asked_unknown, time_unknown;
  std::string_view needs_me_heading, nobody_needs_me, noticed_guessing, noticed_hints, noticed_spinning, noticed_idle,
      noticed_fatigue, noticed_frustration, noticed_persistence, noticed_easy;
  std::string_view wants_to_talk, talk_seen;
  std::string_view drawing_by, drawn_on;
  std::string_view thinking, thinking_heading, rules_heading, rules_lead, no_rule, held_by, by_learners, answered_so;
  std::string_view wishes_heading, wishes_lead, no_wish, too_easy, just_right, too_hard, check_later, other_wish;
  std::string_view experiments_heading, experiments_lead, experiment_arms, experiment_basis, experiment_stop;
  std::string_view nameless_heading, nameless_lead, nameless_whose, nameless_choose, nameless_join, nameless_refused;
  std::string_view plan, plan_heading, plan_lead, plan_and_limits, plan_for, the_whole_class, term_end, term_end_help,
      learners_may, save_plan, plan_refused, what_holds, withheld;
  std::string_view may_choose, may_put_off, may_say_fit, may_set_goals, may_get_messages;
  std::string_view no_choice, no_put_off, no_say_fit, no_set_goals, no_messages;
  std::string_view goal, goal_heading, goal_skill, any_skill, goal_items, goal_help, goal_day, save_goal, goal_so_far,
      goal_by_teacher, goal_by_learner;
  std::string_view check_heading, check_pack, check_lead, ask_check, withdraw_check, check_waits, pace;
  std::string_view legend, not_found, back, trouble;
};

// The first language of the Accept-Language header (RFC 9110, section 12.5.4) that there are words for; English
// otherwise. Weights are not looked at: browsers list the languages in order.
[[nodiscard]] const Words& words_for(std::string_view accept_language);

}  // namespace hornbook::server
