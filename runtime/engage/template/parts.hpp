// What templates of every kind are made of: texts in every language, figures, wrong answers.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/core/ids.hpp"
#include "runtime/engage/template/text_template.hpp"

namespace hornbook::engage {

// By BCP 47 language; every language of the pack is there.
using Texts = std::map<std::string, TextTemplate, std::less<>>;

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

// A file of the pack's media.
struct MediaFile {
  Hash content;
  std::optional<std::uint32_t> length_ms;  // of a sound or a video, where somebody has looked into it
  std::string text;                        // of captions
};
using MediaFiles = std::map<std::string, MediaFile, std::less<>>;  // by language, as texts are

struct SoundTemplate {
  MediaFiles files;
  Texts caption;
};

struct WrongAnswerTemplate {
  std::optional<std::uint16_t> misconception;  // index into the pack's list
  Texts feedback;                              // empty: the item's not_yet stands
};
struct WrongNumberTemplate {
  Expression value;
  WrongAnswerTemplate wrong;
};

}  // namespace hornbook::engage
