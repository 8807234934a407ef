// Operators on containers and texts.
#include <algorithm>
#include <array>

#include "content_packs/import/qti/evaluate.hpp"
#include "content_packs/import/qti/pattern.hpp"
#include "content_packs/import/spelling.hpp"

namespace hornbook::content::qti {
namespace {

Value collected(const Call& call, Cardinality cardinality) {
  Value result{BaseType::Identifier, cardinality, {}, {}};
  for (const Value& operand : call.operands) {
    if (operand.is_null()) continue;
    result.type = operand.type;
    result.scalars.insert(result.scalars.end(), operand.scalars.begin(), operand.scalars.end());
  }
  return result;
}

Result<Value> multiple(const Call& call) { return collected(call, Cardinality::Multiple); }
Result<Value> ordered(const Call& call) { return collected(call, Cardinality::Ordered); }

Result<Value> container_size(const Call& call) {
  return single(static_cast<std::int64_t>(call.operands[0].scalars.size()));
}

// Empty containers and empty strings are NULL, too.
Result<Value> is_null(const Call& call) {
  const Value& value = call.operands[0];
  const bool is_empty_text =
      value.cardinality == Cardinality::Single && value.type == BaseType::String && text_of(value).empty();
  return single(value.is_null() || is_empty_text);
}

Value element_of(const Value& container, std::size_t at) {
  return {container.type, Cardinality::Single, {container.scalars[at]}, {}};
}

Result<Value> index(const Call& call) {
  const auto n = call.session.number_or_variable(call.element.attribute("n"));
  const Value& container = call.operands[0];
  if (!n || *n < 1 || *n > static_cast<double>(container.scalars.size())) return null_value();
  return element_of(container, static_cast<std::size_t>(*n) - 1);
}

Result<Value> field_value(const Call& call) {
  const Value& record = call.operands[0];
  const std::string_view wanted = call.element.attribute("fieldIdentifier");
  const auto found = std::find(record.fields.begin(), record.fields.end(), wanted);
  if (found == record.fields.end()) return null_value();
  const auto at = static_cast<std::size_t>(found - record.fields.begin());
  const Scalar& scalar = record.scalars[at];
  if (const auto* whole = std::get_if<std::int64_t>(&scalar)) return single(*whole);
  if (const auto* real = std::get_if<double>(&scalar)) return single(*real);
  if (const auto* truth = std::get_if<bool>(&scalar)) return single(*truth);
  return Value{BaseType::String, Cardinality::Single, {scalar}, {}};
}

Result<Value> random(const Call& call) {
  const Value& container = call.operands[0];
  if (container.is_null()) return null_value();
  return element_of(container, static_cast<std::size_t>(call.session.seeded().below(container.scalars.size())));
}

BaseType common_type(const Value& one, const Value& other) {
  return one.type == BaseType::Pair || other.type == BaseType::Pair ? BaseType::Pair : one.type;
}

Result<Value> member(const Call& call) {
  const Value& single_value = call.operands[0];
  const Value& container = call.operands[1];
  if (single_value.is_null() || container.is_null()) return null_value();
  const BaseType type = common_type(single_value, container);
  return single(std::any_of(container.scalars.begin(), container.scalars.end(),
                            [&](const Scalar& each) { return is_same(type, each, single_value.scalars.front()); }));
}

Result<Value> remove(const Call& call) {
  const Value& single_value = call.operands[0];
  Value container = call.operands[1];
  if (single_value.is_null() || container.is_null()) return null_value();
  const BaseType type = common_type(single_value, container);
  std::erase_if(container.scalars,
                [&](const Scalar& each) { return is_same(type, each, single_value.scalars.front()); });
  return container;
}

// Whether the first contains the second: as a row in it where ordered, else each as often.
Result<Value> contains(const Call& call) {
  const Value& whole = call.operands[0];
  const Value& part = call.operands[1];
  if (whole.is_null() || part.is_null()) return null_value();
  const BaseType type = common_type(whole, part);
  const auto same = [&](const Scalar& a, const Scalar& b) { return is_same(type, a, b); };
  if (whole.cardinality == Cardinality::Ordered)
    return single(std::search(whole.scalars.begin(), whole.scalars.end(), part.scalars.begin(), part.scalars.end(),
                              same) != whole.scalars.end());
  std::vector<Scalar> left = whole.scalars;
  for (const Scalar& wanted : part.scalars) {
    const auto found = std::find_if(left.begin(), left.end(), [&](const Scalar& each) { return same(each, wanted); });
    if (found == left.end()) return single(false);
    left.erase(found);
  }
  return single(true);
}

struct TwoTexts {
  std::string first;
  std::string second;
};
std::optional<TwoTexts> two_texts(const Call& call) {
  if (call.operands[0].is_null() || call.operands[1].is_null()) return std::nullopt;
  TwoTexts texts{text_of(call.operands[0]), text_of(call.operands[1])};
  if (!call.element.truth("caseSensitive", true)) {
    texts.first = in_small_letters(texts.first);
    texts.second = in_small_letters(texts.second);
  }
  return texts;
}

Result<Value> substring(const Call& call) {
  const auto texts = two_texts(call);
  if (!texts) return null_value();
  return single(texts->second.find(texts->first) != std::string::npos);
}

Result<Value> string_match(const Call& call) {
  const auto texts = two_texts(call);
  if (!texts) return null_value();
  if (call.element.truth("substring", false)) return single(texts->first.find(texts->second) != std::string::npos);
  return single(texts->first == texts->second);
}

Result<Value> pattern_match(const Call& call) {
  if (call.operands[0].is_null()) return null_value();
  std::string pattern(call.element.attribute("pattern"));
  if (call.session.is_known(pattern)) pattern = text_of(call.session.value(pattern));
  TRY_ASSIGN(const bool fits, matches_pattern(pattern, text_of(call.operands[0])));
  return single(fits);
}

constexpr std::array<OperatorRow, 13> rows = {{
    {"multiple", 0, any_number, multiple},
    {"ordered", 0, any_number, ordered},
    {"containerSize", 1, 1, container_size},
    {"isNull", 1, 1, is_null},
    {"index", 1, 1, index},
    {"fieldValue", 1, 1, field_value},
    {"random", 1, 1, random},
    {"member", 2, 2, member},
    {"delete", 2, 2, remove},
    {"contains", 2, 2, contains},
    {"substring", 2, 2, substring},
    {"stringMatch", 2, 2, string_match},
    {"patternMatch", 1, 1, pattern_match},
}};

}  // namespace

const OperatorRow* container_operator(std::string_view name) { return row_called(rows, name); }

}  // namespace hornbook::content::qti
