#include "runtime/engage/kinds/drawing/drawing.hpp"

#include <gtest/gtest.h>

#include "runtime/engage/task.hpp"

namespace hornbook::engage {
namespace {

DrawingEntry after(std::vector<Gesture> gestures, DrawingEntry entry = {}) {
  for (const Gesture& gesture : gestures) EXPECT_TRUE(enter(DrawingTask{}, entry, gesture));
  return entry;
}

std::vector<Stroke> strokes_of(const DrawingEntry& entry) { return finished_strokes(entry.sheet); }

TEST(Drawing, AFingerDrawsWithThePenInTheHand) {
  const DrawingEntry entry = after({taking_colour(3), taking_width(2), PointAt{0, 0}, PointAt{5000, 5000, true},
                                    PointAt{10'000, 10'000, true}, PointAt{10'000, 0}});
  EXPECT_EQ(strokes_of(entry), (std::vector<Stroke>{{{3, 2}, {{0, 0}, {1023, 767}}}, {{3, 2}, {{1023, 0}}}}));
}

TEST(Drawing, TheEraserTakesWholeStrokesAndIsPutBackByAPen) {
  DrawingEntry entry = after({PointAt{1000, 1000}, PointAt{9000, 1000, true}, PointAt{1000, 9000}, taking_eraser(),
                              PointAt{5000, 500}, PointAt{5000, 2000, true}});
  EXPECT_EQ(strokes_of(entry).size(), 1u);
  entry = after({undoing(), taking_colour(1)}, entry);
  EXPECT_EQ(strokes_of(entry).size(), 2u);
  EXPECT_FALSE(entry.erasing);
  EXPECT_FALSE(enter(DrawingTask{}, entry, Choose{9, 0})) << "there is no such colour";
}

TEST(Drawing, KeysCarryThePenAndPutItDown) {
  const DrawingEntry entry =
      after({carrying_to({64, 64}, false), carrying_to({64, 64}, true), carrying_to({96, 64}, true),
             carrying_to({96, 96}, true), carrying_to({96, 96}, false), carrying_to({500, 500}, false)});
  EXPECT_EQ(strokes_of(entry), (std::vector<Stroke>{{{0, 1}, {{64, 64}, {96, 64}, {96, 96}}}}));
  EXPECT_EQ(entry.at, (SheetPoint{500, 500}));
  DrawingEntry same = entry;
  EXPECT_FALSE(enter(DrawingTask{}, same, MoveTo{0, 1024 * 768})) << "beyond the sheet";
}

TEST(Drawing, WordsAloneCanBeHandedIn_NothingCannot) {
  EXPECT_FALSE(is_complete({}, DrawingEntry{}));
  EXPECT_FALSE(is_complete({}, after({TypeText{" \n"}})));
  DrawingEntry entry = after({TypeText{"Half is red."}});
  EXPECT_EQ(entry.part, DrawingPart::InWords) << "who types sees what is written";
  EXPECT_TRUE(is_complete({}, entry));
  EXPECT_TRUE(is_complete({}, after({PointAt{1, 1}})));
  EXPECT_FALSE(is_complete({}, after({PointAt{1, 1}, clearing()})));
}

TEST(Drawing, DrawingAndWordsComeBackFromTheAnswer) {
  DrawingEntry entry = after({PointAt{1000, 1000}, PointAt{9000, 1000, true}, TypeText{"año\n"}});
  while (enter(DrawingTask{}, entry, TypeText{"ñandú "})) continue;
  const Answer answer = to_answer({}, entry);
  EXPECT_LE(answer.texts.size(), limits::answer_texts_max);
  for (const std::string& text : answer.texts) EXPECT_LE(text.size(), limits::typed_answer_bytes_max);
  const auto kept = kept_drawing(answer);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->strokes, strokes_of(entry));
  EXPECT_EQ(kept->words, entry.words.text);
  EXPECT_GT(kept->words.size(), limits::drawing_words_bytes_max - limits::typed_answer_bytes_max);
}

TEST(Drawing, AnAnswerThatIsNoDrawingIsRefused) {
  EXPECT_FALSE(kept_drawing({17, {0}, {}})) << "nothing at all";
  EXPECT_FALSE(kept_drawing({17, {2}, {"BBAA"}})) << "more texts than there are";
  EXPECT_FALSE(kept_drawing({17, {1}, {"<svg>"}}));
  EXPECT_TRUE(kept_drawing({17, {1}, {"BBAA", "a dot"}}));
  EXPECT_TRUE(kept_drawing({17, {0}, {"only words"}}));
}

TEST(Drawing, GesturesLeadFromAnyDrawingToTheWantedOne) {
  DrawingEntry wanted;
  wanted.sheet = sheet_with({{{4, 2}, {{10, 10}, {600, 300}}}, {{0, 1}, {{500, 500}, {20, 700}, {900, 20}}}});
  wanted.words.text = "two lines";
  DrawingEntry entry = after({taking_eraser(), TypeText{"one"}, attending_to(DrawingPart::AmongPens)},
                             after({PointAt{3, 3}, PointAt{9000, 4, true}}));
  for (int count = 0; count < 60; ++count) {
    const auto gesture = next_gesture({}, entry, wanted);
    if (!gesture) break;
    ASSERT_TRUE(enter(DrawingTask{}, entry, *gesture));
  }
  EXPECT_EQ(to_answer({}, entry), to_answer({}, wanted));
}

}  // namespace
}  // namespace hornbook::engage
