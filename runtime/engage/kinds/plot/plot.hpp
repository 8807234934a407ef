// Points, a line or the bars of a chart, set on a grid. Every place is a step of its axis, so that values are exact and
// nothing lies between. The answer is two numbers for each handle, its steps along x and y from the axes' beginnings;
// of a chart one for each bar, its height in steps.
#pragma once

#include <array>

#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

// Steps from the beginnings of the axes. Of a chart `x` is the bar.
struct PlotPlace {
  std::uint32_t x = 0, y = 0;
  bool operator==(const PlotPlace&) const = default;
};
struct PlotEntry {
  std::vector<std::optional<PlotPlace>> handles;
  std::uint8_t held = 0;  // the handle that was touched last: a finger that goes on moves it
  bool operator==(const PlotEntry&) const = default;
};

struct PlotAxis {
  Rational from;
  Rational to;
  Rational step = Rational::whole(1);
  std::uint32_t steps = 1;        // from `from` to `to`
  std::uint32_t label_every = 1;  // a label at each n-th step
  std::string label;              // what is counted or measured; may be empty
};

struct ExpectedWrongPlace {
  PlotPlace place;
  WrongAnswer wrong;
};
struct PlotPoints {
  std::vector<PlotPlace> places;
  std::vector<std::string> names;  // of each; none: any of them may lie at any of the places
  std::vector<ExpectedWrongPlace> wrong;
};

// a·x + b·y = c, with a or b not 0.
struct LineEquation {
  Rational a, b, c;
};
struct ExpectedWrongLine {
  LineEquation line;
  std::array<PlotPlace, 2> shown;
  WrongAnswer wrong;
};
struct PlotLine {
  LineEquation line;
  std::array<PlotPlace, 2> shown;  // two places of the grid on it, far apart
  std::vector<ExpectedWrongLine> wrong;
};

struct PlotBar {
  std::string label;
  std::uint32_t height = 0;  // steps
  WrongAnswer wrong;         // said when it has another height
};
struct PlotBars {
  std::vector<PlotBar> bars;
  bool dots = false;  // a dot for each step in place of a bar
};

struct Plot {
  using Entry = PlotEntry;
  PlotAxis x;  // of a chart a step for each bar after the first
  PlotAxis y;
  std::variant<PlotPoints, PlotLine, PlotBars> form;
};

struct PlotAxisTemplate {
  Expression from, to, step, label_every;
  Texts label;
};
struct PlotPointTemplate {
  Texts name;
  Expression x, y;
  WrongAnswerTemplate wrong;  // of a mistake to recognise
};
struct PlotLineTemplate {
  struct Slope {
    Expression slope, intercept;
  };
  struct Through {
    std::vector<PlotPointTemplate> points;  // two
  };
  struct Equation {
    Expression x, y, equals;
  };
  std::variant<Slope, Through, Equation> given;
  WrongAnswerTemplate wrong;
};
struct PlotBarTemplate {
  Texts label;
  Expression value;
  WrongAnswerTemplate wrong;
};
struct PlotTemplate {
  using Task = Plot;
  static constexpr std::uint8_t number = 13;
  static constexpr std::string_view name = "plot";
  [[nodiscard]] static Read<PlotTemplate> read(Fields& fields, const ItemParts& parts);

  struct Points {
    std::vector<PlotPointTemplate> places, wrong;
  };
  struct Line {
    PlotLineTemplate line;
    std::vector<PlotLineTemplate> wrong;
  };
  struct Bars {
    std::vector<PlotBarTemplate> bars;
    bool dots = false;
  };
  std::optional<PlotAxisTemplate> x;  // none for a chart
  PlotAxisTemplate y;
  std::variant<Points, Line, Bars> form;
};

// What is right lies on the grid: every point, two places at least of a line, the top of every bar. Mistakes to
// recognise that do not are left out, as are those that are right.
[[nodiscard]] Result<Plot> compose(const PlotTemplate& source, const Composer& composer, SeededRandom& random);
[[nodiscard]] PlotEntry empty_entry(const Plot& task);
// Takes MoveTo, see moving_to(), and PointAt. A finger takes hold of the handle that lies just there; else it sets the
// next one that is not set; else it moves the nearest. Of a chart it sets the bar below it.
[[nodiscard]] bool enter(const Plot& task, PlotEntry& entry, const Gesture& gesture);
// Every point is set; both points of a line, and not at one place; one bar at least: the others are at the bottom.
[[nodiscard]] bool is_complete(const Plot& task, const PlotEntry& entry);
[[nodiscard]] Answer to_answer(const Plot& task, const PlotEntry& entry);
[[nodiscard]] std::optional<PlotEntry> from_answer(const Plot& task, const Answer& answer);
// Credit is the share of right points or bars; of a line that of the points that lie on it.
[[nodiscard]] Verdict assess(const Plot& task, const PlotEntry& entry);
[[nodiscard]] PlotEntry right_entry(const Plot& task);
[[nodiscard]] std::vector<PlotEntry> wrong_entries(const Plot& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const Plot& task, const PlotEntry& now, const PlotEntry& wanted);
[[nodiscard]] Gesture way_back(const Plot& task);
[[nodiscard]] std::string in_words(const Plot& task, const PlotEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const Plot& task);

[[nodiscard]] bool is_chart(const Plot& task);
// The gesture that sets a handle.
[[nodiscard]] MoveTo moving_to(const Plot& task, std::uint8_t handle, PlotPlace place);
// The value at a step, exactly. LimitExceeded when it is no Rational.
[[nodiscard]] Result<Rational> value_at(const PlotAxis& axis, std::uint32_t step);
// The step where the value is; nothing when it is on none.
[[nodiscard]] std::optional<std::uint32_t> step_at(const PlotAxis& axis, Rational value);
// Whether the place lies on the line; not when that goes beyond exact arithmetic.
[[nodiscard]] bool is_on(const Plot& task, const LineEquation& line, PlotPlace place);
// The first and the last place of the grid on a line; nothing when there are not two.
[[nodiscard]] std::optional<std::array<PlotPlace, 2>> ends_on_grid(const Plot& task, const LineEquation& line);

}  // namespace hornbook::engage
