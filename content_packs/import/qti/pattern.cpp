#include "content_packs/import/qti/pattern.hpp"

#include <memory>
#include <vector>

#include "runtime/core/limits.hpp"

namespace hornbook::content::qti {
namespace {

constexpr const char* place = "pattern";
constexpr int unlimited = -1;
constexpr int repeats_max = 1000;

tl::unexpected<Error> bad(const char* sentence) { return fail(ErrorCode::BadInput, place, sentence); }

// A set of bytes. Bytes beyond ASCII are letters: a character of several bytes is several of them.
struct ByteSet {
  std::vector<bool> has = std::vector<bool>(256, false);
  void add(unsigned from, unsigned to) {
    for (unsigned byte = from; byte <= to && byte < 256; ++byte) has[byte] = true;
  }
  void add(const ByteSet& other) {
    for (std::size_t byte = 0; byte < 256; ++byte) has[byte] = has[byte] || other.has[byte];
  }
  void negate() { has.flip(); }
};

ByteSet one_byte(char c) {
  ByteSet set;
  set.add(static_cast<unsigned char>(c), static_cast<unsigned char>(c));
  return set;
}

// After a backslash: a class of characters, a sign, or the character itself.
ByteSet escaped(char c) {
  ByteSet set;
  const auto letters = [&] {
    set.add('a', 'z');
    set.add('A', 'Z');
    set.add(0x80, 0xff);
  };
  switch (c) {
    case 'd':
    case 'D':
      set.add('0', '9');
      break;
    case 's':
    case 'S':
      for (const char each : {' ', '\t', '\n', '\r'}) set.add(one_byte(each));
      break;
    case 'w':
    case 'W':
      letters();
      set.add('0', '9');
      break;
    case 'i':
    case 'I':
      letters();
      set.add('_', '_');
      set.add(':', ':');
      break;
    case 'c':
    case 'C':
      letters();
      set.add('0', '9');
      for (const char each : {'_', ':', '-', '.'}) set.add(one_byte(each));
      break;
    case 'n':
      return one_byte('\n');
    case 'r':
      return one_byte('\r');
    case 't':
      return one_byte('\t');
    default:
      return one_byte(c);
  }
  if (c >= 'A' && c <= 'Z') set.negate();
  return set;
}

struct Alternatives;
struct Piece {
  ByteSet bytes;                        // when there is no group
  std::shared_ptr<Alternatives> group;  // shared: pieces are copied with their sequence
  int times_min = 1;
  int times_max = 1;
};
using Sequence = std::vector<Piece>;
struct Alternatives {
  std::vector<Sequence> sequences;
};

class Parser {
 public:
  explicit Parser(std::string_view pattern) : pattern_(pattern) {}

  Result<Alternatives> parse() {
    TRY_ASSIGN(Alternatives result, alternatives(0));
    if (at_ < pattern_.size()) return bad("a bracket is closed that was not opened");
    return result;
  }

 private:
  [[nodiscard]] bool is_at(char c) const { return at_ < pattern_.size() && pattern_[at_] == c; }

  Result<Alternatives> alternatives(std::size_t depth) {
    if (depth > limits::pattern_depth_max) return bad("its brackets are too deep");
    Alternatives result;
    result.sequences.emplace_back();
    while (at_ < pattern_.size() && !is_at(')')) {
      if (is_at('|')) {
        ++at_;
        result.sequences.emplace_back();
        continue;
      }
      TRY_ASSIGN(Piece next, piece(depth));
      result.sequences.back().push_back(std::move(next));
    }
    return result;
  }

  Result<Piece> piece(std::size_t depth) {
    Piece result;
    const char c = pattern_[at_++];
    if (c == '(') {
      if (pattern_.substr(at_).starts_with("?:")) at_ += 2;
      TRY_ASSIGN(Alternatives inside, alternatives(depth + 1));
      if (!is_at(')')) return bad("a bracket is not closed");
      ++at_;
      result.group = std::make_shared<Alternatives>(std::move(inside));
    } else if (c == '[') {
      TRY_ASSIGN(result.bytes, character_class());
    } else if (c == '.') {
      for (const char end : {'\n', '\r'}) result.bytes.add(one_byte(end));
      result.bytes.negate();
    } else if (c == '\\') {
      TRY_ASSIGN(result.bytes, escape());
    } else if (c == '*' || c == '+' || c == '?' || c == '{') {
      return bad("a quantifier has nothing before it");
    } else {
      result.bytes = one_byte(c);
    }
    TRY_DONE(quantifier(result));
    return result;
  }

  Result<ByteSet> escape() {
    if (at_ == pattern_.size()) return bad("it ends with a backslash");
    const char c = pattern_[at_++];
    if (c == 'p' || c == 'P') return bad("categories of Unicode are not known here");
    return escaped(c);
  }

