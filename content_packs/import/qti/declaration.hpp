// Variables of an item as declared: responses, outcomes and template variables (QTI 2.2 Information Model, section 4).
#pragma once

#include <optional>

#include "content_packs/import/qti/element.hpp"
#include "content_packs/import/qti/value.hpp"
#include "content_packs/import/report.hpp"

namespace hornbook::content::qti {

struct MapEntry {
  Scalar key;
  double mapped = 0;
  bool exact_case = true;
};
struct Mapping {
  std::vector<MapEntry> entries;
  double otherwise = 0;
  std::optional<double> lower;
  std::optional<double> upper;
};

enum class Shape : std::uint8_t { Default, Rectangle, Circle, Ellipse, Polygon };
struct Area {
  Shape shape = Shape::Default;
  std::vector<double> coordinates;  // as HTML's image maps; an ellipse: centre and both radii

  [[nodiscard]] bool holds(const Point& point) const;
};
// Nothing when the coordinates do not fit the shape.
[[nodiscard]] std::optional<Area> read_area(const Element& element);

struct AreaEntry {
  Area area;
  double mapped = 0;
};
struct AreaMapping {
  std::vector<AreaEntry> entries;
  double otherwise = 0;
  std::optional<double> lower;
  std::optional<double> upper;
};

struct TableEntry {
  double source = 0;
  std::string target;
  bool includes_boundary = true;  // of an interpolation table
};
struct LookupTable {
  bool is_interpolation = false;  // then the first entry that the source is not below; else the one that is equal
  std::vector<TableEntry> entries;
  std::optional<std::string> otherwise;
};

enum class VariableKind : std::uint8_t { Response, Outcome, Template };
struct Declaration {
  std::string id;
  VariableKind kind = VariableKind::Response;
  BaseType type = BaseType::Identifier;
  Cardinality cardinality = Cardinality::Single;
  Value by_default;
  Value correct;
  std::optional<Mapping> mapping;
  std::optional<AreaMapping> area_mapping;
  std::optional<LookupTable> table;
  std::optional<double> normal_maximum;
  bool is_shown_in_mathematics = false;  // a template variable whose name in MathML stands for its value
};

// Of a responseDeclaration, outcomeDeclaration or templateDeclaration. `exact_case` holds for entries of mappings that
// say nothing of letter case: so in version 2.1, not later (its schemas, mapEntry). A remark for each value that is not
// of its type; nothing, with a remark of weight Refused, when its own attributes are broken.
[[nodiscard]] std::optional<Declaration> read_declaration(const Element& element, bool exact_case, Remarks& remarks);

}  // namespace hornbook::content::qti
