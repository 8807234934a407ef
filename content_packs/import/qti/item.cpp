#include "content_packs/import/qti/item.hpp"

#include <algorithm>

#include "content_packs/import/qti/processing.hpp"
#include "content_packs/import/spelling.hpp"

namespace hornbook::content::qti {
namespace {

// Parts between slashes with "." and ".." taken away; nothing when it leads out.
std::optional<std::string> within(std::string_view folder, std::string_view reference) {
  std::vector<std::string_view> parts;
  for (const std::string_view text : {folder, reference})
    for (const std::string_view part : split(text, '/')) {
      if (part.empty() || part == ".") continue;
      if (part != "..") {
        parts.push_back(part);
      } else if (parts.empty()) {
        return std::nullopt;
      } else {
        parts.pop_back();
      }
    }
  std::string path;
  for (const std::string_view part : parts) path.append(path.empty() ? "" : "/").append(part);
  return path;
}

void name_response(Element& rules, const std::string& id) {
  const auto named = rules.attributes.find("identifier");
  if (named != rules.attributes.end() && named->second == "RESPONSE") named->second = id;
  for (Element& child : rules.children) name_response(child, id);
}

class Reader {
 public:
  Reader(Item& item, const SourceTree& tree, Remarks& remarks) : item_(item), tree_(tree), remarks_(remarks) {}

  bool read() {
    const Element& root = item_.root;
    item_.id = root.attribute("identifier");
    item_.title = root.attribute("title");
    item_.language = root.attribute("xml:lang");
    item_.is_adaptive = root.truth("adaptive", false);
    item_.body = root.child("itemBody");
    item_.templates = root.child("templateProcessing");
    if (root.name != "assessmentItem") return refuse("no-item", "its root is <" + cut(root.name, 40) + ">");
    if (item_.body == nullptr) return refuse("item-without-body", "it has no itemBody");
    const bool is_version_2_1 = root.attribute("xmlns").find("v2p1") != std::string_view::npos;
    for (const Element& child : root.children) {
      if (!child.name.ends_with("Declaration") || child.name == "contextDeclaration") continue;
      auto declaration = read_declaration(child, is_version_2_1, remarks_);
      if (!declaration) return false;
      item_.declarations.push_back(std::move(*declaration));
    }
    if (!find_rules()) return false;
    find_score();
    return true;
  }

 private:
  bool refuse(const char* code, std::string sentence) {
    remarks_.push_back({Outcome::Refused, code, item_.id, std::move(sentence)});
    return false;
  }

  [[nodiscard]] std::vector<const Declaration*> responses() const {
    std::vector<const Declaration*> found;
    for (const Declaration& each : item_.declarations)
      if (each.kind == VariableKind::Response) found.push_back(&each);
    return found;
  }

  bool find_rules() {
    const Element* rules = item_.root.child("responseProcessing");
    if (rules == nullptr) return rules_by_declarations();
    if (!rules->elements().empty()) {
      item_.rules = *rules;
      return true;
    }
    for (const char* name : {"template", "templateLocation"}) {
      const std::string address(rules->attribute(name));
      if (address.empty()) continue;
      if (const Element* standard = standard_processing(address)) {
        item_.rules = *standard;
        return name_only_response();
      }
      if (const auto file = find_file(tree_, item_.path, address)) {
        auto parsed = parse_xml(*file->bytes);
        if (!parsed) return refuse("template-broken", cut(address, 80) + ": " + parsed.error().sentence);
        item_.rules = std::move(*parsed);
        return true;
      }
      return refuse("template-unknown", "its response processing is \"" + cut(address, 80) + "\", which is not here");
    }
    return rules_by_declarations();
  }

  // The standard templates are about RESPONSE; an item that calls its only response otherwise means that.
  bool name_only_response() {
    const auto all = responses();
    const auto is_named = [](const Declaration* each) { return each->id == "RESPONSE"; };
    if (all.size() == 1 && !is_named(all.front())) name_response(item_.rules, all.front()->id);
    return true;
  }

