#include "content_packs/import/qti/declaration.hpp"

#include <algorithm>
#include <cmath>

#include "content_packs/import/qti/numbers.hpp"
#include "content_packs/import/spelling.hpp"

namespace hornbook::content::qti {
namespace {

constexpr std::string_view declaration_word = "Declaration";

std::optional<Shape> shape_of(std::string_view name) {
  if (name == "default") return Shape::Default;
  if (name == "rect" || name == "rectangle") return Shape::Rectangle;
  if (name == "circle") return Shape::Circle;
  if (name == "ellipse") return Shape::Ellipse;
  if (name == "poly" || name == "polygon") return Shape::Polygon;
  return std::nullopt;
}

bool fits(Shape shape, std::size_t coordinates) {
  switch (shape) {
    case Shape::Default:
      return true;
    case Shape::Rectangle:
    case Shape::Ellipse:
      return coordinates == 4;
    case Shape::Circle:
      return coordinates == 3;
    case Shape::Polygon:
      return coordinates >= 6 && coordinates % 2 == 0;
  }
  return false;
}

// Even–odd rule; a point on the edge counts as inside on the left and top.
bool polygon_holds(const std::vector<double>& c, const Point& point) {
  bool inside = false;
  for (std::size_t at = 0, before = c.size() - 2; at + 1 < c.size(); before = at, at += 2) {
    const bool crosses = (c[at + 1] > point.y) != (c[before + 1] > point.y);
    if (!crosses) continue;
    const double x = c[at] + (point.y - c[at + 1]) * (c[before] - c[at]) / (c[before + 1] - c[at + 1]);
    if (point.x < x) inside = !inside;
  }
  return inside;
}

class Reader {
 public:
  Reader(const Element& element, bool exact_case, Remarks& remarks)
      : element_(element), exact_case_(exact_case), remarks_(remarks) {}

  std::optional<Declaration> read() {
    result_.id = element_.attribute("identifier");
    const auto cardinality = cardinality_of(element_.attribute("cardinality"));
    const bool is_record = cardinality == Cardinality::Record;
    const auto type = base_type_of(is_record ? "string" : element_.attribute("baseType"));
    if (result_.id.empty() || !cardinality || !type) {
      remarks_.push_back({Outcome::Refused, "declaration-broken", result_.id,
                          "a declaration lacks its identifier, cardinality or base type"});
      return std::nullopt;
    }
    result_.cardinality = *cardinality;
    result_.type = *type;
    result_.kind = element_.name.starts_with("response")  ? VariableKind::Response
                   : element_.name.starts_with("outcome") ? VariableKind::Outcome
                                                          : VariableKind::Template;
    result_.by_default = values_in(element_.child("defaultValue"));
    result_.correct = values_in(element_.child("correctResponse"));
    result_.normal_maximum = real_number(element_.attribute("normalMaximum"));
    result_.is_shown_in_mathematics = element_.truth("mathVariable", false);
    if (const Element* mapping = element_.child("mapping")) read_mapping(*mapping);
    if (const Element* mapping = element_.child("areaMapping")) read_area_mapping(*mapping);
    for (const char* name : {"matchTable", "interpolationTable"})
      if (const Element* table = element_.child(name)) read_table(*table, table->name == "interpolationTable");
    return std::move(result_);
  }

 private:
  Value values_in(const Element* list) {
    Value value{result_.type, result_.cardinality, {}, {}};
    if (list == nullptr) return value;
    for (const Element* each : list->children_called("value")) {
      const std::string text = text_in(*each);
      if (text.empty() && result_.type != BaseType::String) continue;
      if (value.cardinality == Cardinality::Record) {
        const auto type = base_type_of(each->attribute("baseType"));
        const auto scalar = read_scalar(type.value_or(BaseType::String), text);
        if (scalar) value.scalars.push_back(*scalar);
        if (scalar) value.fields.emplace_back(each->attribute("fieldIdentifier"));
      } else if (const auto scalar = read_scalar(result_.type, text)) {
        value.scalars.push_back(*scalar);
      } else {
        remark("value-not-of-its-type", "\"" + cut(text, 60) + "\" is not of the base type of its variable");
      }
    }
    if (value.cardinality == Cardinality::Single && value.scalars.size() > 1) {
      remark("values-several", "it is a single value, but several are given; the first counts");
      value.scalars.resize(1);
    }
    return value;
  }

