// Sources: the SI Brochure (BIPM, 9th edition, 2019), tables 2, 4, 7 and 8; the international yard and pound agreement
// of 1959 for feet, miles and pounds. Degrees Celsius and Fahrenheit are units of their own: no answer converts them.
#include "runtime/engage/algebra/units.hpp"

#include <array>
#include <optional>

namespace hornbook::engage::algebra {
namespace {

// Powers of metre, kilogram, second, ampere, kelvin, mole.
using Dimensions = std::array<std::int8_t, 6>;

struct Unit {
  std::string_view name;
  long numerator;
  long denominator;
  int ten;  // numerator/denominator · 10^ten
  Dimensions dimensions;
  bool takes_prefix = false;
};

constexpr Dimensions length = {1, 0, 0, 0, 0, 0};
constexpr Dimensions mass = {0, 1, 0, 0, 0, 0};
constexpr Dimensions duration = {0, 0, 1, 0, 0, 0};
constexpr Dimensions volume = {3, 0, 0, 0, 0, 0};
constexpr Dimensions pressure = {-1, 1, -2, 0, 0, 0};
constexpr Dimensions energy = {2, 1, -2, 0, 0, 0};

constexpr std::array units = {
    // SI, with prefixes
    Unit{"m", 1, 1, 0, length, true},
    Unit{"g", 1, 1, -3, mass, true},
    Unit{"s", 1, 1, 0, duration, true},
    Unit{"A", 1, 1, 0, {0, 0, 0, 1, 0, 0}, true},
    Unit{"K", 1, 1, 0, {0, 0, 0, 0, 1, 0}, true},
    Unit{"mol", 1, 1, 0, {0, 0, 0, 0, 0, 1}, true},
    Unit{"L", 1, 1, -3, volume, true},
    Unit{"l", 1, 1, -3, volume, true},
    Unit{"N", 1, 1, 0, {1, 1, -2, 0, 0, 0}, true},
    Unit{"J", 1, 1, 0, energy, true},
    Unit{"W", 1, 1, 0, {2, 1, -3, 0, 0, 0}, true},
    Unit{"Pa", 1, 1, 0, pressure, true},
    Unit{"Hz", 1, 1, 0, {0, 0, -1, 0, 0, 0}, true},
    Unit{"C", 1, 1, 0, {0, 0, 1, 1, 0, 0}, true},
    Unit{"V", 1, 1, 0, {2, 1, -3, -1, 0, 0}, true},
    Unit{"F", 1, 1, 0, {-2, -1, 4, 2, 0, 0}, true},
    Unit{"T", 1, 1, 0, {0, 1, -2, -1, 0, 0}, true},
    Unit{"eV", 1602176634, 1, -28, energy, true},
    Unit{"M", 1, 1, 3, {-3, 0, 0, 0, 0, 1}, true},
    Unit{"ohm", 1, 1, 0, {2, 1, -3, -2, 0, 0}, true},
    Unit{"bar", 1, 1, 5, pressure, true},
    Unit{"cal", 4184, 1, -3, energy, true},
    // Beside the SI
    Unit{"t", 1, 1, 3, mass},
    Unit{"min", 60, 1, 0, duration},
    Unit{"h", 3600, 1, 0, duration},
    Unit{"hr", 3600, 1, 0, duration},
    Unit{"d", 86400, 1, 0, duration},
    Unit{"ha", 1, 1, 4, {2, 0, 0, 0, 0, 0}},
    Unit{"atm", 101325, 1, 0, pressure},
    Unit{"in", 254, 1, -4, length},
    Unit{"ft", 3048, 1, -4, length},
    Unit{"yd", 9144, 1, -4, length},
    Unit{"mi", 1609344, 1, -3, length},
    Unit{"lb", 45359237, 1, -8, mass},
    Unit{"oz", 45359237, 16, -8, mass},
    Unit{"mph", 1609344, 3600, -3, {1, 0, -1, 0, 0, 0}},
    // In words
    Unit{"meter", 1, 1, 0, length, true},
    Unit{"metre", 1, 1, 0, length, true},
    Unit{"gram", 1, 1, -3, mass, true},
    Unit{"liter", 1, 1, -3, volume, true},
    Unit{"litre", 1, 1, -3, volume, true},
    Unit{"second", 1, 1, 0, duration, true},
    Unit{"sec", 1, 1, 0, duration},
    Unit{"minute", 60, 1, 0, duration},
    Unit{"hour", 3600, 1, 0, duration},
    Unit{"day", 86400, 1, 0, duration},
    Unit{"inch", 254, 1, -4, length},
    Unit{"inche", 254, 1, -4, length},
    Unit{"foot", 3048, 1, -4, length},
    Unit{"feet", 3048, 1, -4, length},
    Unit{"yard", 9144, 1, -4, length},
    Unit{"mile", 1609344, 1, -3, length},
    Unit{"pound", 45359237, 1, -8, mass},
    Unit{"newton", 1, 1, 0, {1, 1, -2, 0, 0, 0}, true},
    Unit{"joule", 1, 1, 0, energy, true},
    Unit{"watt", 1, 1, 0, {2, 1, -3, 0, 0, 0}, true},
    Unit{"volt", 1, 1, 0, {2, 1, -3, -1, 0, 0}, true},
    Unit{"mole", 1, 1, 0, {0, 0, 0, 0, 0, 1}},
};

struct Prefix {
  std::string_view name;
  int ten;
};
constexpr std::array prefixes = {
    Prefix{"kilo", 3},  Prefix{"centi", -2}, Prefix{"milli", -3}, Prefix{"mega", 6}, Prefix{"micro", -6},
    Prefix{"nano", -9}, Prefix{"da", 1},     Prefix{"k", 3},      Prefix{"c", -2},   Prefix{"m", -3},
    Prefix{"d", -1},    Prefix{"M", 6},      Prefix{"G", 9},      Prefix{"u", -6},   Prefix{"n", -9},
    Prefix{"p", -12},   Prefix{"h", 2},
};

struct Found {
  const Unit* unit = nullptr;
  int ten = 0;
};

const Unit* exact_unit(std::string_view name) {
  for (const Unit& unit : units)
    if (unit.name == name) return &unit;
  return nullptr;
}

std::optional<Found> find_once(std::string_view name) {
  if (const Unit* unit = exact_unit(name)) return Found{unit, 0};
  for (const Prefix& prefix : prefixes) {
    if (!name.starts_with(prefix.name)) continue;
    const Unit* unit = exact_unit(name.substr(prefix.name.size()));
    if (unit != nullptr && unit->takes_prefix) return Found{unit, prefix.ten};
  }
  return std::nullopt;
}

// A word of four letters or more may have a plural s.
std::optional<Found> find_unit(std::string_view name) {
  if (const auto found = find_once(name)) return found;
  if (name.size() >= 4 && name.back() == 's') return find_once(name.substr(0, name.size() - 1));
  return std::nullopt;
}

}  // namespace

bool is_temperature_scale(std::string_view name) { return name == "degC" || name == "degF"; }

bool is_unit(std::string_view name) { return is_temperature_scale(name) || find_unit(name).has_value(); }

Quotient unit_value(Field& field, std::string_view name) {
  // Base units are letters that no answer can spell.
  static constexpr std::array<const char*, 6> bases = {"[m]", "[kg]", "[s]", "[A]", "[K]", "[mol]"};
  if (is_temperature_scale(name)) return field.symbol("[" + std::string(name) + "]");
  const std::optional<Found> found = find_unit(name);
  if (!found) return Field::number(1);
  const Unit& unit = *found->unit;
  Quotient value = Field::number(make_number(unit.numerator, unit.denominator) * power_of_ten(unit.ten + found->ten));
  for (std::size_t i = 0; i < bases.size(); ++i)
    if (unit.dimensions[i] != 0)
      value = field.multiply(value, field.power(field.symbol(bases[i]), Field::number(unit.dimensions[i])));
  return value;
}

}  // namespace hornbook::engage::algebra
