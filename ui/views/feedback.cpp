#include "ui/views/feedback.hpp"

#include <algorithm>
#include <array>

#include "ui/locales/messages.hpp"
#include "ui/views/measured.hpp"
#include "ui/views/media.hpp"
#include "ui/views/passage.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/task.hpp"

namespace hornbook::ui::views {
namespace {

// In a check of where to start nothing is said of answers.
bool is_in_check(const Workplace& place) { return place.scene.state.session->check.has_value(); }

constexpr float sign_size = 48;
constexpr float wide_from = 1200;

const engage::Verdict* verdict_of(const engage::Activity& activity) {
  if (const auto* again = std::get_if<engage::TryAgain>(&activity.phase)) return &again->verdict;
  if (const auto* finished = std::get_if<engage::Finished>(&activity.phase)) return &finished->verdict;
  return nullptr;
}

// What is said stands in the action band, which has its ground; under a portrait leaf and on a page of a small screen
// it has a ground of its own.
bool stands_in_the_band(const parts::Frame& frame) { return !frame.portrait && !frame.compact; }

// A sentence of the content beside its sign.
Node words_beside(const Workplace& place, Node sign, std::string title, std::string sentence,
                  TypeStyle type_of_sentence, const std::string& aside) {
  const parts::Frame& frame = place.frame();
  Node words = parts::group(Direction::Column, 0);
  words.layout.grow = 1;
  words.children.push_back(parts::text(title, TypeStyle::Strong));
  Node line = parts::text(plain_text(sentence), TypeStyle::Body);
  line.text = std::move(sentence);
  line.look.type = type_of_sentence;
  words.children.push_back(std::move(line));
  if (!aside.empty()) {
    words.children.push_back(parts::text(aside, TypeStyle::Small, Paint::MarigoldInk));
    words.children.back().id = "message";
  }
  Node node = parts::group(Direction::Row, frame.gap, {std::move(sign), std::move(words)});
  node.role = Role::Status;
  node.name = std::move(title);
  node.layout.cross = Place::Center;
  if (stands_in_the_band(frame)) {
    node.layout.grow = 1;
    node.layout.padding_x = 8;
    return node;
  }
  node.look.fill = ground_of_words(place);
  node.look.radius = 16;
  node.layout.padding_x = 16;
  node.layout.padding_y = 8;
  return node;
}

Word word_for(adapt::Support support) {
  switch (support) {
    case adapt::Support::TakeYourTime:
      return Word::SupportTakeYourTime;
    case adapt::Support::ReadTheHints:
      return Word::SupportReadTheHints;
    case adapt::Support::AnotherWay:
      return Word::SupportAnotherWay;
    case adapt::Support::Rest:
      return Word::SupportRest;
    case adapt::Support::Gentler:
      return Word::SupportGentler;
    case adapt::Support::KeepAtIt:
      return Word::SupportKeepAtIt;
    case adapt::Support::Stretch:
      break;
  }
  return Word::SupportStretch;
}

// One sentence beside it: what a detector that fired here calls for, or else the session's message once the item is
// done.
std::string aside_of(const Workplace& place) {
  const session::SessionState& session = *place.scene.state.session;
  if (session.support) return place.scene.say(word_for(*session.support));
  if (!session.message || !has_feedback(place.activity) || !engage::is_done(place.problem)) return {};
  return std::string(message_words(*session.message, place.scene.frame.language));
}

// What is said may be as high as the action band and what the leaf keeps free for it.
constexpr float beside_words = 480;  // home, sign, "how was it" and "go on" with their gaps
constexpr float words_height_max = 128;
constexpr float example_sign_from = 480;   // a narrower row has room for its buttons alone
constexpr float example_height_max = 100;  // beside an example, which needs the leaf for itself

bool is_too_high(const Workplace& place, const Node& said) {
  const parts::Frame& frame = place.frame();
  if (frame.compact) return height_of(place, said, place.width) > place.height;
  const float width = frame.portrait ? frame.leaf_width() : frame.width - beside_words;
  return height_of(place, said, width) > (place.is_shown_done() ? example_height_max : words_height_max);
}

// In small letters where it would not fit otherwise; a small screen that has no room for what stands beside it, either,
// leaves it out.
Node words_that_fit(const Workplace& place, const Node& sign, const std::string& title, const std::string& sentence) {
  const std::string aside = aside_of(place);
  Node said = words_beside(place, sign, title, sentence, TypeStyle::Body, aside);
  const bool may_be_small = place.frame().compact || !aside.empty() || place.is_shown_done();
  if (!may_be_small || !is_too_high(place, said)) return said;
  said = words_beside(place, sign, title, sentence, TypeStyle::Small, aside);
  if (aside.empty() || !place.frame().compact || !is_too_high(place, said)) return said;
  said = words_beside(place, sign, title, sentence, TypeStyle::Body, {});
  return is_too_high(place, said) ? words_beside(place, sign, title, sentence, TypeStyle::Small, {}) : said;
}

Word word_for(engage::Remark remark) {
  switch (remark) {
    case engage::Remark::Simplify:
      return Word::RemarkSimplify;
    case engage::Remark::Expand:
      return Word::RemarkExpand;
    case engage::Remark::Factor:
      return Word::RemarkFactor;
    case engage::Remark::AsFraction:
      return Word::RemarkAsFraction;
    case engage::Remark::AsDecimal:
      return Word::RemarkAsDecimal;
    case engage::Remark::AsPowerOfTen:
      return Word::RemarkAsPowerOfTen;
    case engage::Remark::CannotTell:
      return Word::RemarkCannotTell;
    case engage::Remark::CheckSpelling:
      return Word::RemarkCheckSpelling;
    case engage::Remark::CheckAccents:
      return Word::RemarkCheckAccents;
    case engage::Remark::CheckCapitals:
      return Word::RemarkCheckCapitals;
    case engage::Remark::MoreToFind:
      return Word::RemarkMoreToFind;
    case engage::Remark::NotAllOfThem:
      return Word::RemarkNotAllOfThem;
    case engage::Remark::ComesAgainSoon:
      return Word::RemarkComesAgainSoon;
    case engage::Remark::KeptForTeacher:
      return Word::RemarkKeptForTeacher;
    default:
      return Word::RemarkOtherForm;
  }
}

// What the content says comes before what holds for any item.
std::string words_of_verdict(const Workplace& place, const engage::Verdict& verdict) {
  if (!verdict.feedback.empty()) return verdict.feedback;
  if (verdict.remark != engage::Remark::None) return place.scene.say(word_for(verdict.remark));
  return verdict.correct || engage::is_finished(place.activity) ? std::string() : place.scene.say(Word::LookOnceMore);
}

// What a hint asked stands there with its answer, once it is found or shown.
std::string words_of_hint(const Workplace& place, const engage::Hint& hint) {
  std::string words = engage::words_of(hint);
  if (!hint.question || place.problem.at.hint) return words;
  const auto& scaffolds = place.problem.steps[place.problem.at.step].scaffolds;
  const auto asked = scaffolds.find(static_cast<std::uint8_t>(place.activity.hints_shown - 1));
  if (asked == scaffolds.end() || !engage::is_finished(asked->second)) return words;
  const engage::Task& task = hint.question->task;
  return words + " " + engage::words_of(task, engage::right_entry_of(task));
}

std::string count_of_hints(const Workplace& place) {
  return place.scene.say(Word::HintOf, {std::to_string(place.activity.hints_shown),
                                        std::to_string(place.activity.question->hints.size())});
}

Node hint_button(const Workplace& place) {
  Node node = parts::secondary(place.frame(), place.scene.say(Word::Hint), "lamp", place.act(engage::AskHint{}));
  node.look.outline = Paint::MarigoldInk;
  node.value = count_of_hints(place);
  if (place.frame().width < 1000) node.children.resize(1);
  return place.open && engage::can_ask_hint(place.problem) ? node : parts::disabled(std::move(node));
}

Node check(const Workplace& place) {
  const Word word = is_in_check(place) ? Word::GoOn : submit_word(place.task());
  Node node = parts::primary(place.frame(), place.scene.say(word), place.act(engage::Submit{}));
  if (!place.open || !engage::can_submit(place.activity)) return parts::disabled(std::move(node));
  if (is_typed(place.task())) {
    // Typing goes on here, so that Enter checks.
    node.actions.type = place.act(engage::TypeText{});
    node.actions.erase = place.act(engage::EraseLast{});
    node.actions.takes_typing = true;
  }
  return node;
}

// In place of a hint: some of a check is new to anybody.
Node dont_know_button(const Workplace& place) {
  const parts::Frame& frame = place.frame();
  const ActionId pass = place.scene.actions.on(ToSession{session::PassOver{}});
  Node node = parts::secondary(frame, place.scene.say(Word::CheckUnknown), "recall-seed", pass);
  if (frame.compact) node.children.resize(1);
  node.id = "dont-know";
  return node;
}

bool has_more_to_watch(const Workplace& place) {
  const auto& media = place.problem.item->media;
  const auto* working = std::get_if<session::Working>(&place.scene.state.session->place);
  return media && working != nullptr && working->playback.seen_ms < media->length_ms;
}

// "How was it for you?", which opens the three answers.
Node ask_how_it_fitted(const Workplace& place) {
  Node node = parts::picture_button(place.frame(), place.scene.say(Word::HowItFitted), "scales",
                                    place.scene.actions.on(AskHowItFitted{}));
  node.id = "how-it-fitted";
  return node;
}

Node next_step(const Workplace& place, const PageInView& at) {
  const Scene& scene = place.scene;
  // On a small screen what is shown done is read page by page: the question, the answer, the words that explain it.
  if (place.is_shown_done() && place.frame().compact && at.page <= at.of_question)
    return parts::primary(place.frame(), scene.say(Word::NextPage), scene.actions.on(TurnPage{1}));
  if (place.is_example())
    return parts::primary(place.frame(), scene.say(Word::YourTurn), scene.actions.on(ToSession{session::GoOn{}}));
  if (engage::is_finished(place.activity)) {
    const auto next = engage::next_place(place.problem);
    if (!next && has_more_to_watch(place)) return rest_of_the_media(scene);
    const ActionId go_on = next ? place.act(engage::TurnTo{*next}) : scene.actions.on(ToSession{session::GoOn{}});
    const bool is_read = place.is_shown_done() && next && !place.problem.item->steps[next->step].worked;
    return parts::primary(place.frame(), scene.say(is_read ? Word::YourTurn : Word::GoOn), go_on);
  }
  if (has_feedback(place.activity)) {
    return parts::primary(place.frame(), scene.say(Word::TryAgain), place.act(engage::way_back_of(place.task())));
  }
  if (place.frame().compact && at.is_question()) {
    const bool is_last = at.page + 1 == at.of_question;
    Node on = parts::primary(place.frame(), scene.say(is_last ? Word::ToTheAnswer : Word::NextPage),
                             scene.actions.on(TurnPage{1}));
    on.id = to_the_answer_id;
    return on;
  }
  return check(place);
}

}  // namespace

bool has_feedback(const engage::Activity& activity) { return verdict_of(activity) != nullptr; }

std::optional<Word> word_aside(const Workplace& place) {
  const session::SessionState& session = *place.scene.state.session;
  if (session.check) return session.check->questions == 0 ? Word::CheckSomeNew : Word::CheckThanks;
  const bool is_enough = adapt::is_enough_for_today(session.decision);
  if (is_enough && !engage::is_finished(place.activity)) return Word::ExtraForToday;
  return std::nullopt;
}

Node aside(const Workplace& place, Word word) {
  const TypeStyle type = place.frame().width < wide_from ? TypeStyle::Small : TypeStyle::Body;
  Node node = parts::text(place.scene.say(word), type, Paint::QuietInk);
  node.id = "aside";
  node.role = Role::Status;
  node.look.align = TextAlign::Center;
  node.layout.grow = 1;
  return node;
}

Paint ground_of_words(const Workplace& place) {
  const engage::Verdict* verdict = verdict_of(place.activity);
  if (verdict == nullptr) return place.activity.hints_shown > 0 ? Paint::Sand : Paint::None;
  if (place.is_shown_done()) return Paint::HornSoft;
  if (verdict->correct) return Paint::GreenSoft;
  return engage::is_finished(place.activity) ? Paint::HornSoft : Paint::ClaySoft;
}

Node feedback(const Workplace& place) {
  const engage::Verdict& verdict = *verdict_of(place.activity);
  const std::string sentence = words_of_verdict(place, verdict);
  Node said;
  if (place.is_shown_done()) {
    said = words_that_fit(place, parts::picture("example", sign_size), place.scene.say(Word::ExampleDone), sentence);
  } else if (verdict.correct) {
    const bool is_asked = engage::is_evidence(engage::kind_of(place.task()));
    said = words_that_fit(place, tick(place, sign_size), place.scene.say(is_asked ? Word::Right : Word::ThankYou),
                          sentence);
  } else if (verdict.remark == engage::Remark::KeptForTeacher) {
    said = words_that_fit(place, parts::picture("kept", sign_size), place.scene.say(Word::KeptForTeacher), sentence);
  } else if (engage::is_finished(place.activity) && !verdict.is_last) {
    said = words_that_fit(place, parts::picture("lamp", sign_size), place.scene.say(Word::HereIsTheAnswer), sentence);
  } else {
    said = words_that_fit(place, not_yet_sign(sign_size), place.scene.say(Word::NotYet), sentence);
  }
  said.id = "feedback";
  return said;
}

Node hint(const Workplace& place) {
  const engage::Hint* last = last_hint(place.activity);
  std::string title = last != nullptr && !last->title.empty() ? plain_text(last->title) : count_of_hints(place);
  Node said = words_that_fit(place, parts::picture("lamp", sign_size), std::move(title),
                             last == nullptr ? std::string() : words_of_hint(place, *last));
  said.id = "hint";
  return said;
}

std::vector<Node> activity_actions(const Workplace& place, const PageInView& at, bool with_words) {
  const parts::Frame& frame = place.frame();
  std::vector<Node> nodes;
  Node home = parts::secondary(frame, place.scene.say(Word::Back), "home", place.scene.actions.on(Back{}));
  home.children.resize(1);
  nodes.push_back(std::move(home));
  // The answer that is shown after the last try has its words one page back.
  if (frame.compact && at.page > 0 && (!has_feedback(place.activity) || place.reveal || place.is_shown_done())) {
    const int back = at.is_question() || place.is_shown_done() ? 1 : static_cast<int>(at.page);
    nodes.push_back(parts::picture_button(frame,
                                          place.scene.say(at.is_question() ? Word::PreviousPage : Word::ToTheQuestion),
                                          "back", place.scene.actions.on(TurnPage{-back})));
  }
  if (place.problem.item->passage) nodes.push_back(to_the_text(place.scene));
  if (place.problem.item->media) nodes.push_back(to_the_media(place.scene));
  // Whoever is done needs no hint, nor who only says how something was.
  const bool is_asked = engage::judged_by(engage::kind_of(place.task())) != engage::JudgedBy::Nobody;
  if (is_in_check(place))
    nodes.push_back(dont_know_button(place));
  else if (!engage::is_finished(place.activity) && is_asked)
    nodes.push_back(hint_button(place));
  if (place.is_shown_done() && frame.compact) {
    // Beside two buttons and a broad one there is no room for the words: a sign, whose name is read aloud.
    nodes.push_back(parts::spacer());
    if (frame.width >= example_sign_from) {
      nodes.push_back(parts::picture("example", sign_size, place.scene.say(Word::ExampleTitle)));
      nodes.push_back(parts::spacer());
    }
    nodes.push_back(next_step(place, at));
    return nodes;
  }
  const bool says_something = has_feedback(place.activity) || place.activity.hints_shown > 0;
  const std::optional<Word> word = word_aside(place);
  if (with_words && says_something) {
    nodes.push_back(has_feedback(place.activity) ? feedback(place) : hint(place));
  } else {
    nodes.push_back(with_words && word ? aside(place, *word) : parts::spacer());
  }
  if (session::can_say_how_it_fitted(*place.scene.state.session)) nodes.push_back(ask_how_it_fitted(place));
  nodes.push_back(next_step(place, at));
  return nodes;
}

std::vector<Node> how_it_fitted(const Scene& scene) {
  struct Answer {
    measure::OverrideReason reason;
    Word word;
    std::string_view picture;
  };
  constexpr std::array<Answer, 3> answers{{{measure::OverrideReason::TooEasy, Word::TooEasy, "felt-easy"},
                                           {measure::OverrideReason::JustRight, Word::JustRight, "felt-just-right"},
                                           {measure::OverrideReason::TooHard, Word::TooHard, "felt-hard"}}};
  std::vector<Node> nodes;
  nodes.push_back(
      parts::picture_button(scene.frame, scene.say(Word::Back), "back", scene.actions.on(AskHowItFitted{})));
  if (!scene.frame.compact && scene.frame.width >= 1200) nodes.push_back(parts::text(scene.say(Word::HowItFitted)));
  nodes.push_back(parts::spacer());
  for (const Answer& answer : answers) {
    const ActionId said = scene.actions.on(ToSession{session::SayHowItFitted{answer.reason}});
    nodes.push_back(scene.frame.compact
                        ? parts::picture_button(scene.frame, scene.say(answer.word), answer.picture, said)
                        : parts::secondary(scene.frame, scene.say(answer.word), answer.picture, said));
  }
  return nodes;
}

}  // namespace hornbook::ui::views
