// A text with holes: `{a}` is the value of the expression a, `{a/b:fraction}` and `{a/b:mixed}` write it for a `$…$`
// part, and `{who}` may be a word that was drawn. Inside `$…$` the braces of TeX (`\frac{…}{…}`) are told from holes: a
// brace right after a command's letters or after a closing brace belongs to TeX. A backslash takes the next of `$`,
// `*`, `\` and, in `$…$`, of the braces along, so that it neither opens nor closes anything.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "runtime/engage/template/expression.hpp"

namespace hornbook::engage {

// Words that were drawn, in one language.
using Words = std::map<std::string, std::string, std::less<>>;

// An item that draws and computes nothing has nothing that a hole could show: each sign of its texts is what it looks
// like, also a `$` that closes nothing.
enum class Holes : std::uint8_t { Filled, None };

class TextTemplate {
 public:
  // BadInput when a hole or a `$` is not closed or a hole cannot be read, never without holes;
  // LimitExceeded when the text is longer than limits::item_text_bytes_max.
  [[nodiscard]] static Result<TextTemplate> parse(std::string_view text, Holes holes = Holes::Filled);
  // BadInput when a hole has no value; LimitExceeded when the text becomes longer than limits::item_text_bytes_max.
  [[nodiscard]] Result<std::string> fill(const Values& values, const Words& words) const;

 private:
  friend class TextTemplateParser;
  enum class Format : std::uint8_t { Plain, Fraction, Mixed };
  struct Hole {
    Expression expression;
    Format format = Format::Plain;
  };
  using Segment = std::variant<std::string, Hole>;
  [[nodiscard]] static Result<std::string> write(const Hole& hole, const Values& values, const Words& words);
  explicit TextTemplate(std::vector<Segment> segments) : segments_(std::move(segments)) {}
  std::vector<Segment> segments_;
};

}  // namespace hornbook::engage
