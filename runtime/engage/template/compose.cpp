#include "runtime/engage/template/compose.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

struct Parts {
  std::uint32_t total = 1;
  std::uint32_t marked = 0;
};

Result<Parts> parts_of(const Expression& total, const Expression& marked, const Values& values) {
  TRY_ASSIGN(const std::int64_t all, total.whole(values, 1, static_cast<std::int64_t>(limits::figure_parts_max)));
  TRY_ASSIGN(const std::int64_t some, marked.whole(values, 0, all));
  return Parts{static_cast<std::uint32_t>(all), static_cast<std::uint32_t>(some)};
}

using Drawing = decltype(Figure::drawing);

struct DrawingOf {
  const Values& values;

  Result<Drawing> operator()(const FractionBarTemplate& bar) const {
    TRY_ASSIGN(const Parts parts, parts_of(bar.parts, bar.shaded, values));
    return Drawing(FractionBar{parts.total, parts.marked});
  }
  Result<Drawing> operator()(const FractionCircleTemplate& circle) const {
    TRY_ASSIGN(const Parts parts, parts_of(circle.parts, circle.shaded, values));
    return Drawing(FractionCircle{parts.total, parts.marked});
  }
  Result<Drawing> operator()(const CounterSetTemplate& counters) const {
    TRY_ASSIGN(const Parts parts, parts_of(counters.total, counters.filled, values));
    return Drawing(CounterSet{parts.total, parts.marked});
  }
  Result<Drawing> operator()(const PictureTemplate& picture) const { return Drawing(MediaPicture{picture.object}); }
};

}  // namespace

Result<std::string> Composer::text(const Texts& texts) const {
  if (texts.empty()) return std::string();
  const auto found = texts.find(language_);
  if (found == texts.end()) return fail(ErrorCode::BadInput, "item", "a text lacks a language");
  return found->second.fill(draw_.values, draw_.words);
}

Result<Figure> Composer::figure(const FigureTemplate& figure) const {
  Figure result;
  TRY_ASSIGN(result.drawing, std::visit(DrawingOf{draw_.values}, figure.drawing));
  TRY_ASSIGN(result.description, text(figure.description));
  return result;
}

Result<std::optional<Figure>> Composer::figure(const std::optional<FigureTemplate>& source) const {
  if (!source) return std::optional<Figure>();
  TRY_ASSIGN(Figure result, figure(*source));
  return std::optional<Figure>(std::move(result));
}

Result<Hash> Composer::file(const MediaFiles& files) const {
  const auto found = files.find(language_);
  if (found == files.end()) return fail(ErrorCode::BadInput, "item", "a file of its media lacks a language");
  return found->second.content;
}

Result<std::optional<Sound>> Composer::sound(const std::optional<SoundTemplate>& sound) const {
  if (!sound) return std::optional<Sound>();
  Sound result;
  TRY_ASSIGN(result.file, file(sound->files));
  TRY_ASSIGN(result.caption, text(sound->caption));
  return std::optional<Sound>(std::move(result));
}

Result<WrongAnswer> Composer::wrong_answer(const WrongAnswerTemplate& wrong) const {
  WrongAnswer result;
  result.misconception = wrong.misconception;
  TRY_ASSIGN(result.feedback, text(wrong.feedback));
  return result;
}

Result<std::vector<ExpectedWrongNumber>> Composer::wrong_numbers(const std::vector<WrongNumberTemplate>& wrong,
                                                                 Rational answer) const {
  std::vector<ExpectedWrongNumber> result;
  for (const WrongNumberTemplate& candidate : wrong) {
    TRY_ASSIGN(const Rational value, candidate.value.number(draw_.values));
    bool is_known = value == answer;
    for (const ExpectedWrongNumber& earlier : result) is_known = is_known || earlier.value == value;
    if (is_known) continue;
    TRY_ASSIGN(WrongAnswer shows, wrong_answer(candidate.wrong));
    result.push_back({value, std::move(shows)});
  }
  return result;
}

}  // namespace hornbook::engage
