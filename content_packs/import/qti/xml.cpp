#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <utility>

#include "content_packs/import/qti/element.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::qti {
namespace {

constexpr const char* place = "XML";

// Names that HTML has and XML has not, as authors use them without declaring them (HTML 4.01, section 24).
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> html_entities = {{
    {"nbsp", "\u00a0"},   {"times", "×"},  {"divide", "÷"}, {"minus", "−"},  {"plusmn", "±"}, {"deg", "°"},
    {"frac12", "½"},      {"frac14", "¼"}, {"frac34", "¾"}, {"hellip", "…"}, {"ndash", "–"},  {"mdash", "—"},
    {"lsquo", "‘"},       {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},  {"eacute", "é"}, {"egrave", "è"},
    {"thinsp", "\u2009"}, {"pi", "π"},     {"le", "≤"},     {"ge", "≥"},     {"rarr", "→"},   {"euro", "€"},
}};

std::string with_html_entities(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    const std::string_view name = end == std::string_view::npos ? "" : text.substr(at + 1, end - at - 1);
    const auto* found = std::find_if(html_entities.begin(), html_entities.end(),
                                     [&](const auto& entity) { return entity.first == name; });
    if (found == html_entities.end()) {
      result += text[at];
    } else {
      result += found->second;
      at = end;
    }
  }
  return result;
}

// "response-else-if" as "responseElseIf".
std::string joined_by_capitals(std::string_view name) {
  std::string joined;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool is_start = name[at] == '-' && at + 1 < name.size();
    const char next = is_start ? name[++at] : name[at];
    joined += is_start && next >= 'a' && next <= 'z' ? static_cast<char>(next - 'a' + 'A') : next;
  }
  return joined;
}

// QTI 3 writes a few names otherwise than by that rule.
std::string name_of_version_2(std::string_view name) {
  std::string joined = joined_by_capitals(name);
  if (joined == "durationLt") return "durationLT";
  if (joined == "durationGte") return "durationGTE";
  return joined;
}

// Names of elements and attributes that are HTML's in every version.
bool keeps_its_hyphens(std::string_view name) { return name.starts_with("data-") || name.starts_with("aria-"); }

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class Reader {
 public:
  Result<Element> read(const pugi::xml_node& node, std::size_t depth) {
    if (depth > limits::xml_depth_max) return fail(ErrorCode::LimitExceeded, place, "its elements are too deep");
    Element element;
    const std::string_view name = without_prefix(node.name());
    const bool is_version_3 = name.starts_with("qti-");
    element.name = is_version_3 ? name_of_version_2(name.substr(4)) : std::string(name);
    attributes(node, is_version_3, element);
    for (const pugi::xml_node& child : node) {
      if (++nodes_ > limits::xml_nodes_max)
        return fail(ErrorCode::LimitExceeded, place, "it has too many elements and texts");
      if (child.type() == pugi::node_element) {
        TRY_ASSIGN(Element below, read(child, depth + 1));
        element.children.push_back(std::move(below));
      } else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        element.children.push_back({{}, with_html_entities(child.value()), {}, {}});
      }
    }
    return element;
  }

 private:
  static void attributes(const pugi::xml_node& node, bool is_version_3, Element& element) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      if (name.starts_with("xmlns:")) continue;
      std::string key(name.starts_with("xml:") ? name : without_prefix(name));
      if (is_version_3 && !keeps_its_hyphens(key)) key = joined_by_capitals(key);
      element.attributes.insert_or_assign(std::move(key), with_html_entities(attribute.value()));
    }
  }

  std::size_t nodes_ = 0;
};

// The document is of type declarations, too: only there entities can be declared.
bool declares_entities(const pugi::xml_document& document) {
  const auto does = [](const pugi::xml_node& node) {
    return node.type() == pugi::node_doctype && std::string_view(node.value()).find('[') != std::string_view::npos;
  };
  return std::any_of(document.begin(), document.end(), does);
}

std::size_t line_of(ByteView file, std::ptrdiff_t offset) {
  const std::size_t end = std::min(file.size(), static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, offset)));
  return 1 + static_cast<std::size_t>(std::count(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
}

}  // namespace

Result<Element> parse_xml(ByteView file) {
  if (file.size() > limits::xml_bytes_max) return fail(ErrorCode::LimitExceeded, place, "it is too long");
  pugi::xml_document document;
  constexpr unsigned options = pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result parsed = document.load_buffer(file.data(), file.size(), options);
  if (!parsed)
    return fail(ErrorCode::BadInput, place,
                "line " + std::to_string(line_of(file, parsed.offset)) + ": " + parsed.description());
  if (declares_entities(document))
    return fail(ErrorCode::BadInput, place, "it has declarations of its own (entities), which are never followed");
  const pugi::xml_node root = document.document_element();
  if (!root) return fail(ErrorCode::BadInput, place, "it has no element");
  return Reader().read(root, 0);
}

}  // namespace hornbook::content::qti
