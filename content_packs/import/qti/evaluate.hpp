// QTI's expressions (QTI 2.2 Information Model, section 8): every operator of items but customOperator, which is not
// QTI's own. Pure but for the session's random numbers; bounded by limits::qti_steps_max and the document's depth.
#pragma once

#include "content_packs/import/qti/session.hpp"

namespace hornbook::content::qti {

// BadInput when the expression is not QTI's, lacks an operand or names a variable that nobody declared; LimitExceeded.
// An operand of the wrong type gives NULL.
[[nodiscard]] Result<Value> evaluate(const Element& expression, Session& session);

// What a response is worth by its declaration: mapResponse and mapResponsePoint. NULL is worth 0.
[[nodiscard]] double mapped(const Declaration& declaration, const Value& response);
[[nodiscard]] double mapped_point(const Declaration& declaration, const Value& response);

// An operator with its operands evaluated.
struct Call {
  const Element& element;
  const std::vector<Value>& operands;
  Session& session;
};
using Operator = Result<Value> (*)(const Call& call);
struct OperatorRow {
  std::string_view name;
  std::size_t operands_min;
  std::size_t operands_max;
  Operator run;
};
// The tables of evaluate_*.cpp; null when there is none of that name.
[[nodiscard]] const OperatorRow* container_operator(std::string_view name);
[[nodiscard]] const OperatorRow* logic_operator(std::string_view name);
[[nodiscard]] const OperatorRow* number_operator(std::string_view name);

// The row of that name in a table.
template <class Table>
[[nodiscard]] const OperatorRow* row_called(const Table& table, std::string_view name) {
  for (const OperatorRow& row : table)
    if (row.name == name) return &row;
  return nullptr;
}

inline constexpr std::size_t any_number = static_cast<std::size_t>(-1);  // of operands

}  // namespace hornbook::content::qti
