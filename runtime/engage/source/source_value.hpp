// What the source of an item says, whatever notation it was written in: runtime/pack makes it from JSON.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace hornbook::engage {

struct SourceValue {
  using List = std::vector<SourceValue>;
  using Map = std::map<std::string, SourceValue, std::less<>>;
  // Nothing stands for what no field of an item may be, such as a number that is not whole.
  std::variant<std::monostate, bool, std::int64_t, std::string, List, Map> is;

  template <class Shape>
  [[nodiscard]] const Shape* as() const {
    return std::get_if<Shape>(&is);
  }
};

}  // namespace hornbook::engage
