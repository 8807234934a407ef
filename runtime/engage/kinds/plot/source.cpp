#include <set>

#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/plot/plot.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

Read<PlotAxisTemplate> read_axis(const Located& value, const ItemParts& parts) {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  TRY_ASSIGN(Expression from, ItemParts::expression_or(fields, "from", "0"));
  TRY_ASSIGN(Expression to, ItemParts::expression(fields, "to"));
  TRY_ASSIGN(Expression step, ItemParts::expression_or(fields, "step", "1"));
  TRY_ASSIGN(Expression label_every, ItemParts::expression_or(fields, "label_every", "1"));
  TRY_ASSIGN(Texts label, parts.optional_texts(fields, "label"));
  TRY_DONE(fields.end());
  return PlotAxisTemplate{std::move(from), std::move(to), std::move(step), std::move(label_every), std::move(label)};
}

Read<PlotPointTemplate> read_point(const Located& value, const ItemParts& parts, bool is_wrong) {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  TRY_ASSIGN(Expression x, ItemParts::expression(fields, "x"));
  TRY_ASSIGN(Expression y, ItemParts::expression(fields, "y"));
  Texts name;
  WrongAnswerTemplate wrong;
  if (is_wrong) {
    TRY_ASSIGN(wrong, parts.wrong_answer(fields));
  } else {
    TRY_ASSIGN(name, parts.optional_texts(fields, "name"));
  }
  TRY_DONE(fields.end());
  return PlotPointTemplate{std::move(name), std::move(x), std::move(y), std::move(wrong)};
}

Read<std::vector<PlotPointTemplate>> read_points(const Located& list, std::size_t least, std::size_t most,
                                                 const ItemParts& parts, bool are_wrong) {
  TRY_ASSIGN(const auto entries, list.entries(least, most));
  std::vector<PlotPointTemplate> points;
  for (const Located& entry : entries) {
    TRY_ASSIGN(PlotPointTemplate point, read_point(entry, parts, are_wrong));
    points.push_back(std::move(point));
  }
  return points;
}

Read<PlotLineTemplate> read_line(const Located& value, const ItemParts& parts, bool is_wrong) {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  WrongAnswerTemplate wrong;
  if (is_wrong) {
    TRY_ASSIGN(wrong, parts.wrong_answer(fields));
  }
  if (const auto through = fields.optional("through")) {
    TRY_ASSIGN(auto points, read_points(*through, 2, 2, parts, false));
    TRY_DONE(fields.end());
    return PlotLineTemplate{PlotLineTemplate::Through{std::move(points)}, std::move(wrong)};
  }
  if (const auto equation = fields.optional("equation")) {
    TRY_DONE(fields.end());
    TRY_ASSIGN(Fields sides, Fields::of(*equation));
    TRY_ASSIGN(Expression x, ItemParts::expression_or(sides, "x", "0"));
    TRY_ASSIGN(Expression y, ItemParts::expression_or(sides, "y", "0"));
    TRY_ASSIGN(Expression equals, ItemParts::expression(sides, "equals"));
    TRY_DONE(sides.end());
    return PlotLineTemplate{PlotLineTemplate::Equation{std::move(x), std::move(y), std::move(equals)},
                            std::move(wrong)};
  }
  TRY_ASSIGN(Expression slope, ItemParts::expression(fields, "slope"));
  TRY_ASSIGN(Expression intercept, ItemParts::expression(fields, "intercept"));
  TRY_DONE(fields.end());
  return PlotLineTemplate{PlotLineTemplate::Slope{std::move(slope), std::move(intercept)}, std::move(wrong)};
}

