#include "content_packs/import/qti/evaluate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::qti {
namespace {

constexpr const char* place = "QTI expression";

tl::unexpected<Error> bad(std::string sentence) { return fail(ErrorCode::BadInput, place, std::move(sentence)); }

Result<Value> base_value(const Element& element) {
  const auto type = base_type_of(element.attribute("baseType"));
  if (!type) return bad("a baseValue has no base type");
  const std::string text = text_in(element);
  const auto scalar = read_scalar(*type, text);
  if (!scalar) return text.empty() ? Result<Value>(null_value()) : bad("\"" + cut(text, 60) + "\" is not of its type");
  return Value{*type, Cardinality::Single, {*scalar}, {}};
}

Result<Value> constant(const Element& element) {
  const std::string_view name = element.attribute("name");
  if (name == "pi") return single(std::numbers::pi);
  if (name == "e") return single(std::numbers::e);
  return bad("there is no constant \"" + std::string(name) + "\"");
}

// From `min` to `max` in steps; NULL when there is none.
Value random_integer(const Element& element, Session& session) {
  const auto least = session.number_or_variable(element.attribute("min"));
  const auto greatest = session.number_or_variable(element.attribute("max"));
  const double step =
      element.has("step") ? std::trunc(session.number_or_variable(element.attribute("step")).value_or(1)) : 1;
  const double low = std::trunc(least.value_or(0));
  if (!greatest || step < 1 || *greatest < low || *greatest - low > 1e15 || std::abs(low) > 1e15) return null_value();
  const auto count = static_cast<std::uint64_t>(std::floor((std::trunc(*greatest) - low) / step)) + 1;
  const auto index = static_cast<double>(session.seeded().below(count));
  return single(static_cast<std::int64_t>(low + index * step));
}

Value random_float(const Element& element, Session& session) {
  const double least = session.number_or_variable(element.attribute("min")).value_or(0);
  const auto greatest = session.number_or_variable(element.attribute("max"));
  if (!greatest || *greatest < least) return null_value();
  constexpr std::uint64_t parts = std::uint64_t{1} << 53u;  // of a double between 0 and 1
  const double share = static_cast<double>(session.seeded().below(parts)) / static_cast<double>(parts);
  return single(least + share * (*greatest - least));
}

Result<Value> variable(const Element& element, Session& session) {
  const std::string_view id = element.attribute("identifier");
  if (!session.is_known(id)) return bad("no variable \"" + std::string(id) + "\" is declared");
  if (element.name == "default") return session.by_default(id);
  if (element.name == "correct") return session.correct(id);
  if (element.name == "variable") return session.value(id);
  const Declaration* declared = session.declaration(id);
  if (declared == nullptr) return bad("no response \"" + std::string(id) + "\" is declared");
  const Value response = session.value(id);
  return single(element.name == "mapResponse" ? mapped(*declared, response) : mapped_point(*declared, response));
}

// Its operand as often as is said, each time evaluated anew.
Result<Value> repeat(const Element& element, Session& session) {
  const auto times = session.number_or_variable(element.attribute("numberRepeats"));
  Value result{BaseType::Identifier, Cardinality::Ordered, {}, {}};
  if (!times || *times < 1) return result;
  for (double time = 0; time < std::min(*times, static_cast<double>(limits::qti_values_max)); ++time)
    for (const Element* operand : element.elements()) {
      TRY_ASSIGN(const Value value, evaluate(*operand, session));
      if (value.is_null()) continue;
      result.type = value.type;
      result.scalars.insert(result.scalars.end(), value.scalars.begin(), value.scalars.end());
      if (result.scalars.size() > limits::qti_values_max) return bad("a container grows too large");
    }
  return result;
}

bool is_leaf_with_variable(std::string_view name) {
  static constexpr std::array<std::string_view, 5> names = {"variable", "default", "correct", "mapResponse",
                                                            "mapResponsePoint"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

const OperatorRow* operator_called(std::string_view name) {
  if (const OperatorRow* row = container_operator(name)) return row;
  if (const OperatorRow* row = logic_operator(name)) return row;
  return number_operator(name);
}

Result<Value> apply(const Element& element, Session& session) {
  const OperatorRow* row = operator_called(element.name);
  if (row == nullptr) {
    const std::string_view kind =
        element.attribute("class").empty() ? element.attribute("definition") : element.attribute("class");
    return bad("<" + element.name + "> " + std::string(kind) + " is no operator of QTI's items");
  }
  std::vector<Value> operands;
  for (const Element* each : element.elements()) {
    TRY_ASSIGN(Value value, evaluate(*each, session));
    if (value.scalars.size() > limits::qti_values_max) return bad("a container is too large");
    operands.push_back(std::move(value));
  }
  if (operands.size() < row->operands_min || operands.size() > row->operands_max)
    return bad("<" + element.name + "> has " + std::to_string(operands.size()) + " operands");
  return row->run({element, operands, session});
}

double bounded(double sum, const std::optional<double>& lower, const std::optional<double>& upper) {
  if (lower) sum = std::max(sum, *lower);
  if (upper) sum = std::min(sum, *upper);
  return sum;
}

bool fits(const MapEntry& entry, BaseType type, const Scalar& scalar) {
  const auto* key = std::get_if<std::string>(&entry.key);
  const auto* text = std::get_if<std::string>(&scalar);
  if (key == nullptr || text == nullptr || entry.exact_case) return is_same(type, entry.key, scalar);
  return in_small_letters(*key) == in_small_letters(*text);
}

}  // namespace

double mapped(const Declaration& declaration, const Value& response) {
  if (!declaration.mapping || response.is_null()) return 0;
  const Mapping& mapping = *declaration.mapping;
  double sum = 0;
  std::vector<Scalar> counted;  // a value that is there twice counts once
  for (const Scalar& scalar : response.scalars) {
    const auto same = [&](const Scalar& other) { return is_same(declaration.type, scalar, other); };
    if (std::any_of(counted.begin(), counted.end(), same)) continue;
    counted.push_back(scalar);
    const auto entry = std::find_if(mapping.entries.begin(), mapping.entries.end(),
                                    [&](const MapEntry& each) { return fits(each, declaration.type, scalar); });
    sum += entry == mapping.entries.end() ? mapping.otherwise : entry->mapped;
  }
  return bounded(sum, mapping.lower, mapping.upper);
}

double mapped_point(const Declaration& declaration, const Value& response) {
  if (!declaration.area_mapping || response.is_null()) return 0;
  const AreaMapping& mapping = *declaration.area_mapping;
  double sum = 0;
  std::vector<bool> counted(mapping.entries.size());  // an area counts once, whatever points lie in it
  for (const Scalar& scalar : response.scalars) {
    const auto* point = std::get_if<Point>(&scalar);
    if (point == nullptr) continue;
    bool is_inside = false;
    for (std::size_t at = 0; at < mapping.entries.size() && !is_inside; ++at) {
      if (!mapping.entries[at].area.holds(*point)) continue;
      is_inside = true;
      if (!counted[at]) sum += mapping.entries[at].mapped;
      counted[at] = true;
    }
    if (!is_inside) sum += mapping.otherwise;
  }
  return bounded(sum, mapping.lower, mapping.upper);
}

Result<Value> evaluate(const Element& expression, Session& session) {
  TRY_DONE(session.spend_step());
  const std::string& name = expression.name;
  if (name == "baseValue") return base_value(expression);
  if (is_leaf_with_variable(name)) return variable(expression, session);
  if (name == "null") return null_value();
  if (name == "mathConstant") return constant(expression);
  if (name == "randomInteger") return random_integer(expression, session);
  if (name == "randomFloat") return random_float(expression, session);
  if (name == "repeat") return repeat(expression, session);
  return apply(expression, session);
}

}  // namespace hornbook::content::qti
