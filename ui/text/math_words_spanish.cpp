#include <array>

#include "ui/text/math_words.hpp"

namespace hornbook::ui::text {
namespace {

constexpr std::array cardinals{"cero",    "uno",    "dos",       "tres",       "cuatro",    "cinco",      "seis",
                               "siete",   "ocho",   "nueve",     "diez",       "once",      "doce",       "trece",
                               "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte"};
constexpr std::array singular{"medio",  "tercio", "cuarto", "quinto",  "sexto",  "séptimo",
                              "octavo", "noveno", "décimo", "onceavo", "doceavo"};
constexpr std::array plural{"medios",  "tercios", "cuartos", "quintos",  "sextos",  "séptimos",
                            "octavos", "novenos", "décimos", "onceavos", "doceavos"};
constexpr std::array roots{"la raíz cuadrada de", "la raíz cúbica de", "la raíz cuarta de",
                           "la raíz quinta de",   "la raíz sexta de",  "la raíz séptima de",
                           "la raíz octava de",   "la raíz novena de", "la raíz décima de"};

constexpr MathWords words = [] {
  MathWords all{};
  all.signs =
      "+ más|− menos|± más o menos|∓ menos o más|× por|· por|∗ por|÷ entre|/ sobre|= es igual a|< es menor que|"
      "> es mayor que|≤ es menor o igual que|⩽ es menor o igual que|≥ es mayor o igual que|⩾ es mayor o igual que|"
      "≠ no es igual a|≈ es aproximadamente|≅ es congruente con|≡ es equivalente a|∼ es semejante a|"
      "∝ es proporcional a|≪ es mucho menor que|≫ es mucho mayor que|∈ está en|∉ no está en|⊂ es subconjunto de|"
      "⊆ es subconjunto de|⊃ contiene a|⊇ contiene a|∪ unión|∩ intersección|∖ sin|∅ el conjunto vacío|"
      "∀ para todo|∃ existe|¬ no|∧ y|∨ o|⇒ implica|⟹ implica|⇔ si y solo si|⟺ si y solo si|→ a|⟶ a|↦ va a|"
      "⇌ reacciona en ambos sentidos con|∴ por lo tanto|∵ porque|⊥ es perpendicular a|∥ es paralela a|"
      "∦ no es paralela a|∠ ángulo|△ triángulo|° grados|∘ de|∞ infinito|∂ parcial|∇ nabla|∑ la suma|∏ el producto|"
      "∫ la integral|∮ la integral cerrada|∬ la integral doble|′ prima|% por ciento|… y así sucesivamente|"
      "⋯ y así sucesivamente|! factorial|: es a|∣ divide a|ℝ los números reales|ℕ los números naturales|"
      "ℤ los números enteros|ℚ los números racionales|ℂ los números complejos|⌊ piso de|⌈ techo de";
  all.letters =
      "α alfa|β beta|γ gamma|δ delta|ϵ épsilon|ε épsilon|ζ zeta|η eta|θ theta|ϑ theta|ι iota|κ kappa|λ lambda|μ mu|"
      "ν nu|ξ xi|π pi|ρ rho|σ sigma|τ tau|υ ípsilon|ϕ fi|φ fi|χ ji|ψ psi|ω omega|Γ Gamma|Δ Delta|Θ Theta|Λ Lambda|"
      "Ξ Xi|Π Pi|Σ Sigma|Φ Fi|Ψ Psi|Ω Omega";
  all.names =
      "sin seno|sen seno|cos coseno|tan tangente|tg tangente|cot cotangente|sec secante|csc cosecante|"
      "ln logaritmo natural|log logaritmo|lim el límite|max el máximo|min el mínimo|gcd el máximo común divisor|"
      "mcd el máximo común divisor|lcm el mínimo común múltiplo|mcm el mínimo común múltiplo|arcsin arco seno|"
      "arccos arco coseno|arctan arco tangente|det el determinante|mod módulo";
  all.cardinals = cardinals;
  all.singular = singular;
  all.plural = plural;
  all.roots = roots;
  all.one = "un";
  all.hundredth = "centésimo";
  all.hundredths = "centésimos";
  all.joins_whole = "y";
  all.over = "sobre";
  all.numerator = "la fracción con numerador";
  all.denominator = "y denominador";
  all.end_fraction = "fin de la fracción";
  all.squared = "al cuadrado";
  all.cubed = "al cubo";
  all.power = "elevado a";
  all.of = "de";
  all.root_of_index = "la raíz de índice";
  all.end_root = "fin de la raíz";
  all.subscript = "sub";
  all.open = "abre paréntesis";
  all.close = "cierra paréntesis";
  all.absolute = "el valor absoluto de";
  all.end_absolute = "fin del valor absoluto";
  all.blank = "espacio en blanco";
  all.choose = "sobre";
  all.from = "desde";
  all.to = "hasta";
  all.limit_as = "cuando";
  all.approaches = "tiende a";
  all.matrix = "matriz";
  all.by = "por";
  all.row = "fila";
  all.end_matrix = "fin de la matriz";
  all.either = "o bien";
  all.vector = "vector";
  all.bar = "barra";
  all.hat = "gorro";
  all.arc = "arco";
  all.above = "con encima";
  all.below = "con debajo";
  all.crossed_out = "tachado";
  all.divided_into = "divide a";
  all.quotient = "cociente";
  return all;
}();

}  // namespace

const MathWords& spanish_math_words() { return words; }

}  // namespace hornbook::ui::text
