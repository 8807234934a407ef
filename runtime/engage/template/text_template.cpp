#include "runtime/engage/template/text_template.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

constexpr const char* place = "text";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// In the notation of `$…$`.
std::string fraction_markup(Rational value) {
  if (value.denominator() == 1) return std::to_string(value.numerator());
  const std::string sign = value.numerator() < 0 ? "-" : "";
  return sign + "\\frac{" + std::to_string(std::abs(value.numerator())) + "}{" + std::to_string(value.denominator()) +
         "}";
}

Result<std::string> mixed_markup(Rational value) {
  const std::int64_t above = std::abs(value.numerator());
  const std::int64_t whole = above / value.denominator();
  if (whole == 0 || value.denominator() == 1) return fraction_markup(value);
  TRY_ASSIGN(const Rational rest, Rational::create(above % value.denominator(), value.denominator()));
  return (value.numerator() < 0 ? "-" : "") + std::to_string(whole) + fraction_markup(rest);
}

}  // namespace

// Splits a text into what stays as it is and holes.
class TextTemplateParser {
 public:
  explicit TextTemplateParser(std::string_view text) : text_(text) {}

  Result<std::vector<TextTemplate::Segment>> parse() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_escape()) {
        literal_ += text_.substr(at_, 2);
        at_ += 2;
        closed_group_ = false;
        continue;
      }
      if (c == '{' && !opens_tex_group()) {
        TRY_DONE(hole());
        continue;
      }
      TRY_DONE(account_for(c));
      literal_.push_back(c);
      ++at_;
    }
    if (in_mathematics_) return fail(ErrorCode::BadInput, place, "a $ is not closed by another $");
    keep_literal();
    return std::move(segments_);
  }

 private:
  [[nodiscard]] bool is_escape() const {
    if (text_[at_] != '\\' || at_ + 1 == text_.size()) return false;
    const char next = text_[at_ + 1];
    return next == '$' || next == '*' || next == '\\' || (in_mathematics_ && (next == '{' || next == '}'));
  }

  [[nodiscard]] bool opens_tex_group() const {
    if (!in_mathematics_ || at_ == 0) return false;
    if (text_[at_ - 1] == '}') return closed_group_;
    std::size_t letters = at_;
    while (letters > 0 && is_letter(text_[letters - 1])) --letters;
    return letters < at_ && letters > 0 && text_[letters - 1] == '\\';
  }

  Done account_for(char c) {
    if (c == '$') {
      if (groups_ != 0) return fail(ErrorCode::BadInput, place, "a { in the mathematics is not closed");
      in_mathematics_ = !in_mathematics_;
    }
    if (c == '{') ++groups_;
    if (c == '}') {
      if (groups_ == 0) return fail(ErrorCode::BadInput, place, "a } has no { before it");
      --groups_;
    }
    closed_group_ = c == '}';
    return {};
  }

  Done hole() {
    const std::size_t end = text_.find_first_of("{}", at_ + 1);
    if (end == std::string_view::npos || text_[end] != '}')
      return fail(ErrorCode::BadInput, place, "a { is not closed; holes look like {a} or {a + b}");
    std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    TextTemplate::Format format = TextTemplate::Format::Plain;
    if (const std::size_t colon = inside.find(':'); colon != std::string_view::npos) {
      TRY_ASSIGN(format, format_called(inside.substr(colon + 1)));
      inside = inside.substr(0, colon);
    }
    TRY_ASSIGN(Expression expression, Expression::parse(inside));
    keep_literal();
    segments_.emplace_back(TextTemplate::Hole{std::move(expression), format});
    at_ = end + 1;
    closed_group_ = false;
    return {};
  }

  [[nodiscard]] Result<TextTemplate::Format> format_called(std::string_view name) const {
    if (!in_mathematics_) return fail(ErrorCode::BadInput, place, "write {…:fraction} and {…:mixed} between two $");
    if (name == "fraction") return TextTemplate::Format::Fraction;
    if (name == "mixed") return TextTemplate::Format::Mixed;
    return fail(ErrorCode::BadInput, place, "after the colon comes fraction or mixed");
  }

  void keep_literal() {
    if (!literal_.empty()) segments_.emplace_back(std::move(literal_));
    literal_.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t groups_ = 0;
  bool in_mathematics_ = false;
  bool closed_group_ = false;  // the character before is a brace that closes a TeX group
  std::string literal_;
  std::vector<TextTemplate::Segment> segments_;
};

Result<TextTemplate> TextTemplate::parse(std::string_view text, Holes holes) {
  if (text.size() > limits::item_text_bytes_max) return fail(ErrorCode::LimitExceeded, place, "it is too long");
  if (holes == Holes::None) return TextTemplate({Segment(std::string(text))});
  TRY_ASSIGN(auto segments, TextTemplateParser(text).parse());
  return TextTemplate(std::move(segments));
}

Result<std::string> TextTemplate::write(const Hole& hole, const Values& values, const Words& words) {
  if (const auto word = words.find(hole.expression.text()); word != words.end()) return word->second;
  TRY_ASSIGN(const Rational value, hole.expression.number(values));
  switch (hole.format) {
    case Format::Fraction:
      return fraction_markup(value);
    case Format::Mixed:
      return mixed_markup(value);
    case Format::Plain:
      return to_text(value);
  }
  return fail(ErrorCode::OurBug, place, "a hole has no format");
}

Result<std::string> TextTemplate::fill(const Values& values, const Words& words) const {
  std::string text;
  for (const Segment& segment : segments_) {
    if (const auto* literal = std::get_if<std::string>(&segment)) {
      text += *literal;
    } else {
      TRY_ASSIGN(const std::string written, write(std::get<Hole>(segment), values, words));
      text += written;
    }
    if (text.size() > limits::item_text_bytes_max) return fail(ErrorCode::LimitExceeded, place, "it becomes too long");
  }
  return text;
}

}  // namespace hornbook::engage
