#include "content_packs/import/h5p/import_h5p.hpp"

#include "content_packs/import/h5p/task.hpp"
#include "content_packs/import/h5p/words.hpp"
#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/sound_item.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content {
namespace {

using pack::Json;

constexpr const char* place = "H5P";
constexpr std::string_view manifest_name = "h5p.json";
constexpr std::size_t contents_max = 1000;  // of one question set

Json parsed(const SourceTree& tree, const std::string& path) {
  const auto found = tree.find(path);
  if (found == tree.end() || found->second.size() > limits::json_bytes_max) return Json();
  const auto shallow = [](int depth, Json::parse_event_t, Json&) {
    return depth <= static_cast<int>(limits::json_depth_max);
  };
  return Json::parse(found->second.begin(), found->second.end(), shallow, false);
}

std::string text(const Json& json, const char* name) {
  return json.is_object() && json.contains(name) && json[name].is_string() ? json[name].get<std::string>()
                                                                           : std::string();
}

// As H5P writes licences.
std::string spdx_of(const std::string& licence, const std::string& version) {
  if (licence == "CC0 1.0" || licence == "CC PDM") return "CC0-1.0";
  if (licence.starts_with("CC BY")) {
    std::string name = licence;
    for (char& c : name)
      if (c == ' ') c = '-';
    return name + "-" + (version.empty() ? "4.0" : version.substr(0, version.find(' ')));
  }
  return "LicenseRef-unstated";
}

class Importer {
 public:
  explicit Importer(const SourceTree& tree) : tree_(tree) { result_.report.format = "h5p"; }

  Result<Imported> import() {
    for (const auto& [path, bytes] : tree_)
      if (path == manifest_name || path.ends_with("/" + std::string(manifest_name)))
        take_file(path.substr(0, path.size() - manifest_name.size()));
    if (result_.report.items.empty() && result_.pack.title.empty())
      return fail(ErrorCode::NotFound, place, "there is no h5p.json; give an .h5p file or a folder of them");
    result_.report.skills = result_.pack.skills.size();
    result_.report.media = result_.pack.media.size();
    return std::move(result_);
  }

 private:
  void take_file(const std::string& folder) {
    const Json manifest = parsed(tree_, folder + std::string(manifest_name));
    const std::string title = text(manifest, "title");
    describe(manifest, title.empty() ? "H5P" : title);
    const Json content = parsed(tree_, folder + "content/content.json");
    const std::string library = text(manifest, "mainLibrary");
    if (!manifest.is_object() || !content.is_object())
      return refuse(folder, "json-broken", "its JSON is missing or damaged");
    skill_ = skill_called(title.empty() ? result_.pack.title : title);
    take(title.empty() ? "item" : title, library, content, folder + "content/");
  }

  // The first file says what the pack is called.
  void describe(const Json& manifest, const std::string& title) {
    ImportedPack& pack = result_.pack;
    if (!pack.title.empty()) return;
    pack.title = cut(title, limits::name_bytes_max);
    pack.name = "org.h5p." + identifier_of(pack.title);
    const std::string language = text(manifest, "language");
    pack.language = language.empty() || language == "und" ? "en" : language;
    pack.subject = "h5p";
    pack.licence = spdx_of(text(manifest, "license"), text(manifest, "licenseVersion"));
    if (pack.licence == "LicenseRef-unstated")
      result_.report.remarks.push_back({Outcome::Approximated, "licence-unclear", "", "its licence is not known"});
    if (manifest.is_object() && manifest.contains("authors") && manifest["authors"].is_array())
      for (const Json& author : manifest["authors"])
        if (const std::string name = text(author, "name"); !name.empty() && pack.authors.size() < 64)
          pack.authors.push_back(name);
    if (pack.authors.empty()) pack.authors = {"the author of " + pack.title};
  }

  void take(const std::string& name, const std::string& library, const Json& content, const std::string& folder) {
    if (library.substr(0, library.find(' ')) != "H5P.QuestionSet") return take_one(name, library, content, folder);
    if (!content.contains("questions") || !content["questions"].is_array())
      return refuse(name, "json-broken", "its list of questions is missing");
    std::size_t number = 0;
    for (const Json& each : content["questions"]) {
      if (++number > contents_max) return refuse(name, "questions-too-many", "the rest of its questions was left out");
      const Json parameters = each.is_object() && each.contains("params") ? each["params"] : Json::object();
      const std::string own = text(each.is_object() && each.contains("metadata") ? each["metadata"] : Json(), "title");
      take_one(own.empty() ? name + " " + std::to_string(number) : own, text(each, "library"), parameters, folder);
    }
  }

  void take_one(const std::string& name, const std::string& library, const Json& content, const std::string& folder) {
    ItemReport report;
    report.id = cut(name, limits::name_bytes_max);
    auto item = h5p::item_of(library, content, {tree_, folder}, result_.pack.media, report.remarks);
    if (item) {
      item->id = ids_.give(name);
      item->objective = report.id;
      item->skills = {skill_};
      item->steps.front().skills = item->skills;
    }
    take_item(std::move(item), std::move(report), result_);
  }

  void refuse(const std::string& name, const char* code, const char* sentence) {
    ItemReport report;
    report.id = name.empty() ? std::string(place) : cut(name, limits::name_bytes_max);
    report.remarks = {{Outcome::Refused, code, "", sentence}};
    report.outcome = Outcome::Refused;
    result_.report.items.push_back(std::move(report));
  }

  std::string skill_called(const std::string& title) {
    const std::string shown = cut(title, limits::name_bytes_max);
    const std::string id = skill_ids_.give(shown);
    result_.pack.skills.push_back({id, shown, shown, {}});
    return id;
  }

  const SourceTree& tree_;
  UniqueIdentifiers ids_, skill_ids_;
  std::string skill_;
  Imported result_;
};

}  // namespace

Result<Imported> import_h5p(const SourceTree& tree) { return Importer(tree).import(); }

}  // namespace hornbook::content
