#include "runtime/engage/rational.hpp"

#include <limits>
#include <numeric>

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

constexpr const char* place = "number";
constexpr std::int64_t part_max = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t part_min = std::numeric_limits<std::int32_t>::min();

tl::unexpected<Error> too_large() { return fail(ErrorCode::LimitExceeded, place, "the number is too large"); }

std::uint64_t magnitude(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? ~bits + 1 : bits;
}

// Reads what a child typed from left to right; spaces between the parts do not matter.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool take(char wanted) {
    skip_spaces();
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  [[nodiscard]] bool at_end() {
    skip_spaces();
    return rest_.empty();
  }
  // Whether a digit comes next, with no space before it.
  [[nodiscard]] bool digit_follows() const { return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; }

  struct Digits {
    std::int64_t value = 0;
    std::int64_t scale = 1;  // ten to the number of digits
  };
  Result<Digits> digits() {
    if (!digit_follows()) return fail(ErrorCode::BadInput, place, "write it with digits, such as 3 or 3/4");
    Digits result;
    for (; digit_follows(); rest_.remove_prefix(1)) {
      result.value = result.value * 10 + (rest_.front() - '0');
      result.scale *= 10;
      if (result.scale > 10'000'000'000) return too_large();
    }
    return result;
  }
  Result<std::int64_t> whole_number() {
    skip_spaces();
    TRY_ASSIGN(const Digits read, digits());
    return read.value;
  }

 private:
  void skip_spaces() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }
  std::string_view rest_;
};

Result<TypedNumber> decimal(Scanner& scanner, std::int64_t whole_part) {
  TRY_ASSIGN(const Scanner::Digits fraction, scanner.digits());
  TRY_ASSIGN(const Rational whole, Rational::create(whole_part, 1));
  TRY_ASSIGN(const Rational rest, Rational::create(fraction.value, fraction.scale));
  TypedNumber number;
  TRY_ASSIGN(number.value, add(whole, rest));
  return number;
}

Result<TypedNumber> fraction_over(Scanner& scanner, std::int64_t numerator) {
  TRY_ASSIGN(const std::int64_t denominator, scanner.whole_number());
  TypedNumber number;
  TRY_ASSIGN(number.value, Rational::create(numerator, denominator));
  number.is_fraction = true;
  number.is_lowest_terms = std::gcd(numerator, denominator) == 1;
  return number;
}

Result<TypedNumber> mixed(Scanner& scanner, std::int64_t whole_part) {
  TRY_ASSIGN(const std::int64_t numerator, scanner.whole_number());
  if (!scanner.take('/')) return fail(ErrorCode::BadInput, place, "write a mixed number such as 1 3/4");
  TRY_ASSIGN(TypedNumber number, fraction_over(scanner, numerator));
  TRY_ASSIGN(const Rational whole, Rational::create(whole_part, 1));
  number.is_mixed = true;
  number.is_lowest_terms = number.is_lowest_terms && number.value < Rational::whole(1);
  TRY_ASSIGN(number.value, add(whole, number.value));
  return number;
}

Result<TypedNumber> without_sign(Scanner& scanner) {
  if (scanner.take('.') || scanner.take(',')) return decimal(scanner, 0);
  TRY_ASSIGN(const std::int64_t first, scanner.whole_number());
  if (scanner.take('/')) return fraction_over(scanner, first);
  if (scanner.take('.') || scanner.take(',')) return decimal(scanner, first);
  if (!scanner.at_end()) return mixed(scanner, first);
  TypedNumber number;
  TRY_ASSIGN(number.value, Rational::create(first, 1));
  return number;
}

}  // namespace

Result<Rational> Rational::create(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) return fail(ErrorCode::BadInput, place, "a fraction cannot have 0 below the line");
  const std::uint64_t above = magnitude(numerator);
  const std::uint64_t below = magnitude(denominator);
  const std::uint64_t shared = std::gcd(above, below);
  const bool negative = (numerator < 0) != (denominator < 0);
  constexpr auto greatest = static_cast<std::uint64_t>(part_max);
  if (above / shared > greatest + (negative ? 1 : 0) || below / shared > greatest) return too_large();
  const auto signless = static_cast<std::int64_t>(above / shared);
  return Rational(negative ? -signless : signless, static_cast<std::int64_t>(below / shared));
}

Rational Rational::whole(std::int32_t value) { return Rational(value, 1); }

std::strong_ordering Rational::operator<=>(const Rational& other) const {
  return numerator_ * other.denominator_ <=> other.numerator_ * denominator_;
}

// Two products of parts, each below 2^62 in magnitude, add up within 64 bits.
static_assert(-(part_min * part_max) <= std::numeric_limits<std::int64_t>::max() / 2);

Result<Rational> add(Rational a, Rational b) {
  return Rational::create(a.numerator() * b.denominator() + b.numerator() * a.denominator(),
                          a.denominator() * b.denominator());
}

Result<Rational> subtract(Rational a, Rational b) {
  return Rational::create(a.numerator() * b.denominator() - b.numerator() * a.denominator(),
                          a.denominator() * b.denominator());
}

Result<Rational> multiply(Rational a, Rational b) {
  return Rational::create(a.numerator() * b.numerator(), a.denominator() * b.denominator());
}

Result<Rational> divide(Rational a, Rational b) {
  return Rational::create(a.numerator() * b.denominator(), a.denominator() * b.numerator());
}

Result<TypedNumber> parse_typed_number(std::string_view text) {
  if (text.size() > limits::typed_answer_bytes_max) return too_large();
  Scanner scanner(text);
  const bool negative = scanner.take('-');
  if (!negative) scanner.take('+');
  TRY_ASSIGN(TypedNumber number, without_sign(scanner));
  if (!scanner.at_end()) return fail(ErrorCode::BadInput, place, "write one number, such as 3, 3/4 or 1 3/4");
  if (negative) {
    TRY_ASSIGN(number.value, Rational::create(-number.value.numerator(), number.value.denominator()));
  }
  return number;
}

std::string to_text(Rational value) {
  std::string text = std::to_string(value.numerator());
  if (value.denominator() != 1) text += "/" + std::to_string(value.denominator());
  return text;
}

}  // namespace hornbook::engage
