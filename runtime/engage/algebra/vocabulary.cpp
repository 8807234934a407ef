#include "runtime/engage/algebra/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace hornbook::engage::algebra {
namespace {

Token call(Function function) {
  Token token{TokenKind::Call, {}};
  token.function = function;
  return token;
}

Token relation(RelationKind kind) {
  Token token{TokenKind::Relation, {}};
  token.relation = kind;
  return token;
}

Token plain(TokenKind kind, std::string text = {}) { return Token{kind, std::move(text)}; }

// Longer spellings come before their own beginnings.
const std::vector<Word>& functions() {
  static const std::vector<Word> words = {
      {"arcsin", call(Function::Arcsin)},  {"arccos", call(Function::Arccos)},    {"arctan", call(Function::Arctan)},
      {"asin", call(Function::Arcsin)},    {"acos", call(Function::Arccos)},      {"atan", call(Function::Arctan)},
      {"sinh", call(Function::Sinh)},      {"cosh", call(Function::Cosh)},        {"tanh", call(Function::Tanh)},
      {"sin", call(Function::Sin)},        {"cos", call(Function::Cos)},          {"tan", call(Function::Tan)},
      {"csc", call(Function::Csc)},        {"cosec", call(Function::Csc)},        {"sec", call(Function::Sec)},
      {"cot", call(Function::Cot)},        {"exp", call(Function::Exp)},          {"log", call(Function::Log)},
      {"ln", call(Function::Ln)},          {"sqrt", plain(TokenKind::Root, "2")}, {"cbrt", plain(TokenKind::Root, "3")},
      {"abs", plain(TokenKind::Absolute)}, {"pi", plain(TokenKind::Name, "pi")},
  };
  return words;
}

const std::vector<Word>& whole_words() {
  static const std::vector<Word> words = {
      {"or", plain(TokenKind::Or)},
      {"and", plain(TokenKind::And)},
      {"DNE", plain(TokenKind::NoSolution)},
      {"dne", plain(TokenKind::NoSolution)},
      {"undefined", plain(TokenKind::NoSolution)},
      {"infinity", plain(TokenKind::Infinity)},
      {"inf", plain(TokenKind::Infinity)},
      {"oo", plain(TokenKind::Infinity)},
      {"union", plain(TokenKind::Union)},
      {"degrees", plain(TokenKind::Degree)},
      {"alpha", plain(TokenKind::Name, "alpha")},
      {"beta", plain(TokenKind::Name, "beta")},
      {"gamma", plain(TokenKind::Name, "gamma")},
      {"delta", plain(TokenKind::Name, "delta")},
      {"theta", plain(TokenKind::Name, "theta")},
      {"lambda", plain(TokenKind::Name, "lambda")},
      {"sigma", plain(TokenKind::Name, "sigma")},
      {"omega", plain(TokenKind::Name, "omega")},
      {"phi", plain(TokenKind::Name, "phi")},
      {"rho", plain(TokenKind::Name, "rho")},
  };
  return words;
}

const std::vector<Phrase>& phrases() {
  static const std::vector<Phrase> all = {
      {"no", " solutions", plain(TokenKind::NoSolution)},   {"no", " solution", plain(TokenKind::NoSolution)},
      {"No", " solutions", plain(TokenKind::NoSolution)},   {"No", " solution", plain(TokenKind::NoSolution)},
      {"all", " real numbers", plain(TokenKind::AllReals)}, {"All", " real numbers", plain(TokenKind::AllReals)},
      {"all", " reals", plain(TokenKind::AllReals)},        {"plus", " or minus", plain(TokenKind::PlusMinus)},
  };
  return all;
}

const std::vector<Word>& commands() {
  static const std::vector<Word> words = {
      {"frac", plain(TokenKind::Fraction)},
      {"dfrac", plain(TokenKind::Fraction)},
      {"tfrac", plain(TokenKind::Fraction)},
      {"cfrac", plain(TokenKind::Fraction)},
      {"cdot", plain(TokenKind::Sign, "*")},
      {"times", plain(TokenKind::Sign, "*")},
      {"ast", plain(TokenKind::Sign, "*")},
      {"div", plain(TokenKind::Sign, "/")},
      {"slash", plain(TokenKind::Sign, "/")},
      {"vert", plain(TokenKind::Sign, "|")},
      {"lvert", plain(TokenKind::Sign, "|")},
      {"rvert", plain(TokenKind::Sign, "|")},
      {"mid", plain(TokenKind::Sign, "|")},
      {"prime", plain(TokenKind::Sign, "'")},
      {"lbrace", plain(TokenKind::Open, "\\{")},
      {"rbrace", plain(TokenKind::Close, "\\}")},
      {"lbrack", plain(TokenKind::Open, "[")},
      {"rbrack", plain(TokenKind::Close, "]")},
      {"lparen", plain(TokenKind::Open, "(")},
      {"rparen", plain(TokenKind::Close, ")")},
      {"langle", plain(TokenKind::Open, "<")},
      {"rangle", plain(TokenKind::Close, ">")},
      {"pm", plain(TokenKind::PlusMinus)},
      {"mp", plain(TokenKind::MinusPlus)},
      {"in", plain(TokenKind::Member)},
      {"infty", plain(TokenKind::Infinity)},
      {"infin", plain(TokenKind::Infinity)},
      {"degree", plain(TokenKind::Degree)},
      {"circ", plain(TokenKind::Degree)},
      {"cup", plain(TokenKind::Union)},
      {"lor", plain(TokenKind::Or)},
      {"vee", plain(TokenKind::Or)},
      {"land", plain(TokenKind::And)},
      {"wedge", plain(TokenKind::And)},
      {"emptyset", plain(TokenKind::NoSolution)},
      {"varnothing", plain(TokenKind::NoSolution)},
      {"le", relation(RelationKind::LessOrEqual)},
      {"leq", relation(RelationKind::LessOrEqual)},
      {"leqslant", relation(RelationKind::LessOrEqual)},
      {"ge", relation(RelationKind::GreaterOrEqual)},
      {"geq", relation(RelationKind::GreaterOrEqual)},
      {"geqslant", relation(RelationKind::GreaterOrEqual)},
      {"lt", relation(RelationKind::Less)},
      {"gt", relation(RelationKind::Greater)},
      {"ne", relation(RelationKind::NotEqual)},
      {"neq", relation(RelationKind::NotEqual)},
      {"varphi", plain(TokenKind::Name, "phi")},
      {"varepsilon", plain(TokenKind::Name, "epsilon")},
      {"vartheta", plain(TokenKind::Name, "theta")},
  };
  return words;
}

constexpr std::array greek = {"alpha", "beta",  "gamma", "delta", "epsilon", "theta", "lambda", "mu",    "nu",
                              "rho",   "sigma", "tau",   "phi",   "chi",     "psi",   "omega",  "Delta", "Sigma",
                              "Omega", "Gamma", "Theta", "Phi",   "eta",     "zeta",  "kappa",  "xi",    "ell"};

constexpr std::array silent = {"displaystyle", "textstyle", "quad",     "qquad",     "big",   "Big",       "bigl",
                               "bigr",         "Bigl",      "Bigr",     "bigg",      "Bigg",  "limits",    "nolimits",
                               "thinspace",    "hspace",    "mathopen", "mathclose", "space", "boldsymbol"};

const Token* find_in(const std::vector<Word>& words, std::string_view spelling) {
  for (const Word& word : words)
    if (word.spelling == spelling) return &word.token;
  return nullptr;
}

}  // namespace

