#include "ui/text/math.hpp"

#include <utility>

#include "ui/semantics/overloaded.hpp"
#include "ui/text/math_parser.hpp"

namespace hornbook::ui::text {
namespace {

void collect(const MathRow& row, std::vector<std::string>& found) {
  for (const MathItem& item : row) {
    if (const auto* unknown = std::get_if<MathUnknown>(&item.what)) found.push_back(unknown->source);
    for (const MathRow* part : parts_of(item)) collect(*part, found);
  }
}

MathClass class_of_row(const MathRow& row) { return row.size() == 1 ? class_of(row[0]) : MathClass::Ordinary; }

}  // namespace

std::vector<const MathRow*> parts_of(const MathItem& item) {
  using Rows = std::vector<const MathRow*>;
  return std::visit(
      Overloaded{[](const MathGroup& group) { return Rows{&group.content}; },
                 [](const MathFraction& fraction) {
                   return Rows{&fraction.numerator, &fraction.denominator};
                 },
                 [](const MathRoot& root) {
                   return Rows{&root.index, &root.content};
                 },
                 [](const MathScripts& scripts) {
                   return Rows{&scripts.base, &scripts.subscript, &scripts.superscript};
                 },
                 [](const MathFence& fence) {
                   Rows rows;
                   for (const MathRow& part : fence.parts) rows.push_back(&part);
                   return rows;
                 },
                 [](const MathTable& table) {
                   Rows rows;
                   for (const auto& cells : table.rows) {
                     for (const MathRow& cell : cells) rows.push_back(&cell);
                   }
                   return rows;
                 },
                 [](const MathAccent& accent) { return Rows{&accent.base}; },
                 [](const MathStack& stack) {
                   return Rows{&stack.above, &stack.base, &stack.below};
                 },
                 [](const MathArrow& arrow) {
                   return Rows{&arrow.above, &arrow.below};
                 },
                 [](const MathFrame& frame) {
                   return Rows{&frame.quotient, &frame.content};
                 },
                 [](const MathPhantom& phantom) { return Rows{&phantom.content}; }, [](const auto&) { return Rows{}; }},
      item.what);
}

std::vector<std::string> unknown_in(const MathRow& row) {
  std::vector<std::string> found;
  collect(row, found);
  return found;
}

MathClass class_of(const MathItem& item) {
  return std::visit(
      Overloaded{
          [](const MathSymbol& symbol) { return symbol.kind; },
          [](const MathName&) { return MathClass::LargeOperator; },
          [](const MathGroup& group) { return group.kind.value_or(MathClass::Ordinary); },
          [](const MathFraction& fraction) {
            return fraction.form == FractionForm::Slash ? MathClass::Ordinary : MathClass::Inner;
          },
          [](const MathScripts& scripts) { return class_of_row(scripts.base); },
          [](const MathFence&) { return MathClass::Inner; },
          [](const MathDelimiter& delimiter) { return delimiter.kind; },
          [](const MathTable& table) {
            return table.opening != 0 || table.closing != 0 ? MathClass::Inner : MathClass::Ordinary;
          },
          [](const MathAccent& accent) { return accent.takes_label ? class_of_row(accent.base) : MathClass::Ordinary; },
          [](const MathStack& stack) { return stack.kind.value_or(class_of_row(stack.base)); },
          [](const MathArrow&) { return MathClass::Relation; },
          [](const MathFrame& frame) { return class_of_row(frame.content); },
          [](const auto&) { return MathClass::Ordinary; }},
      item.what);
}

}  // namespace hornbook::ui::text
