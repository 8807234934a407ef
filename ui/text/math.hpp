// Mathematics in running text as a tree: what a TeX formula of school content means, before it has sizes and places.
// MATHEMATICS.md lists what is understood.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hornbook::ui::text {

// What the space around an atom depends on (The TeXbook, chapter 17).
enum class MathClass : std::uint8_t { Ordinary, LargeOperator, Binary, Relation, Opening, Closing, Punctuation, Inner };

// Usual: letters slant, as variables do; capital Greek letters, digits and signs stand upright.
enum class Alphabet : std::uint8_t {
  Usual,
  Upright,
  Bold,
  Italic,
  BoldItalic,
  DoubleStruck,
  Script,
  Fraktur,
  Monospace
};

// Where scripts of an operator go: above and below it, or beside it.
enum class LimitsPlace : std::uint8_t { Beside, AboveInDisplay, Above };

enum class MathSize : std::uint8_t { Display, Text, Script, ScriptOfScript };

struct MathItem;
using MathRow = std::vector<MathItem>;

struct MathSymbol {
  char32_t character = 0;
  MathClass kind = MathClass::Ordinary;
  Alphabet alphabet = Alphabet::Usual;
  LimitsPlace limits = LimitsPlace::Beside;  // of a large operator
};
// Digits with their decimal point and thousands commas, as written.
struct MathNumber {
  std::string digits;
  Alphabet alphabet = Alphabet::Usual;
};
// Words of \text{…}, spaces kept.
struct MathText {
  std::string words;
  Alphabet alphabet = Alphabet::Upright;
};
// A function by its name: sin, log, lim.
struct MathName {
  std::string name;
  LimitsPlace limits = LimitsPlace::Beside;
};
struct MathSpace {
  float ems = 0;
};
// What follows in the row has this size.
struct MathSizeSwitch {
  MathSize size = MathSize::Text;
};
// A place for the learner to fill.
struct MathBlank {};
struct MathGroup {
  MathRow content;
  std::optional<MathClass> kind;  // \mathrel{…} and the like; otherwise ordinary
  std::optional<LimitsPlace> limits;
};
enum class FractionForm : std::uint8_t { Bar, NoBar, Slash };
struct MathFraction {
  MathRow numerator, denominator;
  FractionForm form = FractionForm::Bar;
  std::optional<MathSize> size;       // \dfrac and \tfrac
  char32_t opening = 0, closing = 0;  // a binomial's; 0: none
  bool continued = false;             // \cfrac: parts as large as the whole
};
struct MathRoot {
  MathRow content, index;
};
struct MathScripts {
  MathRow base, subscript, superscript;
  std::optional<LimitsPlace> limits;  // \limits and \nolimits
};
// \left … \middle … \right. One delimiter more than parts; 0 is the empty one, ".".
struct MathFence {
  std::vector<MathRow> parts;
  std::vector<char32_t> delimiters;
};
// \big( and its like, 1 to 4.
struct MathDelimiter {
  char32_t character = 0;
  std::uint8_t size = 1;
  MathClass kind = MathClass::Ordinary;
};
enum class ColumnAlign : std::uint8_t { Left, Center, Right };
struct MathTable {
  std::vector<std::vector<MathRow>> rows;
  std::vector<ColumnAlign> columns;        // the last one goes for those beyond
  std::vector<std::uint8_t> column_lines;  // vertical lines before each column, and after the last
  std::vector<std::uint8_t> row_lines;     // horizontal lines above each row, and below the last
  std::vector<float> column_gaps_ems;      // between columns, by turns
  char32_t opening = 0, closing = 0;
  MathSize size = MathSize::Text;  // of the cells
  bool open_rows = false;          // room between rows as between equations
};
// A mark over or under: an accent, a line (character 0), an arrow or a brace.
struct MathAccent {
  MathRow base;
  char32_t mark = 0;
  bool below = false;
  bool stretched = false;    // as wide as the base
  bool takes_label = false;  // scripts go above or below the mark, as with a brace
};
// One thing on top of another, as \overset and \stackrel set it.
struct MathStack {
  MathRow base, above, below;
  std::optional<MathClass> kind;  // otherwise that of the base
};
// An arrow as long as what stands over and under it.
struct MathArrow {
  char32_t arrow = 0;
  MathRow above, below;
};
// Lines around, through or over; or a long division's sign with a quotient on top.
struct MathFrame {
  enum Line : std::uint16_t {
    Top = 1,
    Bottom = 2,
    Left = 4,
    Right = 8,
    RisingStroke = 16,
    FallingStroke = 32,
    MiddleStroke = 64,
    Division = 128
  };
  MathRow content;
  std::uint16_t lines = 0;
  MathRow quotient;
};
// Takes the room of its content and shows nothing of it.
struct MathPhantom {
  MathRow content;
  bool keeps_width = true, keeps_height = true;
  bool shown = false;  // \smash: shown, without its height
};
// What was not understood, as it was written. It shows in a frame, and the rest of the text around it.
struct MathUnknown {
  std::string source;
};

struct MathItem {
  std::variant<MathSymbol, MathNumber, MathText, MathName, MathSpace, MathSizeSwitch, MathBlank, MathGroup,
               MathFraction, MathRoot, MathScripts, MathFence, MathDelimiter, MathTable, MathAccent, MathStack,
               MathArrow, MathFrame, MathPhantom, MathUnknown>
      what;
};

struct MathFormula {
  MathRow row;
  bool display = false;  // with the larger operators and fractions of a line of its own
};

// `tex` is what stands between the dollar signs. Never fails: what is not understood becomes MathUnknown, and what is
// nested beyond limits::math_depth_max or has more than limits::math_items_max parts becomes one of the rest.
[[nodiscard]] MathFormula parse_math(std::string_view tex, bool display = false);

// The rows inside an item, in reading order. Valid as long as the item is.
[[nodiscard]] std::vector<const MathRow*> parts_of(const MathItem& item);

// What was not understood anywhere in the row, in reading order. Empty: all of it was.
[[nodiscard]] std::vector<std::string> unknown_in(const MathRow& row);

}  // namespace hornbook::ui::text