const Phrase* find_phrase(std::string_view first, std::string_view rest) {
  for (const Phrase& phrase : phrases())
    if (phrase.first == first && rest.starts_with(phrase.rest)) return &phrase;
  return nullptr;
}

const Token* find_word(std::string_view word) { return find_in(whole_words(), word); }

const Word* find_prefix(std::string_view letters) {
  for (const Word& word : functions())
    if (letters.starts_with(word.spelling)) return &word;
  return nullptr;
}

const Token* find_command(std::string_view name) {
  if (const Token* token = find_in(commands(), name)) return token;
  if (const Token* token = find_in(functions(), name)) return token;
  static const std::vector<Word> letters = [] {
    std::vector<Word> words;
    for (const char* letter : greek) words.push_back({letter, plain(TokenKind::Name, letter)});
    return words;
  }();
  return find_in(letters, name);
}

bool is_text(std::string_view name) {
  static constexpr std::array<std::string_view, 12> names = {"text",   "mathrm", "operatorname", "textrm",
                                                             "mathit", "textbf", "mathbf",       "mbox",
                                                             "vec",    "hat",    "bar",          "overline"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_silent(std::string_view name) { return std::find(silent.begin(), silent.end(), name) != silent.end(); }

}  // namespace hornbook::engage::algebra
