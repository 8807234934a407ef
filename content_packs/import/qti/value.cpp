#include "content_packs/import/qti/value.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "content_packs/import/qti/numbers.hpp"
#include "content_packs/import/spelling.hpp"

namespace hornbook::content::qti {
namespace {

template <class Enum, std::size_t count>
std::optional<Enum> named(const std::array<std::pair<std::string_view, Enum>, count>& names, std::string_view name) {
  const auto* found = std::find_if(names.begin(), names.end(), [&](const auto& each) { return each.first == name; });
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Scalar> read_pair(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() != 2) return std::nullopt;
  return IdentifierPair{std::string(words[0]), std::string(words[1])};
}

// Both numbers between spaces or with a comma.
std::optional<Scalar> read_point(std::string_view text) {
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), ',', ' ');
  const auto words = words_of(spaced);
  if (words.size() != 2) return std::nullopt;
  const auto x = real_number(words[0]);
  const auto y = real_number(words[1]);
  return x && y ? std::optional<Scalar>(Point{*x, *y}) : std::nullopt;
}

// "PT1M30S" of ISO 8601, or a number of seconds. Years and months have no fixed length and are not read.
std::optional<Scalar> read_duration(std::string_view text) {
  if (const auto seconds = real_number(text)) return *seconds;
  if (!text.starts_with('P')) return std::nullopt;
  double total = 0;
  bool in_time = false;
  for (std::size_t at = 1; at < text.size();) {
    if (text[at] == 'T') {
      in_time = true;
      ++at;
      continue;
    }
    const std::size_t unit = text.find_first_not_of("0123456789.", at);
    if (unit == std::string_view::npos) return std::nullopt;
    const auto number = real_number(text.substr(at, unit - at));
    const double seconds = !in_time && text[unit] == 'D'  ? 86'400
                           : in_time && text[unit] == 'H' ? 3600
                           : in_time && text[unit] == 'M' ? 60
                           : in_time && text[unit] == 'S' ? 1
                                                          : 0;
    if (!number || seconds == 0) return std::nullopt;
    total += *number * seconds;
    at = unit + 1;
  }
  return total;
}

}  // namespace

Value single(bool truth) { return {BaseType::Boolean, Cardinality::Single, {truth}, {}}; }
Value single(std::int64_t number) { return {BaseType::Integer, Cardinality::Single, {number}, {}}; }
Value single(double number) { return {BaseType::Float, Cardinality::Single, {number}, {}}; }
Value single(BaseType type, std::string text) { return {type, Cardinality::Single, {std::move(text)}, {}}; }

std::optional<BaseType> base_type_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, BaseType>, 12> names = {{
      {"identifier", BaseType::Identifier},
      {"boolean", BaseType::Boolean},
      {"integer", BaseType::Integer},
      {"float", BaseType::Float},
      {"string", BaseType::String},
      {"point", BaseType::Point},
      {"pair", BaseType::Pair},
      {"directedPair", BaseType::DirectedPair},
      {"duration", BaseType::Duration},
      {"uri", BaseType::Identifier},
      {"file", BaseType::Identifier},
      {"intOrIdentifier", BaseType::Identifier},
  }};
  return named(names, name);
}

std::optional<Cardinality> cardinality_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Cardinality>, 4> names = {{
      {"single", Cardinality::Single},
      {"multiple", Cardinality::Multiple},
      {"ordered", Cardinality::Ordered},
      {"record", Cardinality::Record},
  }};
  return named(names, name);
}

std::optional<Scalar> read_scalar(BaseType type, std::string_view text) {
  const std::string_view bare = trimmed(text);
  switch (type) {
    case BaseType::Identifier:
      return bare.empty() ? std::nullopt : std::optional<Scalar>(std::string(bare));
    case BaseType::String:
      return std::string(text);
    case BaseType::Boolean:
      if (bare == "true" || bare == "1") return true;
      return bare == "false" || bare == "0" ? std::optional<Scalar>(false) : std::nullopt;
    case BaseType::Integer:
      if (const auto number = whole_number(bare)) return *number;
      return std::nullopt;
    case BaseType::Float:
      if (const auto number = real_number(bare)) return *number;
      return std::nullopt;
    case BaseType::Point:
      return read_point(bare);
    case BaseType::Pair:
    case BaseType::DirectedPair:
      return read_pair(bare);
    case BaseType::Duration:
      return read_duration(bare);
  }
  return std::nullopt;
}

std::string to_text(const Scalar& scalar) {
  struct Writer {
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return decimal(number); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Point& point) const { return decimal(point.x) + " " + decimal(point.y); }
    std::string operator()(const IdentifierPair& pair) const { return pair.first + " " + pair.second; }
  };
  return std::visit(Writer{}, scalar);
}

std::optional<double> number_of(const Scalar& scalar) {
  if (const auto* whole = std::get_if<std::int64_t>(&scalar)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&scalar)) return *real;
  return std::nullopt;
}

std::optional<double> number_of(const Value& value) {
  return value.scalars.size() == 1 ? number_of(value.scalars.front()) : std::nullopt;
}

std::optional<bool> truth_of(const Value& value) {
  if (value.scalars.size() != 1) return std::nullopt;
  const auto* truth = std::get_if<bool>(&value.scalars.front());
  return truth == nullptr ? std::nullopt : std::optional(*truth);
}

std::string text_of(const Value& value) { return value.is_null() ? std::string() : to_text(value.scalars.front()); }

bool is_same(BaseType type, const Scalar& one, const Scalar& other) {
  const auto a = number_of(one);
  const auto b = number_of(other);
  if (a && b) return !(*a < *b) && !(*b < *a);
  if (one == other) return true;
  const auto* pair = std::get_if<IdentifierPair>(&one);
  const auto* turned = std::get_if<IdentifierPair>(&other);
  return type == BaseType::Pair && pair != nullptr && turned != nullptr && pair->first == turned->second &&
         pair->second == turned->first;
}

bool is_same(const Value& one, const Value& other) {
  if (one.scalars.size() != other.scalars.size()) return false;
  const BaseType type = one.type == BaseType::Pair || other.type == BaseType::Pair ? BaseType::Pair : one.type;
  const auto same = [&](const Scalar& a, const Scalar& b) { return is_same(type, a, b); };
  const bool is_ordered = one.cardinality == Cardinality::Ordered || other.cardinality == Cardinality::Ordered;
  if (is_ordered) return std::equal(one.scalars.begin(), one.scalars.end(), other.scalars.begin(), same);
  return std::is_permutation(one.scalars.begin(), one.scalars.end(), other.scalars.begin(), same);
}

}  // namespace hornbook::content::qti
