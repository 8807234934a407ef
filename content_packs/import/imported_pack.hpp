// A pack as an importer made it, before it is written as YAML. It knows nothing of where it came from, so that every
// importer ends here. Texts carry the markup of items and are in the pack's one language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "content_packs/import/imported_reader.hpp"
#include "runtime/core/bytes.hpp"

namespace hornbook::content {

struct ImportedFigure {
  std::string path;  // in ImportedPack::media
  std::string description;
};

struct ImportedExpression {
  std::string answer;  // TeX between two $, or as it is typed
  std::vector<std::string> accept;
  std::string form = "any";
  std::string tolerance;  // empty, or an exact fraction
  bool quantity = false;  // a number with a unit
};

struct ImportedShortText {
  std::string answer;
  std::vector<std::string> accept;
  bool exact_case = false;
};

struct ImportedChoice {
  std::string text;
  std::optional<ImportedFigure> figure;
  bool correct = false;
  std::string feedback;  // said when it is taken and not correct; may be empty
};
// With several correct choices, or where several may be taken, it is a task with multiple answers.
struct ImportedChoices {
  bool shuffled = true;
  bool several = false;
  std::vector<ImportedChoice> choices;
};

// A thing to carry, or what one is carried to: words, a picture, or both.
struct ImportedThing {
  std::string text;
  std::optional<ImportedFigure> figure;
};
struct ImportedOrder {
  std::vector<ImportedThing> tiles;  // 2–12, in the order that is right
  std::string first;                 // what stands before the first place, such as "smallest"; may be empty
  std::string last;
};

struct ImportedPair {
  ImportedThing to;
  ImportedThing tile;
  std::string feedback;  // said when another tile lies there; may be empty
};
struct ImportedMatch {
  std::vector<ImportedPair> pairs;   // 2–6
  std::vector<ImportedThing> extra;  // tiles that belong nowhere; six tiles in all
};

struct ImportedSortTile {
  ImportedThing thing;
  std::size_t bin = 0;   // counted from 1; 0: in none
  std::string feedback;  // said when it lies elsewhere; may be empty
};
struct ImportedSort {
  std::vector<ImportedThing> bins;      // 2–4
  std::vector<ImportedSortTile> tiles;  // 2–12
};

// Coordinates are whole numbers in units of the picture, 0–10000, from its top left corner.
struct ImportedArea {
  enum class Shape { Circle, Rectangle, Polygon };
  Shape shape = Shape::Rectangle;
  std::vector<std::uint16_t> numbers;  // x, y, radius; x, y, width, height; or x and y of each corner
  std::string description;             // no two areas of a picture have the same
  bool correct = false;
  std::string feedback;  // may be empty
};
struct ImportedHotSpot {
  ImportedFigure picture;
  std::uint16_t width = 1, height = 1;  // of the picture in these units
  bool several = false;                 // all that are correct are to be found; otherwise any one of them will do
  std::vector<ImportedArea> areas;      // 2–32; where two overlap, the later one lies above
};

struct ImportedPlace {
  std::uint16_t x = 0, y = 0;  // the middle of what is put there
  std::string description;     // no two places have the same
  ImportedThing tile;
  std::string feedback;  // said when another tile lies there; may be empty
};
struct ImportedLabel {
  ImportedFigure picture;
  std::uint16_t width = 1, height = 1;
  std::vector<ImportedPlace> places;  // 2–8
  std::vector<ImportedThing> extra;   // tiles that belong nowhere; eight tiles in all
};

// Numbers are exact, as an expression of a template: "3", "-1/2".
struct ImportedNumberLine {
  std::string from;
  std::string to;
  std::uint32_t intervals = 1;
  std::uint32_t label_every = 0;  // 0 labels the ends alone
  std::string answer;             // a number on a tick
};

struct ImportedNumber {
  std::string answer;  // exact, as an expression of a template
  std::string form = "any";
};
struct ImportedTileBlank {
  ImportedThing tile;    // any that looks the same is right, too
  std::string feedback;  // said when another lies there; may be empty
};
// How one blank is filled in; of choices exactly one is correct.
using ImportedBlank = std::variant<ImportedShortText, ImportedNumber, ImportedChoices, ImportedTileBlank>;

struct ImportedCloze {
  std::string text;                   // with mark(1) where blanks[0] is, …; other words through in_source()
  std::vector<ImportedBlank> blanks;  // 1–24
  std::vector<ImportedThing> extra;   // tiles that belong nowhere; 32 tiles in all
  bool reuse = false;                 // a tile can be taken again
};

// Something given, a blank, or nothing.
struct ImportedTableCell {
  std::string text;
  std::optional<ImportedBlank> blank;  // no tile
};
struct ImportedTableRow {
  std::string name;  // may be empty
  std::vector<ImportedTableCell> cells;
};
struct ImportedTable {
  std::string corner;                  // above the names of the rows; may be empty
  std::vector<std::string> columns;    // their names, which may be empty; or none
  std::vector<ImportedTableRow> rows;  // 1–12 of 1–10 cells, as many in each; 24 blanks in all
};

struct ImportedHotWord {
  bool correct = false;
  std::string feedback;  // said when it is chosen and not correct; may be empty
};
struct ImportedHotText {
  std::string text;                    // with mark(1, words) where words[0] is, …; other words through in_source()
  std::vector<ImportedHotWord> words;  // 2–64
  bool one = true;                     // one is chosen, else as many as these allow
  std::size_t minimum = 1;
  std::size_t maximum = 0;  // 0: all
};

// An answer in the learner's own words, which a teacher reads.
struct ImportedOpenResponse {};

// The place of the thing with this number, from 1, in the text of a cloze.
[[nodiscard]] std::string mark(std::size_t number);
// Words that are that thing, in a hot text. They may not have `]]`, which becomes `] ]`.
[[nodiscard]] std::string mark(std::size_t number, std::string_view words);
// Words around marks, so that nothing in them is taken for a mark.
[[nodiscard]] std::string in_source(std::string_view words);

using ImportedTask = std::variant<ImportedExpression, ImportedShortText, ImportedChoices, ImportedOrder, ImportedMatch,
                                  ImportedSort, ImportedHotSpot, ImportedLabel, ImportedNumberLine, ImportedCloze,
                                  ImportedHotText, ImportedOpenResponse, ImportedTable>;

// What answers are worth where that is not the kind's own credit: runtime/engage/credit.hpp. Worths are exact
// fractions.
struct ImportedWorth {
  std::vector<std::uint32_t> numbers;
  std::vector<std::string> texts;
  std::string worth;
};
struct ImportedPartWorth {
  std::uint32_t number = 0;
  std::optional<std::uint32_t> place;
  std::string worth;
};
// Without either, only what is right earns anything.
struct ImportedCredit {
  std::vector<ImportedWorth> answers;
  std::vector<ImportedPartWorth> parts;
};

// As the source of a pack calls the kind, such as "choice" or "multiple_answer".
[[nodiscard]] std::string kind_of(const ImportedTask& task);

struct ImportedHint {
  std::string id;
  std::string title;  // may be empty
  std::string text;
  std::optional<ImportedFigure> figure;
  std::optional<std::vector<std::string>> after;  // nothing: the hint before it
  std::optional<ImportedTask> task;               // makes it a scaffold
  std::vector<std::string> sub_hints;
};

struct ImportedStep {
  std::string id;
  std::vector<std::string> skills;
  std::string prompt;
  std::optional<ImportedFigure> figure;
  ImportedTask task;
  std::vector<ImportedHint> hints;
  std::optional<ImportedCredit> credit;
  std::string explanation;  // may be empty
  std::string not_yet;      // may be empty
};

struct ImportedVideo {
  std::string path;
  std::uint32_t length_ms = 0;
  std::string captions;     // the path of a WebVTT file
  std::string description;  // with markup
};

struct ImportedItem {
  std::string id;
  std::string objective;
  std::vector<std::string> skills;
  std::string prompt;
  std::optional<ImportedFigure> figure;
  std::optional<ImportedSound> sound;
  std::optional<ImportedVideo> video;  // watched before the steps are asked
  std::vector<ImportedStep> steps;
};

struct ImportedSkill {
  std::string id;
  std::string title;
  std::string can_do;
  std::vector<std::string> prerequisites;
};

struct ImportedPack {
  std::string name;
  std::string language;
  std::string title;
  std::string licence;  // SPDX
  std::vector<std::string> authors;
  std::string subject;
  std::vector<ImportedSkill> skills;
  std::vector<ImportedItem> items;
  std::vector<ImportedReader> readers;  // their items come after the others
  std::map<std::string, Bytes> media;   // by path, "media/…"
};

}  // namespace hornbook::content
