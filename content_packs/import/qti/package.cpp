#include "content_packs/import/qti/package.hpp"

#include <algorithm>
#include <set>

#include "content_packs/import/spelling.hpp"

namespace hornbook::content::qti {
namespace {

constexpr const char* place = "QTI package";
constexpr std::string_view manifest_name = "imsmanifest.xml";

bool is_manifest(std::string_view path) {
  return path == manifest_name || path.ends_with(std::string("/").append(manifest_name));
}

struct Resource {
  const Element* element;
  std::string manifest;  // its path
};

class Reader {
 public:
  explicit Reader(const SourceTree& tree) : tree_(tree) {}

  Result<Package> read() {
    for (const auto& [path, bytes] : tree_)
      if (in_small_letters(path).ends_with(".xml")) parse(path, bytes);
    for (const auto& [path, root] : documents_)
      if (is_manifest(path)) manifest(path, root);
    check_dependencies();
    for (const auto& [path, root] : documents_)
      if (root.name == "assessmentTest") test(path, root);
    order_.insert(order_.end(), listed_.begin(), listed_.end());
    for (const auto& [path, root] : documents_) order_.emplace_back(path);
    for (const std::string& path : order_) take(path);
    if (result_.items.empty() && result_.broken.empty())
      return fail(ErrorCode::NotFound, place, "there is no assessmentItem in it");
    return std::move(result_);
  }

 private:
  void parse(const std::string& path, const Bytes& bytes) {
    auto parsed = parse_xml(bytes);
    if (parsed) {
      documents_.emplace(path, std::move(*parsed));
      return;
    }
    ItemReport report;
    report.id = path;
    report.outcome = Outcome::Refused;
    report.remarks.push_back({Outcome::Refused, "xml-broken", path, parsed.error().sentence});
    result_.broken.push_back(std::move(report));
  }

  void remark(const char* code, const std::string& where, std::string sentence,
              Outcome weight = Outcome::Approximated) {
    result_.remarks.push_back({weight, code, where, std::move(sentence)});
  }

  void manifest(const std::string& path, const Element& root) {
    if (root.name != "manifest") return remark("manifest-broken", path, "its root is <" + cut(root.name, 40) + ">");
    if (result_.title.empty())
      for (const Element* title : all_called(root, "title"))
        if (result_.title.empty()) result_.title = text_in(*title);
    const Element* resources = root.child("resources");
    if (resources == nullptr) return remark("manifest-broken", path, "it has no resources");
    const std::string base(resources->attribute("xml:base"));
    for (const Element* resource : resources->children_called("resource")) {
      const std::string id(resource->attribute("identifier"));
      if (!resources_.emplace(id, Resource{resource, path}).second)
        remark("resource-twice", id, "two resources have this identifier; the first counts");
      const std::string folder = base + std::string(resource->attribute("xml:base"));
      if (resource->has("href")) list(path, *resource, folder + std::string(resource->attribute("href")));
      for (const Element* file : resource->children_called("file"))
        static_cast<void>(found(path, folder + std::string(file->attribute("href")), id));
    }
  }

  std::optional<FoundFile> found(const std::string& from, const std::string& reference, const std::string& where) {
    auto file = find_file(tree_, from, reference);
    if (!file && reported_.insert(reference).second)
      remark("file-missing", where, "\"" + cut(reference, 120) + "\" is named but is not in the package");
    return file;
  }

  void list(const std::string& path, const Element& resource, const std::string& reference) {
    const std::string_view type = resource.attribute("type");
    const std::string id(resource.attribute("identifier"));
    const auto file = found(path, reference, id);
    if (!file) return;
    const auto document = documents_.find(file->path);
    const bool is_item_type = type.find("item") != std::string_view::npos;
    if (document == documents_.end() || document->second.name == "assessmentItem") {
      if (document != documents_.end()) listed_.push_back(file->path);
      return;
    }
    if (is_item_type) remark("resource-of-other-kind", id, "it should be an item, but it is none");
  }

