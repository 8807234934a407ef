#include "ui/text/math_symbols.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "ui/semantics/utf8.hpp"

namespace hornbook::ui::text {
namespace {

// Names and signs by turns, parted by spaces.
constexpr std::string_view ordinary_signs =
    "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ "
    "mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ "
    "psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω digamma ϝ "
    "Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ "
    "infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ neg ¬ lnot ¬ top ⊤ bot ⊥ "
    "angle ∠ measuredangle ∡ sphericalangle ∢ triangle △ square □ Box □ blacksquare ■ blacktriangle ▲ lozenge ◊ "
    "Diamond ◇ bigstar ★ star ⋆ prime ′ backprime ‵ hbar ℏ ell ℓ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ imath ı jmath ȷ "
    "degree ° circledS Ⓢ complement ∁ flat ♭ natural ♮ sharp ♯ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ "
    "checkmark ✓ dagger † ddagger ‡ S § P ¶ copyright © pounds £ euro € yen ¥ cent ¢ textcent ¢ rupee ₹ "
    "textdegree ° permil ‰ textperthousand ‰ surd √ Finv Ⅎ eth ð mho ℧ backslash \\ vert | Vert ‖ "
    "lq ‘ rq ’ textdollar $ textquotedbl \" bigcirc ◯ therefore ∴ because ∵ vdots ⋮ "
    "R ℝ N ℕ Z ℤ Q ℚ C ℂ reals ℝ Reals ℝ natnums ℕ Complex ℂ "
    "mathellipsis … textellipsis … AA Å angstrom Å male ♂ female ♀ Circle ○";
constexpr std::string_view inner_signs =
    "ldots … dots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ ddots ⋱ iddots ⋰";
constexpr std::string_view binary_signs =
    "pm ± mp ∓ times × div ÷ cdot · ast ∗ circ ∘ bullet • cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ "
    "wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ amalg ⨿ diamond ⋄ "
    "bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷ dotplus ∔ ltimes ⋉ rtimes ⋊ barwedge ⊼ "
    "veebar ⊻ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ centerdot · divideontimes ⋇ intercal ⊺ colondiv ÷ And &";
constexpr std::string_view relation_signs =
    "le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ lt < gt > ne ≠ neq ≠ eq = equiv ≡ approx ≈ approxeq ≊ sim ∼ simeq ≃ "
    "cong ≅ doteq ≐ propto ∝ varpropto ∝ ll ≪ gg ≫ lll ⋘ ggg ⋙ prec ≺ succ ≻ preceq ⪯ succeq ⪰ asymp ≍ leqq ≦ geqq ≧ "
    "lessgtr ≶ gtrless ≷ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ "
    "in ∈ notin ∉ ni ∋ owns ∋ perp ⊥ parallel ∥ nparallel ∦ mid ∣ nmid ∤ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ bowtie ⋈ "
    "smile ⌣ frown ⌢ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nsim ≁ ncong ≇ lesssim ≲ gtrsim ≳ coloneqq ≔ colon : ratio ∶ "
    "proportion ∷ triangleq ≜ eqcirc ≖ circeq ≗ risingdotseq ≓ fallingdotseq ≒ sqsubseteq ⊑ sqsupseteq ⊒ "
    "to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ implies ⟹ Leftarrow ⇐ impliedby ⟸ "
    "Leftrightarrow ⇔ iff ⟺ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ "
    "Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ "
    "Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪ hookleftarrow ↩ "
    "rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ "
    "rightleftarrows ⇄ leftrightarrows ⇆ rightrightarrows ⇉ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ nLeftarrow ⇍ "
    "twoheadrightarrow ↠ rightarrowtail ↣ curvearrowright ↷ curvearrowleft ↶ circlearrowright ↻ circlearrowleft ↺ "
    "leadsto ⇝ rightsquigarrow ⇝ dashrightarrow ⇢ rarr → larr ← harr ↔ rArr ⇒ lArr ⇐ hArr ⇔ upharpoonright ↾ "
    "backsim ∽ thicksim ∼ thickapprox ≈ trianglelefteq ⊴ trianglerighteq ⊵ between ≬ isin ∈ sub ⊂ sube ⊆ supe ⊇";
constexpr std::string_view operator_signs =
    "sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup "
    "⨆";
constexpr std::string_view integral_signs = "int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ smallint ∫";
constexpr std::string_view opening_signs =
    "lbrace { lbrack [ lparen ( langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮ llbracket ⟦ ulcorner ⌜ llcorner ⌞";
constexpr std::string_view closing_signs =
    "rbrace } rbrack ] rparen ) rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯ rrbracket ⟧ urcorner ⌝ lrcorner ⌟";

constexpr std::string_view plain_names =
    "sin cos tan cot sec csc arcsin arccos arctan arccot arcsec arccsc sinh cosh tanh coth sech csch log ln lg exp deg "
    "arg dim hom ker cosec ctg tg sen arcsen arctg sgn rank";
constexpr std::string_view limit_names = "lim max min sup inf det gcd lcm Pr limsup liminf argmax argmin mcm mcd";

using Symbols = std::unordered_map<std::string_view, MathSymbol>;

std::string_view take_word(std::string_view& text) {
  const std::size_t start = std::min(text.find_first_not_of(' '), text.size());
  const std::size_t end = std::min(text.find(' ', start), text.size());
  const std::string_view word = text.substr(start, end - start);
  text.remove_prefix(end);
  return word;
}

void add_signs(Symbols& symbols, std::string_view list, MathClass kind, LimitsPlace limits = LimitsPlace::Beside) {
  for (std::string_view name = take_word(list); !name.empty(); name = take_word(list)) {
    const std::string_view sign = take_word(list);
    symbols.emplace(name, MathSymbol{decode_utf8(sign, 0).code, kind, Alphabet::Usual, limits});
  }
}

const Symbols& all_symbols() {
  static const Symbols symbols = [] {
    Symbols all;
    add_signs(all, ordinary_signs, MathClass::Ordinary);
    add_signs(all, inner_signs, MathClass::Inner);
    add_signs(all, binary_signs, MathClass::Binary);
    add_signs(all, relation_signs, MathClass::Relation);
    add_signs(all, operator_signs, MathClass::LargeOperator, LimitsPlace::AboveInDisplay);
    add_signs(all, integral_signs, MathClass::LargeOperator);
    add_signs(all, opening_signs, MathClass::Opening);
    add_signs(all, closing_signs, MathClass::Closing);
    return all;
  }();
  return symbols;
}

// Words of a list of names, with the space that \limsup has inside.
std::string shown_name(std::string_view name) {
  if (name == "limsup" || name == "liminf") return "lim " + std::string(name.substr(3));
  if (name == "argmax" || name == "argmin") return "arg " + std::string(name.substr(3));
  return std::string(name);
}

bool lists(std::string_view list, std::string_view name) {
  for (std::string_view word = take_word(list); !word.empty(); word = take_word(list)) {
    if (word == name) return true;
  }
  return false;
}

constexpr std::array<std::pair<char32_t, char32_t>, 20> negations{
    {{U'=', U'≠'}, {U'<', U'≮'}, {U'>', U'≯'}, {U'≤', U'≰'}, {U'≥', U'≱'}, {U'∈', U'∉'}, {U'∋', U'∌'},
     {U'⊂', U'⊄'}, {U'⊃', U'⊅'}, {U'⊆', U'⊈'}, {U'⊇', U'⊉'}, {U'≡', U'≢'}, {U'∼', U'≁'}, {U'≈', U'≉'},
     {U'≅', U'≇'}, {U'∥', U'∦'}, {U'∣', U'∤'}, {U'∃', U'∄'}, {U'→', U'↛'}, {U'⇒', U'⇏'}}};

}  // namespace

std::optional<MathSymbol> find_symbol(std::string_view name) {
  const auto found = all_symbols().find(name);
  return found == all_symbols().end() ? std::nullopt : std::optional(found->second);
}

MathClass class_of_character(char32_t character) {
  static const std::unordered_map<char32_t, MathClass> classes = [] {
    std::unordered_map<char32_t, MathClass> all;
    for (const auto& [name, symbol] : all_symbols()) all.emplace(symbol.character, symbol.kind);
    for (const char32_t sign : std::u32string_view(U"+-−*")) all[sign] = MathClass::Binary;
    for (const char32_t sign : std::u32string_view(U"=<>:")) all[sign] = MathClass::Relation;
    for (const char32_t sign : std::u32string_view(U"([{")) all[sign] = MathClass::Opening;
    for (const char32_t sign : std::u32string_view(U")]}?!")) all[sign] = MathClass::Closing;
    for (const char32_t sign : std::u32string_view(U",;،؛")) all[sign] = MathClass::Punctuation;
    // Signs with two meanings: what they are when they are not named.
    for (const char32_t sign : std::u32string_view(U"|‖⊥△□/")) all[sign] = MathClass::Ordinary;
    return all;
  }();
  const auto found = classes.find(character);
  return found == classes.end() ? MathClass::Ordinary : found->second;
}

std::optional<char32_t> find_delimiter(std::string_view name) {
  constexpr std::string_view two_way =
      "vert Vert backslash uparrow downarrow updownarrow Uparrow Downarrow Updownarrow";
  if (name == "|") return U'‖';
  if (name == "{" || name == "}") return static_cast<char32_t>(name[0]);
  if (name == "lt") return U'⟨';
  if (name == "gt") return U'⟩';
  const auto symbol = find_symbol(name);
  if (!symbol) return std::nullopt;
  const bool fence = symbol->kind == MathClass::Opening || symbol->kind == MathClass::Closing;
  return fence || lists(two_way, name) ? std::optional(symbol->character) : std::nullopt;
}

std::optional<MathName> find_name(std::string_view name) {
  if (lists(limit_names, name)) return MathName{shown_name(name), LimitsPlace::AboveInDisplay};
  if (lists(plain_names, name)) return MathName{shown_name(name), LimitsPlace::Beside};
  return std::nullopt;
}

char32_t negated(char32_t relation) {
  for (const auto& [plain, crossed] : negations) {
    if (plain == relation) return crossed;
  }
  return 0;
}

}  // namespace hornbook::ui::text
