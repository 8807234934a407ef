// Texts with marks, blanks that are filled in different ways, and words to find.
#include <gtest/gtest.h>

#include "runtime/engage/task.hpp"

namespace hornbook::engage {
namespace {

std::string fault_of(std::string_view text, std::size_t things = 1, MarkWords words = MarkWords::None) {
  const auto cut = cut_at_marks(text, things, words);
  return cut ? std::string() : cut.error().sentence;
}

TEST(MarkedText, Marks_MayStandInAnyOrderAndBesideMathematics) {
  const MarkedText marked = cut_at_marks("$\\frac{1}{2}$ is [[2]], *not* [[1]]: \\[[ a]", 2, MarkWords::None).value();
  EXPECT_EQ(marked.text, "$\\frac{1}{2}$ is \uFFFC, *not* \uFFFC: [[ a]");
  EXPECT_EQ(marked.order, (std::vector<std::uint8_t>{1, 0}));
  EXPECT_EQ(with_words(marked, {"b", "a"}), "$\\frac{1}{2}$ is a, *not* b: [[ a]");
}

TEST(MarkedText, WordsOfAMark_AreKept) {
  const MarkedText marked = cut_at_marks("a [[1:big: $x$]] dog", 1, MarkWords::Needed).value();
  EXPECT_EQ(marked.words, (std::vector<std::string>{"big: $x$"}));
  EXPECT_EQ(marked.text, "a \uFFFC dog");
}

TEST(MarkedText, Faults_SayWhatToMend) {
  EXPECT_NE(fault_of("a").find("[[1]] is missing"), std::string::npos);
  EXPECT_NE(fault_of("[[1]] [[1]]").find("twice"), std::string::npos);
  EXPECT_NE(fault_of("[[2]]").find("names nothing"), std::string::npos);
  EXPECT_NE(fault_of("[[x]]").find("names nothing"), std::string::npos);
  EXPECT_NE(fault_of("[[1").find("not closed"), std::string::npos);
  EXPECT_NE(fault_of("$3 + [[1]]$").find("mathematics"), std::string::npos);
  EXPECT_NE(fault_of("[[1:a]]").find("no words"), std::string::npos);
  EXPECT_NE(fault_of("[[1]]", 1, MarkWords::Needed).find("needs its words"), std::string::npos);
  EXPECT_NE(fault_of("\uFFFC [[1]]").find("U+FFFC"), std::string::npos);
  EXPECT_EQ(fault_of("$5 and [[1]]"), "") << "a lone $ is itself";
}

ShortText word(const char* expected) {
  ShortText task;
  task.expected = expected;
  return task;
}

// Two tiles that look the same, and one that belongs nowhere.
Blanks with_tiles(bool reuse) {
  Blanks blanks;
  blanks.reuse = reuse;
  blanks.blanks = {TileBlank{0, {}}, TileBlank{1, {std::uint16_t{4}, "Look at the second."}}, TileBlank{2, {}}};
  blanks.tiles = {{0, "the", {}}, {1, "a", {}}, {2, "the", {}}, {3, "an", {}}};
  return blanks;
}

BlanksEntry lying(const Blanks& blanks, std::vector<std::uint8_t> tiles) {
  return fillings_of(blanks, Answer{0, {tiles.begin(), tiles.end()}, {}}).value();
}

TEST(Blanks, TilesThatLookTheSame_MayChangePlaces) {
  const Blanks blanks = with_tiles(false);
  EXPECT_TRUE(assess_blanks(blanks, lying(blanks, {2, 1, 0})).correct);
  EXPECT_EQ(offered_tiles(blanks), (std::vector<std::string>{"a", "an", "the"}));
}

TEST(Blanks, Credit_IsTheShareAndTheFirstFaultIsSaid) {
  const Blanks blanks = with_tiles(false);
  const Verdict verdict = assess_blanks(blanks, lying(blanks, {1, 0, 2}));
  EXPECT_EQ(verdict.credit_permille, 333);
  EXPECT_EQ(verdict.feedback, "Look at the second.") << "the first that has something to say";
  EXPECT_EQ(verdict.remark, Remark::NotAllOfThem);
  EXPECT_FALSE(fillings_of(blanks, Answer{0, {0, 0, 1}, {}})) << "one tile in two places";
  EXPECT_FALSE(fillings_of(blanks, Answer{0, {0, 1, 9}, {}})) << "there is no such tile";
  EXPECT_FALSE(fillings_of(blanks, Answer{0, {0, 1}, {}}));
}

TEST(Blanks, TileThatIsUsedAgain_StaysInTheBank) {
  Blanks blanks = with_tiles(true);
  blanks.blanks[2] = TileBlank{0, {}};
  EXPECT_TRUE(assess_blanks(blanks, lying(blanks, {0, 1, 0})).correct);
  BlanksEntry entry = empty_fillings(blanks);
  for (const Gesture& gesture :
       std::vector<Gesture>{PickUp{0}, PutDown{0}, PickUp{0}, PutDown{2}, PickUp{3}, PutDown{2}})
    EXPECT_TRUE(enter(blanks, entry, gesture));
  EXPECT_EQ(entry.fillings[0], Filling(TileFilling{std::uint8_t{0}}));
  EXPECT_EQ(entry.fillings[2], Filling(TileFilling{std::uint8_t{3}}));
  EXPECT_FALSE(entry.in_hand) << "what was there is not carried on";
}

TEST(Blanks, TileOnTopOfAnother_TakesItsPlace) {
  const Blanks blanks = with_tiles(false);
  BlanksEntry entry = empty_fillings(blanks);
  for (const Gesture& gesture : std::vector<Gesture>{PickUp{0}, PutDown{1}, PickUp{3}, PutDown{1}})
    EXPECT_TRUE(enter(blanks, entry, gesture));
  EXPECT_EQ(entry.in_hand, std::uint8_t{0});
  EXPECT_TRUE(enter(blanks, entry, EraseLast{1}));
  EXPECT_FALSE(is_filled(blanks, entry, 1));
}

TEST(Blanks, LookingAgain_RemembersWhatWasRightUntilItIsTouched) {
  Blanks blanks;
  blanks.blanks = {word("one"), word("two")};
  BlanksEntry entry = fillings_of(blanks, Answer{0, {}, {"one", "three"}}).value();
  EXPECT_TRUE(enter(blanks, entry, LookAgain{}));
  EXPECT_EQ(entry.kept, (std::vector<bool>{true, false}));
  EXPECT_TRUE(enter(blanks, entry, TypeText{"s", 0}));
  EXPECT_EQ(entry.kept, (std::vector<bool>{false, false}));
}

TEST(Blanks, TypedBlank_SaysWhatIsNearlyRightAndMindsItsOwnCapitals) {
  Blanks blanks;
  ShortText name = word("Amina");
  name.letter_case = LetterCase::Exact;
  name.accepted = {"Ami"};
  blanks.blanks = {name, word("horse")};
  EXPECT_EQ(assess_blanks(blanks, fillings_of(blanks, Answer{0, {}, {"amina", "HORSE"}}).value()).remark,
            Remark::CheckCapitals);
  EXPECT_TRUE(assess_blanks(blanks, fillings_of(blanks, Answer{0, {}, {"Ami", "HORSE"}}).value()).correct);
  EXPECT_FALSE(are_filled(blanks, fillings_of(blanks, Answer{0, {}, {"Ami", ""}}).value()));
}

TEST(Table, CarriedDigits_NeedNotBeFilledAndDoNotCount) {
  Table task;
  NumberEntry carried;
  carried.expected = Rational::whole(1);
  NumberEntry tens;
  tens.expected = Rational::whole(4);
  task.blanks = {carried, tens, word("odd")};
  task.optional = {true, false, false};
  task.rows = {{"", {{"", std::uint8_t{0}}, {"", {}}}, false, true},
               {"sum", {{"", std::uint8_t{1}}, {"", std::uint8_t{2}}}, true, false}};
  const auto entry_of = [&](std::vector<std::string> typed) {
    return from_answer(task, Answer{14, {}, std::move(typed)}).value();
  };
  EXPECT_FALSE(is_complete(task, entry_of({"1", "4", ""})));
  EXPECT_TRUE(is_complete(task, entry_of({"", "4", "odd"})));
  EXPECT_TRUE(assess(task, entry_of({"", "4", "odd"})).correct);
  EXPECT_TRUE(assess(task, entry_of({"9", "4", "odd"})).correct);
  EXPECT_EQ(assess(task, entry_of({"1", "5", "odd"})).credit_permille, 500);
  EXPECT_EQ(in_words(task, entry_of({"1", "4", "odd"})), "1 | \nsum | 4 | odd");
}

HotText hot_text(std::size_t maximum) {
  HotText task;
  task.text = cut_at_marks("[[1:a]] [[2:b]] [[3:a]]", 3, MarkWords::Needed).value();
  for (std::uint8_t at = 0; at < 3; ++at) task.choices.push_back({at, task.text.words[at], {}, at == 0, {}});
  task.maximum = maximum;
  return task;
}

TEST(HotText, WhereOneIsAsked_AnotherTakesItsPlace) {
  const HotText task = hot_text(1);
  HotTextEntry entry;
  EXPECT_TRUE(enter(task, entry, Choose{1}));
  EXPECT_TRUE(enter(task, entry, Choose{0}));
  EXPECT_EQ(entry.chosen, (std::vector<std::uint8_t>{0}));
  EXPECT_EQ(assess(task, {{{1}}}).remark, Remark::None);
  EXPECT_FALSE(from_answer(task, Answer{11, {0, 1}, {}}));
}

TEST(HotText, NoMoreAreChosenThanMayBe) {
  const HotText task = hot_text(2);
  HotTextEntry entry;
  EXPECT_TRUE(enter(task, entry, Choose{1}));
  EXPECT_TRUE(enter(task, entry, Choose{2}));
  EXPECT_FALSE(enter(task, entry, Choose{0}));
  EXPECT_TRUE(enter(task, entry, Choose{1})) << "let go";
  EXPECT_TRUE(enter(task, entry, Choose{0}));
  EXPECT_EQ(assess(task, entry).remark, Remark::NotAllOfThem);
  EXPECT_EQ(offered(task), (std::vector<std::string>{"a", "b"})) << "the same word may stand twice";
}

}  // namespace
}  // namespace hornbook::engage
