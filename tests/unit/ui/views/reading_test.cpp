// Texts on the screen: pages, the way to and from the question, words to look up, levels.
#include <gtest/gtest.h>

#include "runtime/engage/passage/glossary.hpp"
#include "tests/unit/ui/views/shown.hpp"
#include "ui/access/dispatcher.hpp"
#include "ui/views/text_columns.hpp"
#include "ui/views/text_cuts.hpp"

namespace hornbook::ui {
namespace {

using test::found;
using test::pressed;
using test::reading_station;
using test::sample_task;
using test::show;
using test::Shown;
using test::walk;
using test::with_id;

std::string text_on(const Shown& shown) {
  std::string text;
  walk(shown.tree, [&](const Node& node) {
    if (node.role == Role::Text && !node.language.empty()) text += node.name + "\n";
  });
  return text;
}

TEST(TextColumns, NothingIsLostAndNothingRunsOver) {
  const engage::Passage passage = test::sample_passage("en", 9);
  for (const views::ColumnSize size :
       {views::ColumnSize{560, 500}, views::ColumnSize{560, 120}, views::ColumnSize{300, 260}}) {
    const auto columns = views::columns_of(passage, passage.levels[0], size, test::broad_text);
    std::string words;
    std::uint16_t last = 0;
    std::size_t figures = 0;
    for (const views::TextColumn& column : columns) {
      float height = -size.gap;
      for (const views::TextPiece& piece : column.pieces) {
        height += piece.height + size.gap;
        figures += piece.figure != nullptr ? 1 : 0;
        if (piece.type == TypeStyle::Body && piece.figure == nullptr) words += (words.empty() ? "" : " ") + piece.words;
      }
      EXPECT_LE(height, size.height + 0.5F);
      EXPECT_GE(column.last_paragraph, last);
      last = column.last_paragraph;
      EXPECT_FALSE(column.pieces.empty());
    }
    std::erase(words, '*');
    std::string expected;
    for (const engage::PassageBlock& block : passage.levels[0].blocks)
      if (const auto* paragraph = std::get_if<engage::PassageParagraph>(&block))
        expected += (expected.empty() ? "" : " ") + paragraph->text;
    EXPECT_EQ(words, expected);
    EXPECT_EQ(last, 9);
    EXPECT_EQ(figures, 1u);
  }
}

TEST(TextColumns, MathematicsAndEmphasisAreNeverCut) {
  engage::Passage passage;
  std::string words = "Start";
  for (int at = 0; at < 40; ++at) words += " $a + b = c$ and *two words* then";
  passage.levels.push_back({1, {}, {engage::PassageParagraph{words}}});
  for (const views::TextColumn& column : views::columns_of(passage, passage.levels[0], {300, 200}, test::broad_text))
    for (const views::TextPiece& piece : column.pieces) {
      EXPECT_EQ(std::count(piece.words.begin(), piece.words.end(), '$') % 2, 0) << piece.words;
      EXPECT_EQ(std::count(piece.words.begin(), piece.words.end(), '*') % 2, 0) << piece.words;
    }
}

TEST(ReadingView, PagesLeadToTheQuestionAndBack) {
  for (const auto& [width, height] : {std::pair{1280.F, 800.F}, std::pair{640.F, 400.F}, std::pair{800.F, 1280.F}}) {
    StationState state = reading_station("en", true, sample_task(1));
    std::string read;
    int pages = 0;
    for (; std::get<Activity>(state.screen).at_text && pages < 60; ++pages) {
      const Shown shown = show(state, width, height);
      EXPECT_EQ(shown.tree.id, "reading");
      read += text_on(shown);
      const bool is_last = found(shown.tree, "role=button[name=\"See the question\"]") != nullptr;
      state =
          pressed(state, shown, is_last ? "role=button[name=\"See the question\"]" : "role=button[name=\"Next page\"]");
    }
    EXPECT_GT(pages, 1);
    for (int paragraph = 1; paragraph <= 6; ++paragraph)
      EXPECT_NE(read.find("Paragraph " + std::to_string(paragraph)), std::string::npos) << width;
    const Shown asked = show(state, width, height);
    EXPECT_EQ(asked.tree.id, "activity");
    state = pressed(state, asked, "role=button[name=\"See the text\"]");
    EXPECT_EQ(show(state, width, height).tree.id, "reading");
  }
}

TEST(ReadingView, EachPageThatIsLeft_IsRecordedWithItsLastParagraph) {
  StationState state = reading_station("en", true, sample_task(1));
  state = pressed(state, "role=button[name=\"Next page\"]", 5000);
  ASSERT_FALSE(state.unsaved.empty());
  const auto progress = std::get<measure::ReadingProgress>(state.unsaved.back().body);
  EXPECT_EQ(progress.level, 2);
  EXPECT_GE(progress.paragraph, 1);
  EXPECT_EQ(progress.dwell_ms, 5000u);
}

TEST(ReadingView, ChoicesStandBesideTheTextWhereThereIsRoom) {
  const Shown broad = show(reading_station("en", false, sample_task(0)));
  EXPECT_NE(with_id(broad.tree, "text"), nullptr);
  EXPECT_NE(found(broad.tree, "role=list[name=\"Choose one\"]"), nullptr);
  const Shown upright = show(reading_station("en", false, sample_task(0)), 800, 1280);
  EXPECT_EQ(with_id(upright.tree, "text"), nullptr);
  EXPECT_NE(found(upright.tree, "role=button[name=\"See the text\"]"), nullptr);
}

TEST(ReadingView, WordOfTheGlossary_ShowsItsMeaningAndCloses) {
  StationState state = reading_station("en", true, sample_task(0), 1);
  state = pressed(state, show(state), "role=button[name=\"vapour\"]");
  Shown shown = show(state);
  ASSERT_NE(with_id(shown.tree, "meaning"), nullptr);
  EXPECT_EQ(with_id(shown.tree, "meaning")->name, "vapour: water that has become a gas");
  state = pressed(state, shown, "role=button[name=\"Close\"]");
  EXPECT_EQ(with_id(show(state).tree, "meaning"), nullptr);
}

TEST(ReadingView, WordOfTheGlossary_StandsInItsLineOnceAPageAndReachesAFinger) {
  const Shown shown = show(reading_station("en", true, sample_task(0), 1));
  std::vector<std::string> names;
  walk(shown.tree, [&](const Node& node) {
    if (node.part.empty()) return;
    names.push_back(node.name);
    EXPECT_EQ(node.role, Role::Button);
    EXPECT_TRUE(node.look.dotted);
    EXPECT_GE(node.rect.height + 2 * node.actions.reach, 64);
    EXPECT_GT(node.rect.width, 0);
  });
  EXPECT_EQ(names, (std::vector<std::string>{"vapour", "cloud"})) << "each where it stands first";
}

std::vector<std::string> marked_on(const Shown& shown) {
  std::vector<std::string> marked;
  walk(shown.tree, [&](const Node& node) {
    for (const TextRange& range : node.marked) marked.push_back(node.text.substr(range.begin, range.end - range.begin));
  });
  return marked;
}

TEST(ReadingView, Sentence_IsMarkedByATouchAndStaysMarkedWhileTheTextIsOpen) {
  StationState state = reading_station("en", true, sample_task(0));
  EXPECT_EQ(found(show(state).tree, "role=checkbox"), nullptr);
  state = pressed(state, show(state), "role=button[name=\"Mark sentences\"]");
  Shown shown = show(state);
  const Node* sentence = found(shown.tree, "role=checkbox:nth(2)");
  ASSERT_NE(sentence, nullptr);
  const std::string words = sentence->name;
  EXPECT_FALSE(words.empty());
  state = pressed(state, shown, "role=checkbox:nth(2)");
  EXPECT_TRUE(found(show(state).tree, "role=checkbox:nth(2)")->state.selected);
  EXPECT_EQ(marked_on(show(state)), std::vector<std::string>{words});

  state = pressed(state, show(state), "role=button[name=\"Mark sentences\"]");
  EXPECT_EQ(found(show(state).tree, "role=checkbox"), nullptr);
  EXPECT_EQ(marked_on(show(state)), std::vector<std::string>{words}) << "the marker is away, its marks are not";
  state = pressed(state, show(state), "role=button[name=\"Next page\"]");
  EXPECT_TRUE(marked_on(show(state)).empty());
  state = pressed(state, show(state), "role=button[name=\"Previous page\"]");
  EXPECT_EQ(marked_on(show(state)).size(), 1u);

  state = pressed(state, show(state), "role=button[name=\"Mark sentences\"]");
  state = pressed(state, show(state), "role=checkbox:nth(2)");
  EXPECT_TRUE(state.marks.empty());
}

// Downs, moves and ups at the middle of nodes, each on the screen that the one before left.
StationState drawn_over(StationState state, const std::vector<std::string>& selectors) {
  InputState hand;
  const auto send = [&](const Input& input) {
    const Shown shown = show(state);
    Dispatched dispatched = dispatch(shown.tree, hand, input);
    hand = std::move(dispatched.state);
    for (const Activation& each : dispatched.activations)
      state = update(std::move(state), intent_of(shown.actions, each), 0).state;
  };
  const auto middle_of = [&](const std::string& selector) {
    const Shown shown = show(state);
    const Rect rect = found(shown.tree, selector)->rect;
    return PointerMove{rect.x + rect.width / 2, rect.y + rect.height / 2};
  };
  const PointerMove start = middle_of(selectors.front());
  send(PointerDown{start.x, start.y});
  for (const std::string& selector : selectors) send(middle_of(selector));
  const PointerMove end = middle_of(selectors.back());
  send(PointerUp{end.x, end.y});
  return state;
}

TEST(ReadingView, AFingerThatIsDrawnOverSentences_MarksThemAllOrTakesTheirMarksAway) {
  StationState state = reading_station("en", true, sample_task(0));
  state = pressed(state, "role=button[name=\"Mark sentences\"]");
  state = drawn_over(state, {"role=checkbox:nth(2)", "role=checkbox:nth(5)"});
  EXPECT_EQ(state.marks.size(), 4u);
  state = drawn_over(state, {"role=checkbox:nth(6)", "role=checkbox:nth(4)"});
  EXPECT_EQ(state.marks.size(), 5u) << "what is marked already stays so";
  state = drawn_over(state, {"role=checkbox:nth(3)", "role=checkbox:nth(4)", "role=checkbox:nth(7)"});
  EXPECT_EQ(state.marks.size(), 1u) << "begun on a mark, it takes marks away";
}

TEST(ReadingView, Marks_AreOfTheirLevelAloneAndGoWithTheLearner) {
  StationState state = reading_station("en", true, sample_task(0));
  state = pressed(state, show(state), "role=button[name=\"Mark sentences\"]");
  state = pressed(state, show(state), "role=checkbox");
  ASSERT_EQ(state.marks.size(), 1u);
  const StationState easier = pressed(state, show(state), "role=button[name=\"Easier text\"]");
  EXPECT_TRUE(marked_on(show(easier)).empty());
  EXPECT_TRUE(update(state, SignOut{}, 6000).state.marks.empty());
}

TEST(TextCuts, ListsAreCutBetweenEntriesAndTablesBetweenRowsUnderTheirHead) {
  const std::string list = "Take:\n- one egg\n- milk";
  std::vector<std::string> rests;
  for (const views::TextCut& cut : views::cuts_of(list))
    if (!cut.breaks_entry) rests.push_back(list.substr(cut.at));
  EXPECT_EQ(rests, (std::vector<std::string>{"- one egg\n- milk", "- milk"}));
  const std::string table = "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n";
  const auto cuts = views::cuts_of(table);
  ASSERT_EQ(cuts.size(), 2u);
  EXPECT_EQ(cuts[0].head, "| a | b |\n|---|---|\n");
  EXPECT_EQ(table.substr(cuts[0].at), "| 3 | 4 |\n| 5 | 6 |\n");
  EXPECT_EQ(views::cuts_of("| a | b |\n| c | d |\n| e | f |").size(), 0u) << "a row by itself is no table";
}

TEST(TextCuts, PicturesAndWhatIsSaidOtherwise_AreNeverCut) {
  const std::string words = "a ![one coin](media/c.svg) [Dr](say:the doctor) b";
  for (const views::TextCut& cut : views::cuts_of(words)) {
    EXPECT_NE(words.substr(cut.at).substr(0, 4), "coin");
    EXPECT_NE(words.substr(cut.at).substr(0, 6), "doctor");
  }
  EXPECT_EQ(views::cuts_of(words).size(), 3u);
}

TEST(TextCuts, SentencesEntriesAndCells_AreEachOne) {
  const std::string text = "One. Two is *here*!\n- three\n| h | i |\n|---|---|\n| four | five |";
  std::string found;
  for (const TextRange& part : views::sentences_of(text)) found += text.substr(part.begin, part.end - part.begin) + "|";
  EXPECT_EQ(found, "One.|Two is *here*!|three|four|five|");
}

TEST(TextColumns, LongTable_GoesOnUnderItsHead) {
  engage::Passage passage;
  std::string words = "| number | square |\n|---|---|\n";
  for (int row = 1; row <= 20; ++row) words += "| " + std::to_string(row) + " | " + std::to_string(row * row) + " |\n";
  passage.levels.push_back({1, {}, {engage::PassageParagraph{words}}});
  const auto columns = views::columns_of(passage, passage.levels[0], {300, 260}, [](const TextRequest& request) {
    const auto lines = static_cast<float>(std::count(request.text.begin(), request.text.end(), '\n'));
    return MeasuredText(Size{200, 36 * std::max(1.F, lines)});
  });
  EXPECT_GT(columns.size(), 3u);
  for (const views::TextColumn& column : columns)
    for (const views::TextPiece& piece : column.pieces) {
      if (piece.type != TypeStyle::Body) continue;
      EXPECT_TRUE(piece.words.starts_with("| number | square |\n|---|---|\n| ")) << piece.words;
    }
}

TEST(ReadingView, EasierAndHarder_ChangeTheLevelAndBeginAgain) {
  StationState state = reading_station("en", true, sample_task(0));
  std::get<Activity>(state.screen).column = 2;
  state = pressed(state, show(state), "role=button[name=\"Easier text\"]");
  EXPECT_EQ(state.session->reading->level, 1);
  EXPECT_EQ(std::get<Activity>(state.screen).column, 0u);
  EXPECT_TRUE(std::get<Activity>(state.screen).at_text);
  const Shown shown = show(state);
  EXPECT_TRUE(found(shown.tree, "role=button[name=\"Easier text\"]")->state.disabled);
  EXPECT_FALSE(found(shown.tree, "role=button[name=\"Harder text\"]")->state.disabled);
}

TEST(ReadingView, BookThatIsOnlyRead_AsksHowItWas) {
  StationState state = reading_station("en", true, engage::Reading{}, 1);
  state = pressed(state, show(state), "role=button[name=\"I have read it\"]");
  state = pressed(state, show(state), "role=radio[name=\"Just right\"]");
  Shown shown = show(state);
  EXPECT_EQ(found(shown.tree, "role=button[name=\"Hint\"]"), nullptr);
  state = pressed(state, shown, "role=button[name=\"Done\"]");
  shown = show(state);
  EXPECT_NE(found(shown.tree, "[name=\"Thank you\"]"), nullptr);
  const auto answered = std::get<measure::Response>(state.unsaved.back().body);
  EXPECT_EQ(answered.answer.numbers, std::vector<std::uint32_t>{1});
}

TEST(ReadingView, ReaderMayLookAtAPageLongerThanAnIdleLearner) {
  const StationState state = reading_station("en", true, sample_task(0));
  EXPECT_FALSE(asks_whether_there(state, idle_asks_after_ms + 1000));
  EXPECT_TRUE(asks_whether_there(state, reading_asks_after_ms + 1000));
}

}  // namespace
}  // namespace hornbook::ui