  Result<ByteSet> character_class() {
    ByteSet set;
    const bool is_negated = is_at('^');
    if (is_negated) ++at_;
    bool is_first = true;
    while (is_first || !is_at(']')) {
      is_first = false;
      if (at_ == pattern_.size()) return bad("a class of characters is not closed");
      TRY_ASSIGN(const ByteSet part, class_part());
      set.add(part);
    }
    ++at_;
    if (is_negated) set.negate();
    return set;
  }

  Result<ByteSet> class_part() {
    const char c = pattern_[at_++];
    if (c == '[') return bad("classes within classes are not known here");
    if (c == '\\') return escape();
    const bool is_range = is_at('-') && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']';
    if (!is_range) return one_byte(c);
    ++at_;
    char last = pattern_[at_++];
    if (last == '\\' && at_ < pattern_.size()) last = pattern_[at_++];
    ByteSet set;
    set.add(static_cast<unsigned char>(c), static_cast<unsigned char>(last));
    return set;
  }

  Done quantifier(Piece& piece) {
    if (at_ == pattern_.size()) return {};
    switch (pattern_[at_]) {
      case '?':
        piece.times_min = 0;
        break;
      case '*':
        piece.times_min = 0;
        piece.times_max = unlimited;
        break;
      case '+':
        piece.times_max = unlimited;
        break;
      case '{':
        ++at_;
        return counted(piece);
      default:
        return {};
    }
    ++at_;
    return {};
  }

  // "{2}", "{2,}", "{2,5}"
  Done counted(Piece& piece) {
    TRY_ASSIGN(piece.times_min, count());
    piece.times_max = piece.times_min;
    if (is_at(',')) {
      ++at_;
      piece.times_max = unlimited;
      if (!is_at('}')) {
        TRY_ASSIGN(piece.times_max, count());
      }
    }
    if (!is_at('}')) return bad("a quantifier is not closed");
    ++at_;
    return {};
  }

  Result<int> count() {
    int number = 0;
    const std::size_t begin = at_;
    for (; at_ < pattern_.size() && pattern_[at_] >= '0' && pattern_[at_] <= '9'; ++at_) {
      number = number * 10 + (pattern_[at_] - '0');
      if (number > repeats_max) return bad("a quantifier is too large");
    }
    if (begin == at_) return bad("a quantifier has no number");
    return number;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
};

// All places where a match can end, so that no choice is tried twice: no exponential time.
class Matcher {
 public:
  explicit Matcher(std::string_view text) : text_(text) {}

  using Places = std::vector<bool>;  // by offset in the text

  Result<Places> after(const Alternatives& alternatives, const Places& from) {
    Places ends(text_.size() + 1, false);
    for (const Sequence& sequence : alternatives.sequences) {
      Places now = from;
      for (const Piece& piece : sequence) {
        TRY_ASSIGN(now, after(piece, now));
      }
      unite(ends, now);
    }
    return ends;
  }

 private:
  static bool unite(Places& all, const Places& more) {
    bool is_new = false;
    for (std::size_t at = 0; at < all.size(); ++at) {
      is_new = is_new || (more[at] && !all[at]);
      all[at] = all[at] || more[at];
    }
    return is_new;
  }

  Result<Places> after(const Piece& piece, const Places& from) {
    Places now = from;
    for (int time = 0; time < piece.times_min; ++time) {
      TRY_ASSIGN(now, once(piece, now));
    }
    Places ends = now;
    for (int time = piece.times_min; piece.times_max == unlimited || time < piece.times_max; ++time) {
      TRY_ASSIGN(now, once(piece, now));
      if (!unite(ends, now)) break;
    }
    return ends;
  }

  Result<Places> once(const Piece& piece, const Places& from) {
    steps_ += text_.size() + 1;
    if (steps_ > limits::pattern_steps_max) return fail(ErrorCode::LimitExceeded, place, "it takes too many steps");
    if (piece.group) return after(*piece.group, from);
    Places ends(text_.size() + 1, false);
    for (std::size_t at = 0; at < text_.size(); ++at)
      if (from[at] && piece.bytes.has[static_cast<unsigned char>(text_[at])]) ends[at + 1] = true;
    return ends;
  }

  std::string_view text_;
  std::size_t steps_ = 0;
};

}  // namespace

Result<bool> matches_pattern(std::string_view pattern, std::string_view text) {
  if (pattern.size() > limits::pattern_bytes_max || text.size() > limits::item_text_bytes_max)
    return fail(ErrorCode::LimitExceeded, place, "it is too long");
  TRY_ASSIGN(const Alternatives parsed, Parser(pattern).parse());
  Matcher::Places start(text.size() + 1, false);
  start[0] = true;
  TRY_ASSIGN(const Matcher::Places ends, Matcher(text).after(parsed, start));
  return static_cast<bool>(ends[text.size()]);
}

}  // namespace hornbook::content::qti
