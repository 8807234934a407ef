// An item as its pack describes it: parameters to draw, values to compute, texts in every language. One file of a
// pack's source is one such item; the fields are told in content_packs/schema/FORMAT.md.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/engage/credit.hpp"
#include "runtime/engage/kinds/kinds.hpp"
#include "runtime/engage/media/media_template.hpp"
#include "runtime/engage/template/parts.hpp"

namespace hornbook::engage {

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

struct HintTemplate;
// Texts may be missing; then they are empty.
struct QuestionTemplate {
  Texts prompt;
  std::optional<FigureTemplate> figure;
  std::optional<SoundTemplate> sound;
  TaskTemplate task;
  std::optional<CreditRule> credit;
  std::vector<HintTemplate> hints;
  Texts explanation;
  Texts not_yet;
};
struct HintTemplate {
  Texts title;
  Texts text;  // missing when it asks: then the question's prompt has the words
  std::optional<FigureTemplate> figure;
  std::optional<SoundTemplate> sound;
  std::vector<std::uint8_t> after;  // places of hints before it
  std::optional<QuestionTemplate> question;
};
struct StepTemplate {
  std::vector<std::string> skills;  // ids; none: the item's
  QuestionTemplate question;
  std::string way;                   // empty: on every path
  std::optional<Expression> worked;  // missing: false
  std::uint32_t at_ms = 0;           // in the item's media
};

struct ItemTemplate {
  std::vector<Parameter> parameters;
  std::vector<ComputedValue> computed;  // in order; each may use what stands before it
  std::vector<Expression> constraints;
  Texts prompt;
  std::optional<FigureTemplate> figure;
  bool read_aloud = false;
  std::optional<SoundTemplate> sound;
  std::optional<MediaTemplate> media;
  bool any_order = false;
  std::vector<StepTemplate> steps;  // one where the source has no `steps`
};

}  // namespace hornbook::engage