  // Without rules: each response that has a mapping is mapped, each that has a right answer is matched.
  bool rules_by_declarations() {
    std::string source;
    for (const Declaration* each : responses()) {
      const std::string name = "<variable identifier='" + each->id + "'/>";
      if (each->mapping && gives_anything(*each->mapping))
        source += "<mapResponse identifier='" + each->id + "'/>";
      else if (each->area_mapping)
        source += "<mapResponsePoint identifier='" + each->id + "'/>";
      else if (!each->correct.is_null())
        matches_ += match_of(*each);
    }
    if (source.empty() && matches_.empty()) return true;
    remarks_.push_back({Outcome::Approximated, "processing-missing", item_.id,
                        "it has no response processing; its mappings and right answers were taken for it"});
    const std::string start =
        source.empty() ? "" : "<setOutcomeValue identifier='SCORE'><sum>" + source + "</sum></setOutcomeValue>";
    if (auto parsed = parse_xml(as_bytes("<responseProcessing>" + start + matches_ + "</responseProcessing>")))
      item_.rules = std::move(*parsed);
    return true;
  }

  static bool gives_anything(const Mapping& mapping) {
    return mapping.upper.value_or(1) > 0 && std::any_of(mapping.entries.begin(), mapping.entries.end(),
                                                        [](const MapEntry& entry) { return entry.mapped > 0; });
  }

  static std::string match_of(const Declaration& response) {
    return "<responseCondition><responseIf><match><variable identifier='" + response.id + "'/><correct identifier='" +
           response.id +
           "'/></match><setOutcomeValue identifier='SCORE'><sum><variable identifier='SCORE'/><baseValue "
           "baseType='float'>1</baseValue></sum></setOutcomeValue></responseIf></responseCondition>";
  }

  // SCORE, or the only outcome that is a number and has that in its name, or the first that is a number.
  void find_score() {
    if (item_.rules.children.empty()) return;
    const Declaration* best = nullptr;
    int best_rank = 0;
    for (const Declaration& each : item_.declarations) {
      const bool is_number = each.type == BaseType::Float || each.type == BaseType::Integer;
      if (each.kind != VariableKind::Outcome || !is_number || each.cardinality != Cardinality::Single) continue;
      const std::string name = in_small_letters(each.id);
      const bool is_bound = name == "maxscore" || name == "minscore";
      const int rank = each.id == "SCORE" ? 4 : name == "score" ? 3 : is_bound ? 0 : name.starts_with("score") ? 2 : 1;
      if (rank > best_rank) {
        best = &each;
        best_rank = rank;
      }
    }
    if (best != nullptr) item_.score = best->id;
    if (best == nullptr && !declares("SCORE")) {
      Declaration score;
      score.id = item_.score = "SCORE";
      score.kind = VariableKind::Outcome;
      score.type = BaseType::Float;
      item_.declarations.push_back(std::move(score));
    }
  }

  [[nodiscard]] bool declares(std::string_view id) const {
    return std::any_of(item_.declarations.begin(), item_.declarations.end(),
                       [&](const Declaration& each) { return each.id == id; });
  }

  Item& item_;
  const SourceTree& tree_;
  Remarks& remarks_;
  std::string matches_;
};

}  // namespace

std::optional<FoundFile> find_file(const SourceTree& tree, std::string_view path, std::string_view reference) {
  reference = reference.substr(0, reference.find_first_of("?#"));
  const bool is_elsewhere =
      reference.find("://") != std::string_view::npos || reference.starts_with("//") || reference.starts_with("data:");
  if (is_elsewhere || reference.empty()) return std::nullopt;
  const std::size_t slash = path.find_last_of('/');
  const std::string_view folder = slash == std::string_view::npos ? "" : path.substr(0, slash);
  for (const std::string& each : {std::string(reference), percent_decoded(reference)}) {
    std::string forward = each;
    std::replace(forward.begin(), forward.end(), '\\', '/');
    const auto wanted = within(forward.starts_with('/') ? "" : folder, forward);
    const auto found = wanted ? tree.find(*wanted) : tree.end();
    if (found != tree.end()) return FoundFile{found->first, &found->second};
  }
  return std::nullopt;
}

std::optional<Item> read_item(Element root, const std::string& path, const SourceTree& tree, Remarks& remarks) {
  Item item;
  item.root = std::move(root);
  item.path = path;
  if (!Reader(item, tree, remarks).read()) return std::nullopt;
  return item;
}

}  // namespace hornbook::content::qti