Read<PlotTemplate::Bars> read_bars(const Located& list, Fields& fields, const ItemParts& parts) {
  PlotTemplate::Bars chart;
  TRY_ASSIGN(const std::size_t style, fields.one_of("style", {"bars", "dots"}, 0));
  chart.dots = style == 1;
  TRY_ASSIGN(const auto entries, list.entries(2, limits::plot_handles_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(Fields one, Fields::of(entry));
    TRY_ASSIGN(Texts label, parts.texts(one, "label"));
    TRY_ASSIGN(Expression value, ItemParts::expression(one, "value"));
    TRY_ASSIGN(WrongAnswerTemplate wrong, parts.wrong_answer(one));
    TRY_DONE(one.end());
    chart.bars.push_back({std::move(label), std::move(value), std::move(wrong)});
  }
  return chart;
}

using Form = decltype(PlotTemplate::form);

Read<Form> read_form(Fields& fields, const ItemParts& parts) {
  const auto points = fields.optional("points");
  const auto line = fields.optional("line");
  const auto bars = fields.optional("bars");
  if (points.has_value() + line.has_value() + bars.has_value() != 1)
    return bad_field(fields.pointer(), "a plot has one of points, line and bars");
  if (bars) {
    TRY_ASSIGN(PlotTemplate::Bars chart, read_bars(*bars, fields, parts));
    return Form(std::move(chart));
  }
  const auto wrong = fields.optional("wrong");
  if (points) {
    PlotTemplate::Points form;
    TRY_ASSIGN(form.places, read_points(*points, 1, limits::plot_handles_max, parts, false));
    if (wrong) {
      TRY_ASSIGN(form.wrong, read_points(*wrong, 0, limits::item_choices_max, parts, true));
    }
    return Form(std::move(form));
  }
  TRY_ASSIGN(PlotLineTemplate wanted, read_line(*line, parts, false));
  PlotTemplate::Line form{std::move(wanted), {}};
  if (!wrong) return Form(std::move(form));
  TRY_ASSIGN(const auto entries, wrong->entries(0, limits::item_choices_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(PlotLineTemplate one, read_line(entry, parts, true));
    form.wrong.push_back(std::move(one));
  }
  return Form(std::move(form));
}

Result<PlotAxis> compose_axis(const PlotAxisTemplate& source, const Composer& composer) {
  const Values& values = composer.values();
  PlotAxis axis;
  TRY_ASSIGN(axis.from, source.from.number(values));
  TRY_ASSIGN(axis.to, source.to.number(values));
  TRY_ASSIGN(axis.step, source.step.number(values));
  if (axis.from >= axis.to || axis.step <= Rational()) return senseless("an axis ends before it starts");
  TRY_ASSIGN(const Rational length, subtract(axis.to, axis.from));
  TRY_ASSIGN(const Rational steps, divide(length, axis.step));
  if (steps.denominator() != 1 || steps.numerator() > static_cast<std::int64_t>(limits::plot_steps_max))
    return senseless("an axis needs a whole number of steps, at most " + std::to_string(limits::plot_steps_max));
  axis.steps = static_cast<std::uint32_t>(steps.numerator());
  TRY_ASSIGN(const std::int64_t every, source.label_every.whole(values, 1, limits::plot_steps_max));
  axis.label_every = static_cast<std::uint32_t>(every);
  TRY_ASSIGN(axis.label, composer.text(source.label));
  return axis;
}

struct Coordinates {
  Rational x, y;
};

Result<Coordinates> coordinates_of(const PlotPointTemplate& point, const Composer& composer) {
  TRY_ASSIGN(const Rational x, point.x.number(composer.values()));
  TRY_ASSIGN(const Rational y, point.y.number(composer.values()));
  return Coordinates{x, y};
}

Result<std::optional<PlotPlace>> place_of(const Plot& task, const PlotPointTemplate& point, const Composer& composer) {
  TRY_ASSIGN(const Coordinates at, coordinates_of(point, composer));
  const auto x = step_at(task.x, at.x);
  const auto y = step_at(task.y, at.y);
  if (!x || !y) return std::optional<PlotPlace>();
  return std::optional(PlotPlace{*x, *y});
}

struct EquationOf {
  const Composer& composer;

  // y = mx + k is mx − y = −k.
  Result<LineEquation> operator()(const PlotLineTemplate::Slope& given) const {
    TRY_ASSIGN(const Rational slope, given.slope.number(composer.values()));
    TRY_ASSIGN(const Rational intercept, given.intercept.number(composer.values()));
    TRY_ASSIGN(const Rational c, subtract(Rational(), intercept));
    return LineEquation{slope, Rational::whole(-1), c};
  }
  // (y₂ − y₁)x + (x₁ − x₂)y is the same at both points.
  Result<LineEquation> operator()(const PlotLineTemplate::Through& given) const {
    TRY_ASSIGN(const Coordinates first, coordinates_of(given.points[0], composer));
    TRY_ASSIGN(const Coordinates second, coordinates_of(given.points[1], composer));
    TRY_ASSIGN(const Rational a, subtract(second.y, first.y));
    TRY_ASSIGN(const Rational b, subtract(first.x, second.x));
    TRY_ASSIGN(const Rational along, multiply(a, first.x));
    TRY_ASSIGN(const Rational up, multiply(b, first.y));
    TRY_ASSIGN(const Rational c, add(along, up));
    return LineEquation{a, b, c};
  }
  Result<LineEquation> operator()(const PlotLineTemplate::Equation& given) const {
    TRY_ASSIGN(const Rational a, given.x.number(composer.values()));
    TRY_ASSIGN(const Rational b, given.y.number(composer.values()));
    TRY_ASSIGN(const Rational c, given.equals.number(composer.values()));
    return LineEquation{a, b, c};
  }
};

struct FormOf {
  const Plot& task;
  const Composer& composer;
  using Form = decltype(Plot::form);

  Result<Form> operator()(const PlotTemplate::Points& source) const {
    PlotPoints points;
    for (const PlotPointTemplate& each : source.places) {
      TRY_ASSIGN(const auto place, place_of(task, each, composer));
      if (!place) return senseless("a point is not on the grid");
      const auto& earlier = points.places;
      if (std::find(earlier.begin(), earlier.end(), *place) != earlier.end())
        return senseless("two points are at one place");
      points.places.push_back(*place);
      if (each.name.empty()) continue;
      TRY_ASSIGN(std::string name, composer.text(each.name));
      points.names.push_back(std::move(name));
    }
    if (!points.names.empty() && points.names.size() != points.places.size())
      return senseless("either all points have names or none has");
    for (const PlotPointTemplate& each : source.wrong) {
      TRY_ASSIGN(const auto place, place_of(task, each, composer));
      if (!place || std::find(points.places.begin(), points.places.end(), *place) != points.places.end()) continue;
      TRY_ASSIGN(WrongAnswer wrong, composer.wrong_answer(each.wrong));
      points.wrong.push_back({*place, std::move(wrong)});
    }
    return Form(std::move(points));
  }

  Result<Form> operator()(const PlotTemplate::Line& source) const {
    PlotLine result;
    TRY_ASSIGN(result.line, std::visit(EquationOf{composer}, source.line.given));
    if (result.line.a == Rational() && result.line.b == Rational()) return senseless("this is no line");
    const auto ends = ends_on_grid(task, result.line);
    if (!ends) return senseless("the line goes through fewer than two places of the grid");
    result.shown = *ends;
    for (const PlotLineTemplate& each : source.wrong) {
      TRY_ASSIGN(const LineEquation line, std::visit(EquationOf{composer}, each.given));
      const auto its_ends = ends_on_grid(task, line);
      if (!its_ends || (is_on(task, result.line, (*its_ends)[0]) && is_on(task, result.line, (*its_ends)[1]))) continue;
      TRY_ASSIGN(WrongAnswer wrong, composer.wrong_answer(each.wrong));
      result.wrong.push_back({line, *its_ends, std::move(wrong)});
    }
    return Form(std::move(result));
  }

  Result<Form> operator()(const PlotTemplate::Bars& source) const {
    PlotBars chart;
    chart.dots = source.dots;
    std::set<std::string> labels;
    for (const PlotBarTemplate& each : source.bars) {
      PlotBar bar;
      TRY_ASSIGN(bar.label, composer.text(each.label));
      if (!labels.insert(bar.label).second) return senseless("two bars have the same label");
      TRY_ASSIGN(const Rational value, each.value.number(composer.values()));
      const auto height = step_at(task.y, value);
      if (!height) return senseless(to_text(value) + " is on no step of the chart");
      bar.height = *height;
      TRY_ASSIGN(bar.wrong, composer.wrong_answer(each.wrong));
      chart.bars.push_back(std::move(bar));
    }
    return Form(std::move(chart));
  }
};

}  // namespace

Read<PlotTemplate> PlotTemplate::read(Fields& fields, const ItemParts& parts) {
  TRY_ASSIGN(Form form, read_form(fields, parts));
  std::optional<PlotAxisTemplate> x;
  if (!std::holds_alternative<Bars>(form)) {
    TRY_ASSIGN(const Located field, fields.required("x"));
    TRY_ASSIGN(x, read_axis(field, parts));
  }
  TRY_ASSIGN(const Located field, fields.required("y"));
  TRY_ASSIGN(PlotAxisTemplate y, read_axis(field, parts));
  return PlotTemplate{std::move(x), std::move(y), std::move(form)};
}

Result<Plot> compose(const PlotTemplate& source, const Composer& composer, SeededRandom&) {
  Plot task;
  TRY_ASSIGN(task.y, compose_axis(source.y, composer));
  if (source.x) {
    TRY_ASSIGN(task.x, compose_axis(*source.x, composer));
  } else {
    task.x.steps = static_cast<std::uint32_t>(std::get<PlotTemplate::Bars>(source.form).bars.size() - 1);
    task.x.to = Rational::whole(static_cast<std::int32_t>(task.x.steps));
  }
  TRY_ASSIGN(task.form, std::visit(FormOf{task, composer}, source.form));
  return task;
}

}  // namespace hornbook::engage
