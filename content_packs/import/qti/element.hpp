// A QTI document as a tree. Names are those of QTI 2.x without a prefix, whatever version the file is of: QTI 3's
// `qti-choice-interaction` with `response-identifier` is `choiceInteraction` with `responseIdentifier`, and MathML's
// `m:mfrac` is `mfrac`.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/bytes.hpp"

namespace hornbook::content::qti {

struct Element {
  std::string name;  // empty: a text
  std::string text;  // of a text, with its spaces
  std::map<std::string, std::string, std::less<>> attributes;
  std::vector<Element> children;

  [[nodiscard]] bool is_text() const { return name.empty(); }
  // Without the spaces around it; empty when it is missing.
  [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
  [[nodiscard]] bool has(std::string_view wanted) const { return attributes.contains(wanted); }
  // "true" or "1".
  [[nodiscard]] bool truth(std::string_view wanted, bool otherwise) const;
  // The first child of that name; null when there is none.
  [[nodiscard]] const Element* child(std::string_view wanted) const;
  [[nodiscard]] std::vector<const Element*> children_called(std::string_view wanted) const;
  // Children that are no texts.
  [[nodiscard]] std::vector<const Element*> elements() const;
};

// All texts in it, one after another, without the spaces around them.
[[nodiscard]] std::string text_in(const Element& element);
// Every element of that name in it, itself included, in the order of the document.
[[nodiscard]] std::vector<const Element*> all_called(const Element& element, std::string_view wanted);

// The root of an XML 1.0 document (pugixml). Nothing in it is fetched or expanded but XML's five entities and
// characters by number; names of HTML such as &nbsp; that nobody declared are read as HTML's. BadInput when it is
// malformed or declares entities, LimitExceeded when it is too large or too deep.
[[nodiscard]] Result<Element> parse_xml(ByteView file);

}  // namespace hornbook::content::qti
