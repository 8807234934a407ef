#include <array>

#include "ui/text/math_words.hpp"

namespace hornbook::ui::text {
namespace {

constexpr std::array cardinals{"zero",     "one",     "two",     "three",     "four",     "five",     "six",
                               "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
                               "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
constexpr std::array singular{"half",   "third", "fourth", "fifth",    "sixth",  "seventh",
                              "eighth", "ninth", "tenth",  "eleventh", "twelfth"};
constexpr std::array plural{"halves",  "thirds", "fourths", "fifths",    "sixths",  "sevenths",
                            "eighths", "ninths", "tenths",  "elevenths", "twelfths"};
constexpr std::array roots{"the square root of", "the cube root of",  "the fourth root of",
                           "the fifth root of",  "the sixth root of", "the seventh root of",
                           "the eighth root of", "the ninth root of", "the tenth root of"};

constexpr MathWords words = [] {
  MathWords all{};
  all.signs =
      "+ plus|− minus|± plus or minus|∓ minus or plus|× times|· times|∗ times|÷ divided by|/ over|= equals|"
      "< is less than|> is greater than|≤ is at most|⩽ is at most|≥ is at least|⩾ is at least|≠ is not equal to|"
      "≈ is approximately|≅ is congruent to|≡ is equivalent to|∼ is similar to|∝ is proportional to|"
      "≪ is much less than|≫ is much greater than|∈ is in|∉ is not in|⊂ is a subset of|⊆ is a subset of|"
      "⊃ is a superset of|⊇ is a superset of|∪ union|∩ intersection|∖ without|∅ the empty set|∀ for all|∃ there is|"
      "¬ not|∧ and|∨ or|⇒ implies|⟹ implies|⇔ if and only if|⟺ if and only if|→ to|⟶ to|↦ maps to|⇌ reacts both ways "
      "to|"
      "∴ therefore|∵ because|⊥ is perpendicular to|∥ is parallel to|∦ is not parallel to|∠ angle|△ triangle|° degrees|"
      "∘ of|∞ infinity|∂ partial|∇ del|∑ the sum|∏ the product|∫ the integral|∮ the closed integral|"
      "∬ the double integral|′ prime|% percent|… and so on|⋯ and so on|! factorial|: to|∣ divides|ℝ the real numbers|"
      "ℕ the natural numbers|ℤ the integers|ℚ the rational numbers|ℂ the complex numbers|⌊ floor of|⌈ ceiling of";
  all.letters =
      "α alpha|β beta|γ gamma|δ delta|ϵ epsilon|ε epsilon|ζ zeta|η eta|θ theta|ϑ theta|ι iota|κ kappa|λ lambda|μ mu|"
      "ν nu|ξ xi|π pi|ρ rho|σ sigma|τ tau|υ upsilon|ϕ phi|φ phi|χ chi|ψ psi|ω omega|Γ Gamma|Δ Delta|Θ Theta|Λ Lambda|"
      "Ξ Xi|Π Pi|Σ Sigma|Φ Phi|Ψ Psi|Ω Omega";
  all.names =
      "sin sine|cos cosine|tan tangent|cot cotangent|sec secant|csc cosecant|ln natural log|log log|lim the limit|"
      "max the maximum|min the minimum|gcd the greatest common divisor|lcm the least common multiple|"
      "arcsin arc sine|arccos arc cosine|arctan arc tangent|det the determinant|mod mod";
  all.cardinals = cardinals;
  all.singular = singular;
  all.plural = plural;
  all.roots = roots;
  all.one = "one";
  all.hundredth = "hundredth";
  all.hundredths = "hundredths";
  all.joins_whole = "and";
  all.over = "over";
  all.numerator = "the fraction with numerator";
  all.denominator = "and denominator";
  all.end_fraction = "end fraction";
  all.squared = "squared";
  all.cubed = "cubed";
  all.power = "to the power of";
  all.of = "of";
  all.root_of_index = "the root with index";
  all.end_root = "end root";
  all.subscript = "sub";
  all.open = "open parenthesis";
  all.close = "close parenthesis";
  all.absolute = "the absolute value of";
  all.end_absolute = "end absolute value";
  all.blank = "blank";
  all.choose = "choose";
  all.from = "from";
  all.to = "to";
  all.limit_as = "as";
  all.approaches = "approaches";
  all.matrix = "matrix";
  all.by = "by";
  all.row = "row";
  all.end_matrix = "end matrix";
  all.either = "either";
  all.vector = "vector";
  all.bar = "bar";
  all.hat = "hat";
  all.arc = "arc";
  all.above = "with above it";
  all.below = "with below it";
  all.crossed_out = "crossed out";
  all.divided_into = "divided into";
  all.quotient = "quotient";
  return all;
}();

}  // namespace

const MathWords& english_math_words() { return words; }

}  // namespace hornbook::ui::text
