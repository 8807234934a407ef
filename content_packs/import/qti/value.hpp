// QTI's values: a container of scalars of one base type, or NULL (QTI 2.2 Information Model, sections 2.1 and 2.2: base
// types, cardinality).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "runtime/core/error.hpp"

namespace hornbook::content::qti {

enum class BaseType : std::uint8_t {
  Identifier,  // and whatever else is compared as it is spelt: uri, file
  Boolean,
  Integer,
  Float,
  String,
  Point,
  Pair,  // {a b} equals {b a}
  DirectedPair,
  Duration,  // seconds
};
enum class Cardinality : std::uint8_t { Single, Multiple, Ordered, Record };

struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;
};
struct IdentifierPair {
  std::string first;
  std::string second;
  bool operator==(const IdentifierPair&) const = default;
};
// Identifiers and strings are texts; integers, floats and durations (in seconds) are numbers.
using Scalar = std::variant<bool, std::int64_t, double, std::string, Point, IdentifierPair>;

// Without scalars it is NULL, whatever its types. A single value has one.
struct Value {
  BaseType type = BaseType::Identifier;
  Cardinality cardinality = Cardinality::Single;
  std::vector<Scalar> scalars;
  std::vector<std::string> fields;  // of a record: the name of each scalar

  [[nodiscard]] bool is_null() const { return scalars.empty(); }
};

[[nodiscard]] inline Value null_value() { return {}; }
[[nodiscard]] Value single(bool truth);
[[nodiscard]] Value single(std::int64_t number);
[[nodiscard]] Value single(double number);
[[nodiscard]] Value single(BaseType type, std::string text);

[[nodiscard]] std::optional<BaseType> base_type_of(std::string_view name);
[[nodiscard]] std::optional<Cardinality> cardinality_of(std::string_view name);

// A scalar in QTI's lexical form. Nothing when `text` is not of that type.
[[nodiscard]] std::optional<Scalar> read_scalar(BaseType type, std::string_view text);
// In the same form.
[[nodiscard]] std::string to_text(const Scalar& scalar);

// Nothing when it is no number, or NULL.
[[nodiscard]] std::optional<double> number_of(const Scalar& scalar);
[[nodiscard]] std::optional<double> number_of(const Value& value);
[[nodiscard]] std::optional<bool> truth_of(const Value& value);
[[nodiscard]] std::string text_of(const Value& value);  // of the first scalar; empty when NULL

// Whether they are the same of that base type; a pair has no direction.
[[nodiscard]] bool is_same(BaseType type, const Scalar& one, const Scalar& other);
// Whether both hold the same: in the same order where either is ordered. Neither is NULL.
[[nodiscard]] bool is_same(const Value& one, const Value& other);

}  // namespace hornbook::content::qti
