// XML of books and lessons: pugixml, which fetches nothing and expands nothing; the characters that XML and HTML write
// as names are read when they are asked for.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "content_packs/import/html_names.hpp"
#include "runtime/core/bytes.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::xhtml {

[[nodiscard]] inline bool load_xml(ByteView file, pugi::xml_document& document) {
  constexpr unsigned options =
      (pugi::parse_default & ~pugi::parse_escapes) | pugi::parse_ws_pcdata | pugi::parse_doctype;
  if (file.size() > limits::json_bytes_max) return false;
  return static_cast<bool>(document.load_buffer(file.data(), file.size(), options));
}

// "dc:title" is "title".
[[nodiscard]] inline std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

[[nodiscard]] inline std::string attribute(const pugi::xml_node& node, const char* name) {
  return with_html_names_read(node.attribute(name).value());
}

// Whether the document declares entities of its own, which are never followed.
[[nodiscard]] inline bool declares_entities(const pugi::xml_document& document) {
  for (const pugi::xml_node& node : document)
    if (node.type() == pugi::node_doctype && std::string_view(node.value()).find("<!ENTITY") != std::string_view::npos)
      return true;
  return false;
}

// Where `href` leads from the file `base`, without its fragment; empty when it leads out of the tree or to somewhere
// else.
[[nodiscard]] std::string resolved(const std::string& base, std::string_view href);

}  // namespace hornbook::content::xhtml
