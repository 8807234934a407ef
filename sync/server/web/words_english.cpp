#include "sync/server/web/words_of_language.hpp"

namespace hornbook::server {
namespace {

void say_experiments_in_english(Words& w) {
  w.experiments_heading = "Experiments";
  w.experiments_lead =
      "Learners are drawn by lot into one of two ways of teaching. Who is in which is not shown here, so that nobody "
      "is "
      "taught otherwise because of it. A learner can be taken out at any time.";
  w.experiment_arms = "Compared are “{}” and “{}”, until {}.";
  w.experiment_basis = "Basis of consent: {} (recorded by {}).";
  w.experiment_stop = "The administrator stops it with";
}

void say_thinking_in_english(Words& w) {
  w.thinking = "How the class thinks: wrong rules and wishes";
  w.thinking_heading = "How class {} thinks";
  w.rules_heading = "Wrong rules";
  w.rules_lead =
      "Answers count here that a known wrong rule leads to. It is taken to be there after two of them on different "
      "questions, with a probability of at least 80 %, until other answers rule it out.";
  w.no_rule = "No answer has shown a known wrong rule yet.";
  w.held_by = "Held now by:";
  w.by_learners = "Learners: {}; times: {}";
  w.answered_so = "Answer: {}";
  w.wishes_heading = "What they said of what was chosen for them";
  w.wishes_lead = "What comes next is chosen a little easier or harder because of it; the wish fades with the days.";
  w.no_wish = "Nobody has said anything yet.";
  w.too_easy = "too easy";
  w.just_right = "just right";
  w.too_hard = "too hard";
  w.check_later = "the check another day";
  w.other_wish = "something else";
}

void say_nameless_in_english(Words& w) {
  w.nameless_heading = "Work without a name";
  w.nameless_lead =
      "A station lost its power and somebody began without signing in. Ask whose this was: it is then added to their "
      "record. That cannot be undone.";
  w.nameless_whose = "Whose is it?";
  w.nameless_choose = "Choose a learner";
  w.nameless_join = "Add to the record";
  w.nameless_refused = "That could not be added. Go back, choose a learner and try again.";
}

void say_plan_in_english(Words& w) {
  w.plan = "Plan: the term, what learners may decide, goals, checks";
  w.plan_heading = "Plan of class {}";
  w.plan_lead = "What you set here reaches a station with its next exchange, and the learner when they next sign in.";
  w.plan_and_limits = "Term and limits";
  w.plan_for = "For";
  w.the_whole_class = "The whole class";
  w.term_end = "Last day of the term";
  w.term_end_help = "When not all fits before it, what most depends on comes first. Empty: no date.";
  w.learners_may = "Learners may";
  w.save_plan = "Save";
  w.plan_refused = "That could not be saved: a day is past, or the page was open too long. Go back and try again.";
  w.what_holds = "What holds now";
  w.withheld = "Not allowed";
  w.may_choose = "choose another activity than the suggested one";
  w.may_put_off = "put a review off to another day";
  w.may_say_fit = "say that something was too easy or too hard";
  w.may_set_goals = "set goals of their own";
  w.may_get_messages = "get words of encouragement and advice";
  w.no_choice = "own choice of activity";
  w.no_put_off = "reviews another day";
  w.no_say_fit = "too easy, too hard";
  w.no_set_goals = "own goals";
  w.no_messages = "words of encouragement";
  w.goal = "Goal";
  w.goal_heading = "Set a goal";
  w.goal_skill = "Skill";
  w.any_skill = "Anything";
  w.goal_items = "Questions to do";
  w.goal_help = "0 takes the goal back. The learner sees it as yours; nothing is lost when it is not reached.";
  w.goal_day = "Until";
  w.save_goal = "Set the goal";
  w.goal_so_far = "{}: {} of {}";
  w.goal_by_teacher = "set by a teacher";
  w.goal_by_learner = "set by the learner";
  w.check_heading = "Find out where they start";
  w.check_pack = "Pack";
  w.check_lead =
      "The station offers it at home: some ten questions for each part of the pack, at most twenty in a sitting. What "
      "was practised before keeps its standing.";
  w.ask_check = "Ask for it";
  w.withdraw_check = "No longer";
  w.check_waits = "waits to begin";
  w.pace = "At this pace {} of {} skills by {}";
}

void say_to_read_in_english(Words& w) {
  w.to_read = "To read: what learners wrote and drew";
  w.to_read_heading = "To read: class {}";
  w.to_read_lead = "These answers are not scored. They wait for you, the latest first.";
  w.nothing_to_read = "Nobody has written or drawn anything for you yet.";
  w.drawing_by = "Drawing by {}";
  w.drawn_on = "on a picture: {}";
  w.asked_unknown = "The question is in a pack that this school has not got.";
  w.time_unknown = "The device did not know the time.";
}

void say_what_was_noticed_in_english(Words& w) {
  w.needs_me_heading = "Who needs me";
  w.nobody_needs_me = "Nothing stood out in the last week.";
  w.wants_to_talk = "wants to talk with you.";
  w.talk_seen = "I have seen this";
  w.noticed_guessing =
      "several quick answers in a row, faster than the questions can be read. Ask how it is going; another kind of "
      "task may help.";
  w.noticed_hints = "opened all hints without time to read them. Reading one together shows what they are for.";
  w.noticed_spinning = "practised, and it does not come together yet. Show an example, or go back a step together.";
  w.noticed_idle = "a long pause in the middle of a question. Perhaps something came between.";
  w.noticed_fatigue =
      "answers became slower and less sure than at the start of the session. Shorter sessions or a break may help.";
  w.noticed_frustration =
      "several hard questions in a row, answered ever more hastily. A kind word and something that works come first.";
  w.noticed_persistence = "failed, stayed with it and tried again without being told. Worth a word of praise.";
  w.noticed_easy = "a long run of right answers without effort. Ready for something harder.";
}

void say_faults_in_english(Words& w) {
  w.faults_heading = "What could not be taken";
  w.fault_damaged = "A damaged part of epoch {}, from event {}: times refused: {}";
  w.fault_unknown_epoch = "Epoch {} has no good header, from event {}: times refused: {}";
  w.fault_cloned = "A second card's epoch {}, from event {}: times refused: {}";
  w.fault_foreign = "Epoch {}, event {}: a session for a learner of another class, kept aside (times: {})";
  w.fault_index = "Epoch {}, event {}: an index that belongs to another learner, kept aside (times: {})";
  w.missing_history = "Never arrived: {} epochs and {} events that the device says it has written.";
  w.fault_chain =
      "Epoch {}, up to event {}: not what the device wrote; the record may have been tampered with (times: {})";
  w.fault_school = "Epoch {}, event {}: a teacher's decision that the school did not write, kept aside (times: {})";
  w.fault_beyond =
      "Epoch {}, from event {}: past the end that the device knows; a copy of its card may have written (times: {})";
}

}  // namespace

Words english() {
  Words w{};
  w.language = "en";
  w.sign_in = "Sign in";
  w.user = "User name";
  w.password = "Password";
  w.sign_out = "Sign out";
  w.sign_in_lead = "For teachers and administrators of this school.";
  w.wrong_password = "That user name and password do not fit together. Try again.";
  w.too_many_tries = "Too many tries. Wait a minute, then try again.";
  w.form_expired = "This form was open too long. Please send it once more.";
  w.class_heading = "Class {}";
  w.other_classes = "Classes";
  w.no_class =
      "There is no class for you yet. The school's administrator imports the roster, or ties your account to a class.";
  w.no_learner = "This class has no learner yet.";
  w.no_pack = "No content pack has been added yet, so there are no skills to show.";
  w.summary = "{} learners, {} of them seen in the last 24 hours";
  w.learner = "Learner";
  w.skills_heading = "Skills and latest evidence";
  w.table_hint = "More skills are to the right.";
  w.table_label = "Learners and skills";
  w.not_started = "Not started";
  w.practising = "Practising";
  w.mastered = "Mastered";
  w.right = "right";
  w.not_yet = "not yet";
  w.one_hint = "1 hint";
  w.hints = "{} hints";
  w.tries = "try {}";
  w.last_seen = "Last seen";
  w.sessions = "{} sessions";
  w.one_session = "1 session";
  w.answers = "{} answers, {} right";
  w.never = "never";
  w.just_now = "just now";
  w.minutes_ago = "{} min ago";
  w.hours_ago = "{} h ago";
  w.days_ago = "{} days ago";
  w.devices_heading = "Devices";
  w.no_device = "No device is assigned to this class yet.";
  w.last_contact = "Last contact";
  w.waits_for_enrolment = "Not enrolled yet: its one-time file has not been used.";
  w.confirmation = "Confirmation code";
  w.unsynced = "Not heard from for more than a day. What was done since then is still on the device.";
  w.waiting_events = "{} events wait for an earlier part or for a change of class.";
  w.cloned =
      "Two copies of this device's storage card have written. The second copy's data is not taken; enrol it again.";
  w.replay_trouble = "{} decisions that do not replay, of {}";
  w.replay_good = "{} decisions replayed, all alike";
  say_faults_in_english(w);
  say_to_read_in_english(w);
  say_thinking_in_english(w);
  say_experiments_in_english(w);
  say_nameless_in_english(w);
  say_plan_in_english(w);
  say_what_was_noticed_in_english(w);
  w.legend = "Signs";
  w.not_found = "There is no such page.";
  w.back = "Back to the class";
  w.trouble = "The server could not read its data. The administrator finds more in the server's log.";
  return w;
}

}  // namespace hornbook::server