  void read_mapping(const Element& element) {
    Mapping mapping;
    mapping.otherwise = real_number(element.attribute("defaultValue")).value_or(0);
    mapping.lower = real_number(element.attribute("lowerBound"));
    mapping.upper = real_number(element.attribute("upperBound"));
    const bool exact_case = element.truth("caseSensitive", exact_case_);
    for (const Element* each : element.children_called("mapEntry")) {
      const auto key = read_scalar(result_.type, each->attribute("mapKey"));
      const auto mapped = real_number(each->attribute("mappedValue"));
      if (key && mapped)
        mapping.entries.push_back({*key, *mapped, each->truth("caseSensitive", exact_case)});
      else
        remark("map-entry-broken", "an entry of its mapping has no key or no number and was left out");
    }
    result_.mapping = std::move(mapping);
  }

  void read_area_mapping(const Element& element) {
    AreaMapping mapping;
    mapping.otherwise = real_number(element.attribute("defaultValue")).value_or(0);
    mapping.lower = real_number(element.attribute("lowerBound"));
    mapping.upper = real_number(element.attribute("upperBound"));
    for (const Element* each : element.children_called("areaMapEntry")) {
      const auto area = read_area(*each);
      const auto mapped = real_number(each->attribute("mappedValue"));
      if (area && mapped)
        mapping.entries.push_back({*area, *mapped});
      else
        remark("map-entry-broken", "an area of its mapping is broken and was left out");
    }
    result_.area_mapping = std::move(mapping);
  }

  void read_table(const Element& element, bool is_interpolation) {
    LookupTable table;
    table.is_interpolation = is_interpolation;
    if (element.has("defaultValue")) table.otherwise = std::string(element.attribute("defaultValue"));
    const char* entries = is_interpolation ? "interpolationTableEntry" : "matchTableEntry";
    for (const Element* each : element.children_called(entries)) {
      const auto source = real_number(each->attribute("sourceValue"));
      if (source)
        table.entries.push_back(
            {*source, std::string(each->attribute("targetValue")), each->truth("includeBoundary", true)});
    }
    result_.table = std::move(table);
  }

  void remark(const char* code, std::string sentence) {
    remarks_.push_back({Outcome::Approximated, code, result_.id, std::move(sentence)});
  }

  const Element& element_;
  bool exact_case_;
  Remarks& remarks_;
  Declaration result_;
};

}  // namespace

bool Area::holds(const Point& point) const {
  const auto& c = coordinates;
  switch (shape) {
    case Shape::Default:
      return true;
    case Shape::Rectangle:
      return point.x >= std::min(c[0], c[2]) && point.x <= std::max(c[0], c[2]) && point.y >= std::min(c[1], c[3]) &&
             point.y <= std::max(c[1], c[3]);
    case Shape::Circle:
      return std::hypot(point.x - c[0], point.y - c[1]) <= c[2];
    case Shape::Ellipse:
      return c[2] > 0 && c[3] > 0 && std::hypot((point.x - c[0]) / c[2], (point.y - c[1]) / c[3]) <= 1;
    case Shape::Polygon:
      return polygon_holds(c, point);
  }
  return false;
}

std::optional<Area> read_area(const Element& element) {
  const auto shape = shape_of(element.attribute("shape"));
  if (!shape) return std::nullopt;
  Area area{*shape, {}};
  const std::string_view coordinates = element.attribute("coords");
  if (!coordinates.empty())
    for (const std::string_view each : split(coordinates, ',')) {
      const auto number = real_number(each);
      if (!number) return std::nullopt;
      area.coordinates.push_back(*number);
    }
  return fits(area.shape, area.coordinates.size()) ? std::optional(area) : std::nullopt;
}

std::optional<Declaration> read_declaration(const Element& element, bool exact_case, Remarks& remarks) {
  if (!element.name.ends_with(declaration_word)) return std::nullopt;
  return Reader(element, exact_case, remarks).read();
}

}  // namespace hornbook::content::qti
