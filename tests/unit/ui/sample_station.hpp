// A station with a class of learners and a small pack of one item a kind of task, for tests of flow and views.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <utility>

#include "runtime/engage/passage/passage.hpp"
#include "ui/screens/flow.hpp"

namespace hornbook::ui::test {

inline engage::Rational fraction(std::int64_t numerator, std::int64_t denominator) {
  return engage::Rational::create(numerator, denominator).value();
}

inline constexpr std::uint32_t sample_tasks = 18;  // one of each kind
inline constexpr std::uint32_t sample_drawing = 17;

// A blank of each kind, in another order than they are read.
inline engage::Cloze sample_cloze() {
  engage::Cloze task;
  const char* text = "A [[2]] has [[1]] legs, and [[4]] [[3]] it. It is *not* a fish: a fish has none at all.";
  task.text = engage::cut_at_marks(text, 4, engage::MarkWords::None).value();
  engage::NumberEntry legs;
  legs.expected = engage::Rational::whole(4);
  engage::ShortText animal;
  animal.expected = "horse";
  engage::MultipleChoice verb;
  for (std::uint8_t at = 0; at < 3; ++at)
    verb.choices.push_back({at, at == 0 ? "rides" : at == 1 ? "ride" : "riding", std::nullopt, at == 0, {}});
  task.blanks = {legs, animal, verb, engage::TileBlank{1, {std::nullopt, "Who can ride?"}}};
  task.tiles = {{0, "a tree", {}}, {1, "a child", {}}, {2, "the sea", {}}};
  return task;
}

// A function table: two rows, one of them to fill.
inline engage::Table sample_table() {
  engage::Table task;
  task.corner = "in";
  task.columns = {"1", "2", "10"};
  engage::TableRow row{"out", {{"3", {}}}, false, false};
  for (const std::int32_t expected : {6, 30}) {
    engage::NumberEntry number;
    number.expected = engage::Rational::whole(expected);
    row.cells.push_back({"", static_cast<std::uint8_t>(task.blanks.size())});
    task.blanks.emplace_back(std::move(number));
  }
  task.rows = {std::move(row)};
  return task;
}

// Kinds that are chosen, typed or put in place.
inline engage::Task first_sample_task(std::uint32_t item) {
  switch (item) {
    case 0: {
      engage::MultipleChoice task;
      for (std::uint8_t at = 0; at < 4; ++at) {
        const std::string denominator = std::to_string(at + 2);
        task.choices.push_back(
            {at, "$\\frac{1}{" + denominator + "}$", std::nullopt, at == 1, {std::nullopt, "Count the parts."}});
      }
      return task;
    }
    case 1: {
      engage::NumberEntry task;
      task.expected = fraction(3, 4);
      return task;
    }
    case 2: {
      engage::OrderTask task;
      for (std::uint8_t at = 0; at < 3; ++at) task.tiles.push_back({at, std::to_string(at + 1), std::nullopt});
      task.correct_order = {2, 1, 0};
      task.first_label = "largest";
      task.last_label = "smallest";
      return task;
    }
    case 3: {
      engage::NumberLine task;
      task.to = engage::Rational::whole(1);
      task.intervals = 4;
      task.target_tick = 3;
      return task;
    }
    case 4: {
      engage::ExpressionTask task;
      task.expected = "$y \\le \\frac{1}{2}x + 3$";
      return task;
    }
    case 5: {
      engage::ShortText task;
      task.expected = "third";
      return task;
    }
    case 7: {
      engage::MatchTask task;
      for (std::uint8_t at = 0; at < 6; ++at) {
        task.tiles.push_back({at, std::to_string((at + 1) * 10), std::nullopt});
        if (at < 5) task.targets.push_back({std::to_string(at + 1) + " tens", std::nullopt, {}});
      }
      return task;
    }
    default: {
      engage::MultipleAnswer task;
      for (std::uint8_t at = 0; at < 4; ++at) {
        const std::string numerator = std::to_string(at + 1);
        task.choices.push_back({at, "$\\frac{" + numerator + "}{3}$", std::nullopt, at < 2, {}});
      }
      return task;
    }
  }
}

inline engage::DrawingTask sample_sheet() {
  engage::DrawingTask task;
  task.ground = engage::SheetGround::Squared;
  task.checklist = {"equal parts", "what is shaded"};
  return task;
}

// Kinds that came later: carried, pointed at, drawn on a grid, remembered, written, filled in.
inline engage::Task later_sample_task(std::uint32_t item) {
  switch (item) {
    case 8: {
      engage::SortTask task;
      task.bins = {{"even", std::nullopt}, {"odd", std::nullopt}, {"neither", std::nullopt}, {"both", std::nullopt}};
      for (std::uint8_t at = 0; at < 12; ++at) {
        task.tiles.push_back({at, std::to_string(at + 10), std::nullopt});
        task.homes.push_back({static_cast<std::uint8_t>(at % 2), {}});
      }
      return task;
    }
    case 9: {
      engage::HotSpot task;
      task.picture = {{engage::MediaPicture{}, "a garden"}, 400, 300};
      task.areas = {{0, engage::PictureCircle{{70, 60}, 50}, "the sun", true, {}},
                    {1, engage::PictureRectangle{{160, 20}, 200, 110}, "the house", false, {}},
                    {2, engage::PicturePolygon{{{20, 290}, {20, 160}, {200, 290}}}, "the hill", false, {}}};
      return task;
    }
    case 10: {
      engage::LabelTask task;
      task.picture = {{engage::MediaPicture{}, "a plant"}, 400, 300};
      task.at = {{80, 40}, {320, 80}, {80, 150}, {320, 260}};
      const std::array<const char*, 6> words{"flower", "leaf", "stem", "root", "bark", "cone"};
      for (std::uint8_t at = 0; at < 6; ++at) {
        task.match.tiles.push_back({at, words.at(at), std::nullopt});
        if (at < 4) task.match.targets.push_back({"place " + std::to_string(at + 1), std::nullopt, {}});
      }
      return task;
    }
    case 11: {
      engage::Plot task;
      task.x = {engage::Rational::whole(-5), engage::Rational::whole(5), engage::Rational::whole(1), 10, 1, "x"};
      task.y = task.x;
      task.y.label = "y";
      task.form = engage::PlotPoints{{{8, 3}, {2, 7}}, {"A", "B"}, {}};
      return task;
    }
    case 12: {
      engage::FlashCard task;
      task.front.text = "$7 \\times 8$";
      task.back.text = "$56$";
      return task;
    }
    case 13: {
      engage::OpenResponse task;
      task.starters = {"I think that", "Because", "For example"};
      task.checklist = {"what you think", "a reason"};
      task.words_wanted = 20;
      return task;
    }
    case 14:
      return sample_cloze();
    default:
      return sample_table();
    case sample_drawing:
      return sample_sheet();
    case 15: {
      engage::HotText task;
      const char* text = "The [[1:dog]] [[2:runs]] to the [[3:garden]] and [[4:barks]] at a [[5:red]] hen.";
      task.text = engage::cut_at_marks(text, 5, engage::MarkWords::Needed).value();
      for (std::uint8_t at = 0; at < 5; ++at) {
        const bool correct = at == 1 || at == 3;
        task.choices.push_back({at, task.text.words[at], std::nullopt, correct, {std::nullopt, "Who does it?"}});
      }
      task.maximum = 5;
      return task;
    }
  }
}

inline engage::Task sample_task(std::uint32_t item) {
  const std::uint32_t kind = item % sample_tasks;
  return kind < 8 ? first_sample_task(kind) : later_sample_task(kind);
}

inline engage::Hint hint_saying(std::string words) { return {{}, std::move(words), {}, {}, {}}; }

inline engage::Question sample_question(std::uint32_t item) {
  engage::Question question;
  question.task = sample_task(item);
  question.hints = {hint_saying("Look at the parts."), hint_saying("The bottom number counts the parts."),
                    hint_saying("It is the one with a 3 below.")};
  question.explanation = "You counted the equal parts.";
  question.not_yet = "Count the equal parts once more.";
  return question;
}

inline engage::ItemInstance sample_item(std::uint32_t item, std::string_view language) {
  engage::ItemInstance instance;
  instance.item_index = item;
  instance.language = language;
  instance.prompt = "Which is $\\frac{1}{3}$?";
  instance.figure = engage::Figure{engage::FractionBar{3, 1}, "a bar in 3 equal parts, 1 shaded"};
  instance.steps.push_back({sample_question(item), {}, false});
  return instance;
}

inline interpret::Curriculum sample_curriculum() {
  interpret::Curriculum curriculum;
  curriculum.pack_hash.bytes[0] = 1;
  for (std::uint16_t at = 0; at < 4; ++at) {
    interpret::SkillNode skill;
    skill.key = 100U + at;
    if (at == 3) skill.prerequisites = {2};
    curriculum.skills.push_back(std::move(skill));
    curriculum.items.push_back({200U + at, {at}, 0, true, static_cast<std::uint8_t>(at + 1)});
  }
  return curriculum;
}

inline std::shared_ptr<session::SessionContext> sample_context(std::string language) {
  auto context = std::make_shared<session::SessionContext>();
  const auto curriculum = std::make_shared<const interpret::Curriculum>(sample_curriculum());
  context->language = std::move(language);
  context->learner_index = 1;
  context->learner.bytes[0] = 7;
  context->packs = {{0, curriculum.get()}};
  context->bindings = {{0, curriculum->pack_hash}};
  context->curricula = {{curriculum->pack_hash, curriculum}};
  context->parameters = interpret::default_parameters();
  context->instantiate = [](std::uint16_t, std::uint32_t item, std::uint32_t,
                            std::string_view wanted) -> Result<engage::ItemInstance> {
    return sample_item(item, wanted);
  };
  return context;
}

inline session::SessionState sample_session(const std::string& language = "en", MonotonicMs now = 0) {
  session::SessionOpening opening;
  opening.context = sample_context(language);
  opening.session_number = 1;
  opening.time = {1'790'000'000'000, 1000};
  return session::begin(std::move(opening), now).value().state;
}

inline PackWords sample_words(std::uint16_t, std::uint16_t skill, std::string_view) {
  const std::string number = std::to_string(skill);
  return {"Skill " + number, "I can do skill " + number + ".", "pie"};
}

// A class of this many, with picture passwords for those with an even index.
inline StationState sample_station(std::uint32_t learners = 6) {
  StationState state;
  state.class_name = "Class 4";
  state.demo = true;
  for (std::uint32_t at = 0; at < learners; ++at) {
    state.learners.push_back({at, "Learner " + std::to_string(at), "lion", "en", at % 2 == 0});
  }
  return state;
}

inline StationState signed_in_station(const std::string& language = "en") {
  StationState state = sample_station();
  state.screen = Home{};
  state.signed_in = 1;
  state.session = sample_session(language);
  return state;
}

// At home before anything was done, where a check finds out where to start: each skill builds on the one before it.
inline StationState beginning_station(const std::string& language = "en", MonotonicMs now = 0) {
  auto curriculum = std::make_shared<interpret::Curriculum>(sample_curriculum());
  for (std::uint16_t at = 1; at < curriculum->skills.size(); ++at)
    curriculum->skills[at].prerequisites = {static_cast<std::uint16_t>(at - 1)};
  auto context = sample_context(language);
  context->packs = {{0, curriculum.get()}};
  context->curricula = {{curriculum->pack_hash, curriculum}};
  session::SessionOpening opening;
  opening.context = context;
  opening.session_number = 1;
  opening.time = {1'790'000'000'000, 1000};
  StationState state = signed_in_station(language);
  state.session = session::begin(std::move(opening), now).value().state;
  return state;
}

// In front of a question of that check.
inline StationState checking_station(const std::string& language = "en", MonotonicMs now = 0) {
  StationState state = beginning_station(language, now);
  state.screen = CheckIntroduction{};
  return update(std::move(state), GoOnWithCheck{}, now).state;
}

// At work on the item whose task is of this kind, by the order of engage::Task.
inline StationState working_station(std::uint32_t item, const std::string& language = "en") {
  StationState state = signed_in_station(language);
  state.screen = Activity{};
  state.session->place = session::Working{engage::start_problem(sample_item(item, language), 0)};
  return state;
}

// With something drawn and something written, in front of a part of it.
inline StationState drawing_station(engage::DrawingPart part, const std::string& language = "en") {
  StationState state = working_station(sample_drawing, language);
  engage::DrawingEntry entry;
  entry.sheet =
      engage::sheet_with({{{1, 2}, {{100, 100}, {500, 100}, {500, 400}}}, {{3, 0}, {{700, 200}, {900, 600}}}});
  entry.words.text = "Three parts of four are blue.";
  entry.part = part;
  engage::at_hand(std::get<session::Working>(state.session->place).problem).entry = std::move(entry);
  return state;
}

// A text of this many long paragraphs at three levels, with two words to look up.
inline engage::Passage sample_passage(std::string_view language, std::size_t paragraphs) {
  engage::Passage passage;
  passage.id = "rain";
  passage.language = language;
  passage.title = "Where rain comes from";
  passage.glossary = {{"vapour", {}, "water that has become a gas"}, {"cloud", {"clouds"}, "many drops in the air"}};
  for (std::uint8_t level = 1; level <= 3; ++level) {
    engage::PassageLevel text{level, {}, {}};
    for (std::size_t at = 0; at < paragraphs; ++at) {
      std::string words = "Paragraph " + std::to_string(at + 1) + ".";
      for (int sentence = 0; sentence < 8; ++sentence)
        words += " The sun warms the sea and vapour rises to the clouds.";
      text.blocks.emplace_back(engage::PassageParagraph{std::move(words)});
    }
    text.blocks.emplace_back(engage::Figure{engage::MediaPicture{}, "the sun over the sea"});
    passage.levels.push_back(std::move(text));
  }
  return passage;
}

// In front of a text, or of the question about it; `task` is that of the question.
inline StationState reading_station(const std::string& language, bool at_text, engage::Task task,
                                    std::size_t paragraphs = 6) {
  StationState state = signed_in_station(language);
  engage::ItemInstance item = sample_item(0, language);
  item.figure.reset();
  item.steps.front().question.task = std::move(task);
  item.passage = std::make_shared<const engage::Passage>(sample_passage(language, paragraphs));
  state.session->place = session::Working{engage::start_problem(std::move(item), 0)};
  state.session->reading = session::ReadingNow{0, 0, 2, 0, false};
  Activity screen;
  screen.at_text = at_text;
  state.screen = screen;
  return state;
}

// Three slides of ten seconds with a question after the second and one at the end, of which nothing was seen yet.
inline engage::Media sample_slides() {
  engage::Media media;
  media.description = "a bar that is cut again and again";
  std::vector<engage::Slide> slides;
  for (std::uint32_t at = 0; at < 3; ++at) {
    Hash sound;
    sound.bytes[0] = static_cast<std::uint8_t>(at + 1);
    slides.push_back({at * 10'000, engage::Figure{engage::FractionBar{2U << at, 1U << at}, "a bar"}, sound});
    media.captions.push_back({at * 10'000, (at + 1) * 10'000, "Slide " + std::to_string(at + 1) + " says this."});
  }
  slides.back().sound.reset();
  media.shown = std::move(slides);
  media.length_ms = 30'000;
  return media;
}

inline StationState watching_station(const std::string& language = "en", engage::Media media = sample_slides()) {
  StationState state = signed_in_station(language);
  engage::ItemInstance item = sample_item(0, language);
  item.figure.reset();
  item.steps.front().at_ms = 20'000;
  item.steps.push_back({sample_question(1), {}, false, media.length_ms});
  item.media = std::move(media);
  state.session->place = session::Working{engage::start_problem(std::move(item), 0)};
  Activity screen;
  screen.at_media = true;
  state.screen = screen;
  return state;
}

// At the second of nine steps, to be done in any order; the first is done.
inline StationState stepping_station(const std::string& language = "en") {
  StationState state = signed_in_station(language);
  state.screen = Activity{};
  engage::ItemInstance item;
  item.language = language;
  item.prompt = "A cake is cut into $12$ pieces. Amina eats $\\frac{1}{4}$ of it.";
  item.any_order = true;
  for (std::uint32_t step = 0; step < 9; ++step) {
    engage::Question question = sample_question(step % sample_tasks);
    question.prompt = "How many pieces are eaten?";
    question.hints[1].question = sample_question(1);
    question.hints[1].question->prompt = "How many pieces are a half?";
    item.steps.push_back({std::move(question), {}, step == 0});
  }
  state.session->place = session::Working{engage::start_problem(std::move(item), 0)};
  return state;
}

// The same, at the smaller question that its second hint asks.
inline StationState asked_by_a_hint(const std::string& language = "en") {
  StationState state = stepping_station(language);
  engage::Problem& problem = std::get<session::Working>(state.session->place).problem;
  for (int hint = 0; hint < 2; ++hint) problem = engage::update(std::move(problem), engage::AskHint{}, 0).problem;
  return state;
}

template <class Kind>
Intent act(Kind kind) {
  return ToSession{session::Act{std::move(kind)}};
}

}  // namespace hornbook::ui::test