  // Unknown ones, and circles, which do not stop the import: nothing follows dependencies.
  void check_dependencies() {
    for (const auto& [id, resource] : resources_) {
      for (const Element* each : resource.element->children_called("dependency"))
        if (!resources_.contains(std::string(each->attribute("identifierref"))))
          remark(
              "dependency-unknown", id,
              "it depends on \"" + cut(std::string(each->attribute("identifierref")), 80) + "\", which is not there");
      if (leads_back(id)) remark("dependency-circle", id, "its dependencies lead in a circle");
    }
  }

  [[nodiscard]] bool leads_back(const std::string& start) const {
    std::set<std::string> seen;
    std::vector<std::string> open{start};
    while (!open.empty()) {
      const auto resource = resources_.find(open.back());
      open.pop_back();
      if (resource == resources_.end()) continue;
      for (const Element* each : resource->second.element->children_called("dependency")) {
        const std::string next(each->attribute("identifierref"));
        if (next == start) return true;
        if (seen.insert(next).second) open.push_back(next);
      }
    }
    return false;
  }

  void test(const std::string& path, const Element& root) {
    if (result_.title.empty()) result_.title = root.attribute("title");
    section(path, root, {});
    if (root.child("outcomeProcessing") != nullptr)
      remark("test-scores", path, "how a test adds up its items' scores is not used: Hornbook has its own model",
             Outcome::Taken);
  }

  void section(const std::string& path, const Element& element, const std::string& title) {
    for (const Element* child : element.elements()) {
      if (child->name == "testPart") section(path, *child, title);
      if (child->name == "assessmentSection") {
        const std::string own(child->attribute("title"));
        section(path, *child, own.empty() ? title : own);
      }
      if (child->name == "assessmentItemRef" || child->name == "assessmentSectionRef") refer(path, *child, title);
    }
  }

  void refer(const std::string& path, const Element& element, const std::string& title) {
    const auto file = found(path, std::string(element.attribute("href")), std::string(element.attribute("identifier")));
    if (!file) return;
    const auto document = documents_.find(file->path);
    if (document == documents_.end()) return;
    if (document->second.name == "assessmentSection") {
      if (!sections_.insert(file->path).second)
        return remark("section-twice", file->path, "the section is named again; the first time counts");
      const std::string own(document->second.attribute("title"));
      return section(file->path, document->second, own.empty() ? title : own);
    }
    order_.push_back(file->path);
    section_of_.emplace(file->path, title);
  }

  void take(const std::string& path) {
    const auto document = documents_.find(path);
    if (document == documents_.end() || !taken_.insert(path).second) return;
    if (document->second.name != "assessmentItem") return other(path, document->second);
    if (!listed_.empty() && std::find(listed_.begin(), listed_.end(), path) == listed_.end())
      remark("item-not-in-manifest", path, "the manifest does not name it; it was taken all the same");
    result_.items.push_back({path, document->second, section_of_[path]});
  }

  void other(const std::string& path, const Element& root) {
    static const std::set<std::string_view> known = {"assessmentTest", "assessmentSection", "manifest",
                                                     "responseProcessing", "assessmentStimulus"};
    if (!known.contains(root.name))
      remark("file-of-other-kind", path, "<" + cut(root.name, 40) + "> is no item and was passed over", Outcome::Taken);
  }

  const SourceTree& tree_;
  std::map<std::string, Element> documents_;  // by path
  std::map<std::string, Resource> resources_;
  std::vector<std::string> listed_;  // paths of items in the manifests
  std::vector<std::string> order_;
  std::map<std::string, std::string> section_of_;
  std::set<std::string> taken_;
  std::set<std::string> sections_;
  std::set<std::string> reported_;
  Package result_;
};

}  // namespace

Result<Package> read_package(const SourceTree& tree) { return Reader(tree).read(); }

}  // namespace hornbook::content::qti
