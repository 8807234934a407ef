#include "content_packs/import/qti/element.hpp"

#include "content_packs/import/spelling.hpp"

namespace hornbook::content::qti {
namespace {

void collect_text(const Element& element, std::string& text) {
  text += element.text;
  for (const Element& child : element.children) collect_text(child, text);
}

void collect(const Element& element, std::string_view wanted, std::vector<const Element*>& found) {
  if (element.name == wanted) found.push_back(&element);
  for (const Element& child : element.children) collect(child, wanted, found);
}

}  // namespace

std::string_view Element::attribute(std::string_view wanted) const {
  const auto found = attributes.find(wanted);
  return found == attributes.end() ? std::string_view() : trimmed(found->second);
}

bool Element::truth(std::string_view wanted, bool otherwise) const {
  const std::string_view value = attribute(wanted);
  return value.empty() ? otherwise : value == "true" || value == "1";
}

const Element* Element::child(std::string_view wanted) const {
  for (const Element& each : children)
    if (each.name == wanted) return &each;
  return nullptr;
}

std::vector<const Element*> Element::children_called(std::string_view wanted) const {
  std::vector<const Element*> found;
  for (const Element& each : children)
    if (each.name == wanted) found.push_back(&each);
  return found;
}

std::vector<const Element*> Element::elements() const {
  std::vector<const Element*> found;
  for (const Element& each : children)
    if (!each.is_text()) found.push_back(&each);
  return found;
}

std::string text_in(const Element& element) {
  std::string text;
  collect_text(element, text);
  return std::string(trimmed(text));
}

std::vector<const Element*> all_called(const Element& element, std::string_view wanted) {
  std::vector<const Element*> found;
  collect(element, wanted, found);
  return found;
}

}  // namespace hornbook::content::qti
