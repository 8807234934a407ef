// A drawing that a teacher will look at, with words beside it or in its place. It is kept and never scored. Its answer
// is one number, the count of the texts that hold the code of the strokes (runtime/engage/entry/strokes.hpp); the texts
// after these hold the words. Both are split where they are longer than one text of an answer.
#pragma once

#include "runtime/engage/entry/long_text.hpp"
#include "runtime/engage/entry/sheet.hpp"
#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

enum class SheetGround : std::uint8_t { Plain, Squared, Dotted };
// How far two lines or dots of a ground are apart, and how far the arrow keys carry the pen, in points of the sheet.
inline constexpr std::uint16_t sheet_square = 64;
inline constexpr std::uint16_t pen_step = sheet_square / 2;

// What AttendTo brings before the learner: its fields.
enum class DrawingPart : std::uint8_t { OnSheet, InWords, AmongPens };

struct DrawingEntry {
  Sheet sheet;
  LongText words;
  Pen pen;
  bool erasing = false;                              // the eraser is in the hand, not a pen
  bool is_down = false;                              // what the keys carry touches the sheet
  bool moved_by_keys = false;                        // last
  SheetPoint at{sheet_width / 2, sheet_height / 2};  // where it was last
  DrawingPart part = DrawingPart::OnSheet;
  bool operator==(const DrawingEntry&) const = default;
};

struct DrawingTask {
  using Entry = DrawingEntry;
  SheetGround ground = SheetGround::Plain;
  std::optional<Figure> picture;       // under the strokes, as large as fits, in the middle
  std::vector<std::string> checklist;  // what a good drawing has, as the teacher will look for it
};

struct DrawingTemplate {
  using Task = DrawingTask;
  static constexpr std::uint8_t number = 17;
  static constexpr std::string_view name = "drawing";
  static constexpr JudgedBy judged_by = JudgedBy::Person;
  [[nodiscard]] static Read<DrawingTemplate> read(Fields& fields, const ItemParts& parts);

  SheetGround ground = SheetGround::Plain;
  std::optional<FigureTemplate> picture;
  std::vector<Texts> checklist;
};

// Takes PointAt, which draws or erases; the gestures below, of which a choice leads back from the pens to the sheet;
// TypeText and EraseLast for the words, which then are attended to.
[[nodiscard]] bool enter(const DrawingTask& task, DrawingEntry& entry, const Gesture& gesture);
[[nodiscard]] Choose taking_colour(std::uint8_t colour);
[[nodiscard]] Choose taking_width(std::uint8_t width);
[[nodiscard]] Choose taking_eraser();  // again puts it back
[[nodiscard]] Choose undoing();
[[nodiscard]] Choose redoing();
[[nodiscard]] Choose clearing();  // can be undone
// The keys carry what is in the hand there, on the sheet or above it.
[[nodiscard]] MoveTo carrying_to(SheetPoint point, bool down);
[[nodiscard]] AttendTo attending_to(DrawingPart part);

// What was handed in, as a person looks at it.
struct KeptDrawing {
  std::vector<Stroke> strokes;
  std::string words;
};
// Nothing when the answer is none of this kind.
[[nodiscard]] std::optional<KeptDrawing> kept_drawing(const Answer& answer);

[[nodiscard]] Result<DrawingTask> compose(const DrawingTemplate& source, const Composer& composer,
                                          SeededRandom& random);
[[nodiscard]] DrawingEntry empty_entry(const DrawingTask& task);
// Something is drawn or written.
[[nodiscard]] bool is_complete(const DrawingTask& task, const DrawingEntry& entry);
[[nodiscard]] Answer to_answer(const DrawingTask& task, const DrawingEntry& entry);
[[nodiscard]] std::optional<DrawingEntry> from_answer(const DrawingTask& task, const Answer& answer);
[[nodiscard]] Verdict assess(const DrawingTask& task, const DrawingEntry& entry);
// Something that can be handed in: a stroke with a bend.
[[nodiscard]] DrawingEntry right_entry(const DrawingTask& task);
[[nodiscard]] std::vector<DrawingEntry> wrong_entries(const DrawingTask& task);
// The words are typed first, then the strokes are drawn on the sheet.
[[nodiscard]] std::optional<Gesture> next_gesture(const DrawingTask& task, const DrawingEntry& now,
                                                  const DrawingEntry& wanted);
[[nodiscard]] Gesture way_back(const DrawingTask& task);
// The words beside the drawing; dots when there are none.
[[nodiscard]] std::string in_words(const DrawingTask& task, const DrawingEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const DrawingTask& task);

}  // namespace hornbook::engage
