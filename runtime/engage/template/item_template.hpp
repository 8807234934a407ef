// An item as its pack describes it: parameters to draw, values to compute, texts in every language. One file of a
// pack's source is one such item; the fields are told in content_packs/schema/FORMAT.md.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/engage/item.hpp"
#include "runtime/engage/template/text_template.hpp"

namespace hornbook::engage {

// By BCP 47 language; every language of the pack is there.
using Texts = std::map<std::string, TextTemplate, std::less<>>;

// A whole number from `from` to `to`, both included, in steps.
struct NumberRange {
  std::int32_t from = 0;
  std::int32_t to = 0;
  std::int32_t step = 1;  // ≥ 1
};
struct NumberList {
  std::vector<Rational> numbers;  // at least one
};
// A word in every language: drawn, or picked by an expression that counts from 0.
struct WordList {
  std::vector<std::map<std::string, std::string, std::less<>>> words;  // at least one
  std::optional<Expression> pick;
};
struct Parameter {
  std::string name;
  std::variant<NumberRange, NumberList, WordList> draw;
};
struct ComputedValue {
  std::string name;
  Expression expression;
};

struct FractionBarTemplate {
  Expression parts;
  Expression shaded;
};
struct FractionCircleTemplate {
  Expression parts;
  Expression shaded;
};
struct CounterSetTemplate {
  Expression total;
  Expression filled;
};
struct PictureTemplate {
  Hash object;
};
struct FigureTemplate {
  std::variant<FractionBarTemplate, FractionCircleTemplate, CounterSetTemplate, PictureTemplate> drawing;
  Texts description;
};

struct WrongAnswerTemplate {
  std::optional<std::uint16_t> misconception;  // index into the pack's list
  Texts feedback;                              // empty: the item's not_yet stands
};

struct ChoiceTemplate {
  Texts text;
  std::optional<FigureTemplate> figure;
  Expression correct;
  WrongAnswerTemplate wrong;
};
struct MultipleChoiceTemplate {
  std::vector<ChoiceTemplate> choices;
  bool shuffled = true;
};
struct WrongNumberTemplate {
  Expression value;
  WrongAnswerTemplate wrong;
};
struct NumberEntryTemplate {
  Expression answer;
  NumberForm form = NumberForm::Any;
  Texts unit;
  std::vector<WrongNumberTemplate> wrong;
};
struct TileTemplate {
  Texts text;
  std::optional<FigureTemplate> figure;
  Expression value;
};
struct OrderTemplate {
  std::vector<TileTemplate> tiles;
  bool descending = false;
  Texts first_label;
  Texts last_label;
  WrongAnswerTemplate reversed;
};
struct NumberLineTemplate {
  Expression from;
  Expression to;
  Expression intervals;
  Expression label_every;
  Expression answer;                       // a number on a tick
  std::vector<WrongNumberTemplate> wrong;  // numbers too
};
using TaskTemplate = std::variant<MultipleChoiceTemplate, NumberEntryTemplate, OrderTemplate, NumberLineTemplate>;

struct ItemTemplate {
  std::vector<Parameter> parameters;
  std::vector<ComputedValue> computed;  // in order; each may use what stands before it
  std::vector<Expression> constraints;
  Texts prompt;
  std::optional<FigureTemplate> figure;
  TaskTemplate task;
  std::vector<Texts> hints;  // exactly three
  Texts explanation;
  Texts not_yet;
};

}  // namespace hornbook::engage
