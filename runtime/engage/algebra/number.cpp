#include "runtime/engage/algebra/number.hpp"

#include <string>

#include "runtime/core/limits.hpp"

namespace hornbook::engage::algebra {

std::size_t bits(const Integer& value) { return value == 0 ? 0 : mpz_sizeinbase(value.get_mpz_t(), 2); }

bool is_small(const Number& value) {
  return bits(value.get_num()) <= limits::algebra_number_bits_max &&
         bits(value.get_den()) <= limits::algebra_number_bits_max;
}

bool is_whole(const Number& value) { return value.get_den() == 1; }

std::optional<std::int64_t> to_int64(const Number& value) {
  if (!is_whole(value) || !value.get_num().fits_slong_p()) return std::nullopt;
  return value.get_num().get_si();
}

Number make_number(Integer numerator, Integer denominator) {
  Number value(std::move(numerator), std::move(denominator));
  value.canonicalize();
  return value;
}

Number from_digits(std::string_view digits) {
  const std::size_t point = digits.find('.');
  std::string all(digits);
  unsigned long decimals = 0;
  if (point != std::string_view::npos) {
    all.erase(point, 1);
    decimals = digits.size() - point - 1;
  }
  if (all.empty()) return 0;
  Integer scale;
  mpz_ui_pow_ui(scale.get_mpz_t(), 10, decimals);
  return make_number(Integer(all, 10), scale);
}

Number power_of_ten(int exponent) {
  Integer scale;
  mpz_ui_pow_ui(scale.get_mpz_t(), 10, static_cast<unsigned long>(exponent < 0 ? -exponent : exponent));
  return exponent < 0 ? make_number(1, scale) : Number(scale);
}

std::optional<Number> power(const Number& base, std::int64_t exponent) {
  if (exponent == 0) return Number(1);
  if (base == 0) return exponent > 0 ? std::optional<Number>(0) : std::nullopt;
  if (base == 1) return base;
  if (base == -1) return exponent % 2 == 0 ? Number(1) : base;
  const std::uint64_t times =
      exponent < 0 ? 0 - static_cast<std::uint64_t>(exponent) : static_cast<std::uint64_t>(exponent);
  const std::size_t size = std::max(bits(base.get_num()), bits(base.get_den()));
  if (times > limits::algebra_number_bits_max || size * times > limits::algebra_number_bits_max) return std::nullopt;
  Integer numerator;
  Integer denominator;
  mpz_pow_ui(numerator.get_mpz_t(), base.get_num_mpz_t(), times);
  mpz_pow_ui(denominator.get_mpz_t(), base.get_den_mpz_t(), times);
  return exponent < 0 ? make_number(denominator, numerator) : make_number(numerator, denominator);
}

std::optional<Number> exact_root(const Number& value, unsigned long degree) {
  if (value < 0 && degree % 2 == 0) return std::nullopt;
  const Integer magnitude = abs(value.get_num());
  const Integer top = floor_root(magnitude, degree);
  const Integer bottom = floor_root(value.get_den(), degree);
  Integer check;
  mpz_pow_ui(check.get_mpz_t(), top.get_mpz_t(), degree);
  if (check != magnitude) return std::nullopt;
  mpz_pow_ui(check.get_mpz_t(), bottom.get_mpz_t(), degree);
  if (check != value.get_den()) return std::nullopt;
  return make_number(value < 0 ? Integer(-top) : top, bottom);
}

std::vector<std::pair<Integer, int>> prime_factors(Integer value) {
  std::vector<std::pair<Integer, int>> factors;
  for (unsigned long divisor = 2; divisor <= limits::algebra_trial_divisor_max && value > 1;
       divisor += divisor == 2 ? 1 : 2) {
    int times = 0;
    while (mpz_divisible_ui_p(value.get_mpz_t(), divisor) != 0) {
      value /= divisor;
      ++times;
    }
    if (times > 0) factors.emplace_back(divisor, times);
    if (value < divisor * divisor) break;
  }
  if (value > 1) factors.emplace_back(std::move(value), 1);
  return factors;
}

Integer floor_of(const Number& value) {
  Integer result;
  mpz_fdiv_q(result.get_mpz_t(), value.get_num_mpz_t(), value.get_den_mpz_t());
  return result;
}

Integer greatest_common_divisor(const Integer& a, const Integer& b) { return gcd(a, b); }
Integer least_common_multiple(const Integer& a, const Integer& b) { return lcm(a, b); }

Integer floor_root(const Integer& value, unsigned long degree) {
  Integer result;
  mpz_root(result.get_mpz_t(), value.get_mpz_t(), degree);
  return result;
}

Integer factorial(unsigned long n) {
  Integer result;
  mpz_fac_ui(result.get_mpz_t(), n);
  return result;
}

}  // namespace hornbook::engage::algebra
