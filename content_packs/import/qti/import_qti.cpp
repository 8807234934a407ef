#include "content_packs/import/qti/import_qti.hpp"

#include <algorithm>

#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "content_packs/import/qti/convert.hpp"
#include "content_packs/import/qti/package.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content {
namespace {

using namespace qti;

constexpr std::size_t title_bytes_max = 200;

struct Loaded {
  Item item;
  std::string section;
  Remarks remarks;
};

// "en-US" as "en": a pack has one language, and its texts one for all regions.
std::string language_of(const std::string& tag) {
  const std::string small = in_small_letters(tag.substr(0, tag.find_first_of("-_")));
  const bool is_tag = !small.empty() && small.size() <= 3 &&
                      std::all_of(small.begin(), small.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_tag ? small : std::string();
}

class Importer {
 public:
  Importer(const SourceTree& tree, Package package) : tree_(tree), package_(std::move(package)) {
    result_.report.format = "qti";
    result_.report.remarks = package_.remarks;
    result_.report.items = package_.broken;
  }

  Imported import() {
    std::vector<Loaded> loaded;
    for (PackagedItem& each : package_.items) load(each, loaded);
    choose_language(loaded);
    for (const Loaded& each : loaded) convert(each);
    describe();
    return std::move(result_);
  }

 private:
  void load(PackagedItem& packaged, std::vector<Loaded>& loaded) {
    Remarks remarks;
    const std::string id(packaged.root.attribute("identifier"));
    auto item = read_item(std::move(packaged.root), packaged.path, tree_, remarks);
    if (item) {
      loaded.push_back({std::move(*item), packaged.section, std::move(remarks)});
      return;
    }
    ItemReport report;
    report.id = id.empty() ? packaged.path : id;
    report.outcome = Outcome::Refused;
    report.remarks = std::move(remarks);
    result_.report.items.push_back(std::move(report));
  }

  // The one that most items say they are in; those that say nothing are taken to be in it.
  void choose_language(std::vector<Loaded>& loaded) {
    std::map<std::string, std::size_t> items_in;
    for (const Loaded& each : loaded)
      if (const std::string language = language_of(each.item.language); !language.empty()) ++items_in[language];
    std::string& chosen = result_.pack.language;
    for (const auto& [language, items] : items_in)
      if (chosen.empty() || items > items_in[chosen]) chosen = language;
    if (chosen.empty()) chosen = "en";
    std::erase_if(loaded, [&](const Loaded& each) {
      const std::string language = language_of(each.item.language);
      if (language.empty() || language == chosen) return false;
      ItemReport report;
      report.id = each.item.id;
      report.outcome = Outcome::Refused;
      report.remarks.push_back({Outcome::Refused, "language-other", each.item.id,
                                "it is in \"" + language + "\"; most items are in \"" + chosen + "\""});
      result_.report.items.push_back(std::move(report));
      return true;
    });
  }

  void convert(const Loaded& loaded) {
    ConvertedItem converted = convert_item(loaded.item, tree_, result_.pack.language);
    ItemReport& report = converted.report;
    report.remarks.insert(report.remarks.begin(), loaded.remarks.begin(), loaded.remarks.end());
    if (std::any_of(converted.items.begin(), converted.items.end(), [&](const ImportedItem& item) {
          return to_yaml(item, result_.pack.language).size() > limits::object_bytes_max;
        })) {
      report.remarks.push_back({Outcome::Refused, "item-too-long", report.id, "it is longer than an item may be"});
      converted.items.clear();
    }
    report.outcome = std::max(report.outcome, outcome_of(report.remarks));
    for (ImportedItem& item : converted.items) add(std::move(item), loaded.section, report);
    if (!converted.items.empty()) result_.pack.media.merge(converted.media);
    result_.report.items.push_back(std::move(report));
  }

  void add(ImportedItem item, const std::string& section, ItemReport& report) {
    const std::string title = section.empty() ? pack_title() : section;
    auto known = skills_.find(title);
    if (known == skills_.end()) {
      known = skills_.emplace(title, skill_ids_.give(title)).first;
      result_.pack.skills.push_back({known->second, cut(title, title_bytes_max), cut(title, title_bytes_max), {}});
    }
    item.skills = {known->second};
    for (ImportedStep& step : item.steps) step.skills = {known->second};
    item.id = ids_.give(item.id);
    report.items.push_back(item.id);
    result_.pack.items.push_back(std::move(item));
  }

  [[nodiscard]] std::string pack_title() const {
    return package_.title.empty() ? "QTI" : cut(package_.title, title_bytes_max);
  }

  void describe() {
    ImportedPack& pack = result_.pack;
    pack.title = pack_title();
    pack.name = "org.qti." + identifier_of(pack.title);
    pack.subject = cut(pack.title, 100);
    pack.licence = "LicenseRef-unknown";
    pack.authors = {pack.title};
    remark("licence-unclear",
           "QTI says nothing that can be relied on of licence and authors; ask before it is passed on");
    remark("difficulty-unknown", "QTI has no difficulties; every item begins at 5");
    result_.report.skills = pack.skills.size();
    result_.report.media = pack.media.size();
  }

  void remark(const char* code, std::string sentence) {
    result_.report.remarks.push_back({Outcome::Approximated, code, "", std::move(sentence)});
  }

  const SourceTree& tree_;
  Package package_;
  UniqueIdentifiers ids_;
  UniqueIdentifiers skill_ids_;
  std::map<std::string, std::string> skills_;  // ids by title
  Imported result_;
};

}  // namespace

Result<Imported> import_qti(const SourceTree& tree) {
  TRY_ASSIGN(Package package, read_package(tree));
  return Importer(tree, std::move(package)).import();
}

}  // namespace hornbook::content
