#include "runtime/engage/algebra/algebra.hpp"
#include "runtime/engage/algebra/parser.hpp"
#include "runtime/engage/algebra/readings.hpp"
#include "runtime/engage/algebra/spelling.hpp"

namespace hornbook::engage::algebra {

namespace {

Result<MathExpression> parse(std::string_view text, Words words) {
  TRY_ASSIGN(const std::string ascii, spell_in_ascii(text));
  TRY_ASSIGN(const std::vector<Token> tokens, read_tokens(ascii, words));
  auto readings = std::make_shared<Readings>();
  TRY_ASSIGN(Syntax items, Parser(tokens, CommaReading::BetweenItems).parse());
  readings->plain.push_back(std::move(items));
  for (const CommaReading comma : {CommaReading::Thousands, CommaReading::DecimalPoint}) {
    Parser parser(tokens, comma);
    Result<Syntax> joined = parser.parse();
    if (!joined || !parser.joined_numbers()) continue;
    (comma == CommaReading::Thousands ? readings->plain : readings->with_decimal).push_back(std::move(*joined));
  }
  return MathExpression(std::move(readings));
}

}  // namespace

Result<MathExpression> parse_expression(std::string_view text) { return parse(text, Words::Letters); }
Result<MathExpression> parse_quantity(std::string_view text) { return parse(text, Words::Units); }

}  // namespace hornbook::engage::algebra
