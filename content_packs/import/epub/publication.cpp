#include "content_packs/import/epub/publication.hpp"

#include <algorithm>
#include <set>

#include "content_packs/import/spelling.hpp"
#include "content_packs/import/xhtml/xml.hpp"

namespace hornbook::content::epub {
namespace {

using xhtml::attribute;
using xhtml::declares_entities;
using xhtml::load_xml;
using xhtml::local_name;
using xhtml::resolved;

constexpr const char* place = "EPUB";

// Hides fonts alone (EPUB 3.3 OCF, section 4.4, and Adobe's older way).
constexpr std::string_view font_obfuscations[] = {"http://www.idpf.org/2008/embedding",
                                                  "http://ns.adobe.com/pdf/enc#RC"};

std::string words_in(const pugi::xml_node& node) {
  std::string words;
  for (const pugi::xml_node& child : node)
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) words += child.value();
  return std::string(trimmed(with_html_names_read(words)));
}

template <class Visit>
void visit_elements(const pugi::xml_node& root, std::size_t depth, const Visit& visit) {
  if (depth > limits::json_depth_max) return;
  for (const pugi::xml_node& child : root) {
    if (child.type() != pugi::node_element) continue;
    visit(child);
    visit_elements(child, depth + 1, visit);
  }
}

const Bytes* file_at(const SourceTree& container, const std::string& path) {
  const auto found = container.find(path);
  return found == container.end() ? nullptr : &found->second;
}

Result<std::string> package_path(const SourceTree& container) {
  const Bytes* file = file_at(container, "META-INF/container.xml");
  if (file == nullptr) return fail(ErrorCode::NotFound, place, "it is no EPUB: META-INF/container.xml is missing");
  pugi::xml_document document;
  if (!load_xml(*file, document)) return fail(ErrorCode::BadInput, place, "META-INF/container.xml is no XML");
  std::string path;
  visit_elements(document, 0, [&](const pugi::xml_node& node) {
    if (path.empty() && local_name(node) == "rootfile") path = resolved("", attribute(node, "full-path"));
  });
  if (path.empty() || file_at(container, path) == nullptr)
    return fail(ErrorCode::BadInput, place, "META-INF/container.xml names no package that is there");
  return path;
}

// Paths whose bytes are protected, without hidden fonts.
std::set<std::string> encrypted_paths(const SourceTree& container) {
  std::set<std::string> paths;
  const Bytes* file = file_at(container, "META-INF/encryption.xml");
  pugi::xml_document document;
  if (file == nullptr || !load_xml(*file, document)) return paths;
  visit_elements(document, 0, [&](const pugi::xml_node& node) {
    if (local_name(node) != "EncryptedData") return;
    std::string algorithm, path;
    visit_elements(node, 0, [&](const pugi::xml_node& part) {
      if (local_name(part) == "EncryptionMethod" && algorithm.empty()) algorithm = attribute(part, "Algorithm");
      if (local_name(part) == "CipherReference") path = resolved("", attribute(part, "URI"));
    });
    const bool hides_a_font =
        std::find(std::begin(font_obfuscations), std::end(font_obfuscations), algorithm) != std::end(font_obfuscations);
    if (!hides_a_font) paths.insert(path);
  });
  return paths;
}

struct ManifestItem {
  std::string path;
  std::string type;
  std::string properties;
};
using Manifest = std::map<std::string, ManifestItem>;

class PackageReader {
 public:
  PackageReader(const SourceTree& container, std::string path, Remarks& remarks)
      : container_(container), path_(std::move(path)), encrypted_(encrypted_paths(container)), remarks_(remarks) {}

  Result<Publication> read() {
    pugi::xml_document document;
    if (!load_xml(container_.at(path_), document)) return fail(ErrorCode::BadInput, place, path_ + " is no XML");
    if (declares_entities(document)) remark("entities-declared", path_, "its own entities are never followed");
    visit_elements(document, 0, [&](const pugi::xml_node& node) { look_at(node); });
    for (const auto& [id, is_linear] : order_) add_to_spine(id, is_linear);
    if (publication_.spine.empty()) return fail(ErrorCode::BadInput, place, "its spine has nothing to read");
    return std::move(publication_);
  }

 private:
  void remark(std::string code, std::string where, std::string sentence) {
    remarks_.push_back({Outcome::Approximated, std::move(code), std::move(where), std::move(sentence)});
  }

  void look_at(const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    const std::string_view parent = local_name(node.parent());
    if (name == "item" && parent == "manifest") {
      manifest_.insert_or_assign(attribute(node, "id"),
                                 ManifestItem{resolved(path_, attribute(node, "href")), attribute(node, "media-type"),
                                              attribute(node, "properties")});
    } else if (name == "itemref" && parent == "spine") {
      order_.emplace_back(attribute(node, "idref"), attribute(node, "linear") != "no");
    } else {
      look_at_metadata(name, node);
    }
  }

  void look_at_metadata(std::string_view name, const pugi::xml_node& node) {
    if (!std::string_view(node.name()).starts_with("dc:")) return;
    const std::string words = words_in(node);
    if (words.empty()) return;
    const auto first = [&](std::string& field) {
      if (field.empty()) field = words;
    };
    if (name == "title") first(publication_.title);
    if (name == "language") first(publication_.language);
    if (name == "rights") first(publication_.rights);
    if (name == "source") first(publication_.source);
    if (name == "identifier") first(publication_.identifier);
    if (name == "creator" || name == "contributor") publication_.creators.push_back(words);
  }

  void add_to_spine(const std::string& id, bool is_linear) {
    const auto found = manifest_.find(id);
    if (found == manifest_.end()) return remark("spine-item-unknown", id, "the spine names what is in no manifest");
    const ManifestItem& item = found->second;
    const bool is_document = item.type == "application/xhtml+xml" || item.type == "text/html";
    if (!is_document) return remark("spine-item-of-other-type", item.path, "it is no XHTML but " + item.type);
    if (item.path.empty()) return remark("path-outside", id, "its address leads out of the book; it is left out");
    if (!container_.contains(item.path)) return remark("spine-item-missing", item.path, "the file is not there");
    if (!is_linear) {
      return remarks_.push_back(
          {Outcome::Taken, "spine-item-aside", item.path, "it is not part of the reading order (linear=\"no\")"});
    }
    const bool is_navigation = item.properties.find("nav") != std::string::npos;
    publication_.spine.push_back({item.path, encrypted_.contains(item.path), is_navigation});
  }

  const SourceTree& container_;
  std::string path_;
  std::set<std::string> encrypted_;
  Remarks& remarks_;
  Manifest manifest_;
  std::vector<std::pair<std::string, bool>> order_;
  Publication publication_;
};

}  // namespace

Result<Publication> read_publication(const SourceTree& container, Remarks& remarks) {
  TRY_ASSIGN(std::string path, package_path(container));
  return PackageReader(container, std::move(path), remarks).read();
}

}  // namespace hornbook::content::epub
