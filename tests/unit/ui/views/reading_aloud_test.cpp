#include "ui/views/reading_aloud.hpp"

#include <gtest/gtest.h>

#include "tests/unit/ui/views/every_screen.hpp"
#include "ui/semantics/shown_text.hpp"

namespace hornbook::ui {
namespace {

using test::found;
using test::in_phase;
using test::show;
using test::Shown;
using test::walk;

std::string words_of(const std::vector<Utterance>& utterances) {
  std::string all;
  for (const Utterance& each : utterances) all += each.node + ": " + each.words + "|";
  return all;
}

const Intent& pressed(const Shown& shown, std::string_view selector) {
  return shown.actions.at(*found(shown.tree, selector)->actions.press);
}

TEST(ReadingAloud, Activity_ReadsWhatIsAskedWhatThePictureShowsAndEachChoiceInWords) {
  const std::vector<Utterance> read = readable(show(test::working_station(0, "en")).tree);
  ASSERT_EQ(read.size(), 6U) << words_of(read);
  EXPECT_EQ(read[0].node, "prompt");
  EXPECT_EQ(read[1].words, "a bar in 3 equal parts, 1 shaded");
  EXPECT_NE(words_of(read).find("choice-1: one third|"), std::string::npos) << words_of(read);
}

TEST(ReadingAloud, KeysToTypeWith_AreNotRead) {
  const std::vector<Utterance> read = readable(show(test::working_station(1, "en")).tree);
  EXPECT_EQ(words_of(read), "prompt: Which is one third?|question: a bar in 3 equal parts, 1 shaded|");
}

TEST(ReadingAloud, SideOfACardAndNamesOfBoxes_AreRead) {
  const std::string card = words_of(readable(show(test::working_station(12, "en")).tree));
  EXPECT_NE(card.find("card: 7 times 8|"), std::string::npos) << card;
  const std::string bins = words_of(readable(show(test::working_station(8, "en")).tree));
  EXPECT_NE(bins.find("bin-1: even|bin-2: odd|"), std::string::npos) << bins;
}

TEST(ReadingAloud, EveryScreenWithSomebody_HasAnEarThatReadsSomething) {
  for (const test::NamedState& each : test::every_screen()) {
    const Shown shown = show(each.state);
    const Node* ear = found(shown.tree, "role=button[name=\"Read to me\"]");
    EXPECT_EQ(ear != nullptr, each.state.session && !readable(shown.tree).empty()) << each.name;
    if (ear == nullptr) continue;
    const auto* read = std::get_if<ReadAloud>(&shown.actions.at(*ear->actions.press));
    ASSERT_NE(read, nullptr);
    for (const Utterance& utterance : read->utterances)
      EXPECT_TRUE(still_says(shown.tree, {{utterance}, 0, {}})) << each.name << ": " << utterance.words;
  }
}

TEST(ReadingAloud, Feedback_IsReadAndAnnounced) {
  const engage::Verdict wrong{false, 0, std::nullopt, "Count the equal parts once more."};
  const Shown shown = show(in_phase(0, engage::TryAgain{wrong}, "en"));
  const std::string announced = words_of(ui::announced(shown.tree));
  EXPECT_NE(announced.find("feedback: Count the equal parts once more.|"), std::string::npos) << announced;
  EXPECT_NE(announced.find("prompt: "), std::string::npos);
  EXPECT_EQ(announced.find("choice"), std::string::npos);
}

TEST(ReadingAloud, EarThatReads_StopsWhenTouchedAgain) {
  StationState state = test::working_station(0, "en");
  state.reading = ReadingAloud{readable(show(state).tree), 0, {}};
  EXPECT_TRUE(std::holds_alternative<StopReading>(pressed(show(state), "role=button[name=\"Stop reading\"]")));
}

TEST(ReadingAloud, LanguageWithoutAVoice_IsSaidByTheEar) {
  StationState state = test::working_station(0, "en");
  state.no_voice_for = "en";
  const Shown shown = show(state);
  const Node* ear = found(shown.tree, "role=button[name=\"I have no voice for this language\"]");
  ASSERT_NE(ear, nullptr);
  EXPECT_TRUE(ear->state.disabled);
}

TEST(ReadingAloud, VoiceSwitchedOff_LeavesNoEar) {
  StationState state = test::working_station(0, "en");
  state.settings.voice = VoiceUse::Off;
  EXPECT_EQ(found(show(state).tree, "role=button[name=\"Read to me\"]"), nullptr);
}

TEST(ReadingAloud, WordThatIsHeard_IsLitWhereItStands) {
  StationState state = test::working_station(0, "en");
  const std::vector<Utterance> all = readable(show(state).tree);
  const auto choice = std::find_if(all.begin(), all.end(), [](const auto& each) { return each.node == "choice-1"; });
  ASSERT_NE(choice, all.end());
  const auto third = static_cast<std::uint32_t>(choice->words.find("third"));
  state.reading = ReadingAloud{all, static_cast<std::size_t>(choice - all.begin()), {third, third + 5}};
  int lit = 0;
  walk(show(state).tree, [&](const Node& node) {
    if (node.spoken.empty()) return;
    ++lit;
    EXPECT_EQ(shown_text(node).substr(node.spoken.begin, node.spoken.end - node.spoken.begin), "$\\frac{1}{3}$");
  });
  EXPECT_EQ(lit, 1);
}

TEST(ReadingAloud, ChoiceThatIsTouched_SaysItself) {
  const Shown shown = show(test::working_station(0, "en"));
  EXPECT_EQ(words_of(said_by(shown.tree, *found(shown.tree, "role=radio:nth(2)"))), "choice-1: one third|");
  EXPECT_TRUE(said_by(shown.tree, *found(shown.tree, "role=button[name=\"Check\"]")).empty());
}

// As an author writes it where the description would give the answer away.
TEST(ReadingAloud, PictureThatIsTouched_SaysItsDescriptionOrWhatStandsInItsPlace) {
  for (const auto& [description, said] :
       {std::pair{"the sun", "choice-1: the sun|"}, std::pair{"[the sun](say:this picture)", "choice-1: this picture|"},
        std::pair{"[the sun](say: )", ""}}) {
    StationState state = test::working_station(0, "en");
    engage::ItemInstance item = test::sample_item(0, "en");
    auto& task = std::get<engage::MultipleChoice>(item.steps.front().question.task);
    for (engage::Choice& choice : task.choices) {
      choice.text.clear();
      choice.figure = engage::Figure{engage::MediaPicture{}, description};
    }
    std::get<session::Working>(state.session->place).problem = engage::start_problem(std::move(item), 0);
    const Shown shown = show(state);
    const Node* choice = found(shown.tree, "role=radio:nth(2)");
    EXPECT_EQ(words_of(said_by(shown.tree, *choice)), said);
    EXPECT_EQ(voiced(*choice, "en").words, "the sun, choice") << "whoever walks by keys may not see it";
  }
}

TEST(ReadingAloud, TileThatIsTouched_SaysItselfWhereverItGoes) {
  const Shown shown = show(test::working_station(2, "en"));
  const Node* tile = nullptr;
  walk(shown.tree, [&](const Node& node) { tile = node.id == "tile-1" ? &node : tile; });
  ASSERT_NE(tile, nullptr);
  const std::vector<Utterance> said = said_by(shown.tree, *tile);
  EXPECT_EQ(words_of(said), "tile-1: 2|");
  EXPECT_TRUE(still_says(show(test::signed_in_station("en")).tree, {said, 0, {}}));
}

TEST(ReadingAloud, WalkedOn_ANodeSaysWhatItIsAndHow) {
  const Shown shown = show(test::working_station(0, "en"));
  Node choice = *found(shown.tree, "role=radio:nth(2)");
  choice.state.selected = true;
  EXPECT_EQ(voiced(choice, "en").words, "1/3, choice, chosen");
  EXPECT_EQ(voiced(*found(shown.tree, "[name~\"Check\"]"), "es").words.find("Check, botón"), 0U);
}

TEST(ReadingAloud, ReadsByItself_WhereTheLearnerOrTheItemWantsIt) {
  StationState state = test::working_station(0, "en");
  EXPECT_FALSE(reads_by_itself(state));
  state.settings.voice = VoiceUse::ByItself;
  EXPECT_TRUE(reads_by_itself(state));
  state.settings.voice = VoiceUse::WhenAsked;
  engage::ItemInstance item = *std::get<session::Working>(state.session->place).problem.item;
  item.read_aloud = true;
  std::get<session::Working>(state.session->place).problem.item = std::make_shared<engage::ItemInstance>(item);
  EXPECT_TRUE(reads_by_itself(state));
  state.settings.voice = VoiceUse::Off;
  EXPECT_FALSE(reads_by_itself(state));
}

}  // namespace
}  // namespace hornbook::ui
