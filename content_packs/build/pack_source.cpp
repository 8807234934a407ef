#include "content_packs/build/pack_source.hpp"

#include <algorithm>

#include "content_packs/build/manifest.hpp"
#include "content_packs/build/passage_check.hpp"
#include "content_packs/build/sample.hpp"
#include "content_packs/build/yaml_document.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/engage/task.hpp"

namespace hornbook::content {
namespace {

class Reader {
 public:
  Reader(const SourceTree& tree, const LookIntoMedia& look_into) : tree_(tree), look_into_(look_into) {}

  ReadOutcome read() {
    decode_file("pack.yaml", decode_manifest);
    if (!problems_.empty()) return {{}, std::move(problems_)};  // without its languages nothing else can be judged
    reads_aloud_ = reads_aloud(parse_yaml(tree_.at("pack.yaml"))->json);
    decode_file("skills.yaml", decode_skills);
    if (tree_.contains("misconceptions.yaml")) decode_file("misconceptions.yaml", decode_misconceptions);
    for (const auto& [path, bytes] : tree_) look_at(path, bytes);
    surroundings_ = surroundings();
    for (const auto& [path, bytes] : tree_)
      if (is_passage(path)) passage(path, bytes);
    for (const auto& [path, bytes] : tree_)
      if (is_item(path)) item(path, bytes);
    if (problems_.empty()) look_for_unread_passages();
    if (problems_.empty()) look_for_missing_times();
    // What they say of items can only be judged when all items are there.
    if (problems_.empty() && tree_.contains("experiments.yaml")) decode_file("experiments.yaml", decode_experiments);
    if (source_.items.empty() && problems_.empty()) report("items", 0, "the pack has no items; add items/01-….yaml");
    return {std::move(source_), std::move(problems_)};
  }

 private:
  static bool is_item(std::string_view path) { return path.starts_with("items/") && path.ends_with(".yaml"); }
  static bool is_passage(std::string_view path) { return path.starts_with("passages/") && path.ends_with(".yaml"); }

  void report(std::string file, int line, std::string sentence) {
    problems_.push_back({std::move(file), line, std::move(sentence)});
  }

  void decode_file(const std::string& path, pack::Read<void> (*decode)(const pack::Json&, pack::Index&)) {
    const auto found = tree_.find(path);
    if (found == tree_.end()) return report(path, 0, "the file is missing; add it");
    const auto document = parse_yaml(found->second);
    if (!document) return report(path, document.error().line, document.error().sentence);
    if (const auto done = decode(document->json, source_.index); !done)
      report(path, document->line_of(done.error().pointer), done.error().sentence);
  }

  void look_at(const std::string& path, const Bytes& bytes) {
    static const std::vector<std::string> known = {"pack.yaml", "skills.yaml", "misconceptions.yaml",
                                                   "experiments.yaml", "README.md"};
    if (path.starts_with("media/")) {
      source_.media.emplace(path, bytes);
    } else if (!is_item(path) && !is_passage(path) && std::find(known.begin(), known.end(), path) == known.end()) {
      report(path, 0,
             "a pack has no such file; items are items/NAME.yaml, texts passages/NAME.yaml, pictures, sounds and "
             "videos lie in "
             "media/");
    }
  }

  pack::ItemSurroundings surroundings() {
    pack::ItemSurroundings result;
    result.languages = source_.index.languages;
    result.misconception = [this](const std::string& id) -> std::optional<std::uint16_t> {
      const auto& all = source_.index.misconceptions;
      const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
      if (found == all.end()) return std::nullopt;
      return static_cast<std::uint16_t>(found - all.begin());
    };
    result.media = [this](const std::string& path, engage::MediaUse use) { return media_file(path, use); };
    return result;
  }

  tl::expected<engage::MediaFile, std::string> media_file(const std::string& path, engage::MediaUse use) {
    const auto found = source_.media.find(path);
    if (found == source_.media.end()) return engage::no_such_media(path);
    engage::MediaFile file{hash(found->second), std::nullopt, {}};
    if (use == engage::MediaUse::Captions) file.text = as_text(found->second);
    if (!look_into_ || (use != engage::MediaUse::Sound && use != engage::MediaUse::Video)) return file;
    auto known = looked_into_.find({path, use});
    if (known == looked_into_.end())
      known = looked_into_.emplace(std::pair(path, use), look_into_(use, found->second)).first;
    if (!known->second) return tl::unexpected(path + ": " + known->second.error());
    file.length_ms = *known->second;
    return file;
  }

  void passage(const std::string& path, const Bytes& bytes) {
    ++passage_files_;
    if (source_.passages.size() == limits::pack_passages_max)
      return report(path, 0, "the pack has too many passages; make two packs of it");
    auto document = parse_yaml(bytes);
    if (!document) return report(path, document.error().line, document.error().sentence);
    auto decoded = pack::decode_passage(document->json, surroundings_);
    if (!decoded) return report(path, document->line_of(decoded.error().pointer), decoded.error().sentence);
    if (!passage_numbers_.emplace(decoded->id, source_.passages.size() + 1).second)
      return report(path, document->line_of("/id"), "another passage has the same id");
    pack::LocalisedText title(decoded->title.begin(), decoded->title.end());
    source_.index.passages.push_back({decoded->id, std::move(title), pack::levels_of(*decoded), 0});
    source_.passages.push_back({path, document->line_of("/levels"), std::move(*decoded), std::move(document->json)});
  }

  // The number of the passage that the item reads; 0 when it reads none.
  pack::Read<std::uint32_t> passage_of(const pack::DecodedItem& item) const {
    if (item.passage.empty()) {
      if (engage::kind_of(item.item) == engage::ReadingTemplate::number)
        return pack::bad_field("/reading", "there is nothing to read; name a passage");
      return 0U;
    }
    const auto found = passage_numbers_.find(item.passage);
    // One that could not be read is reported where it stands.
    if (found == passage_numbers_.end() && source_.passages.size() < passage_files_) return 0U;
    if (found == passage_numbers_.end())
      return pack::bad_field("/passage", "there is no passage \"" + item.passage + "\" in passages/");
    const std::size_t paragraphs = engage::paragraphs_of_every_level(source_.passages[found->second - 1].decoded);
    if (item.paragraph.value_or(0) > paragraphs)
      return pack::bad_field(
          "/paragraph", "a level of the passage has " + std::to_string(paragraphs) + " paragraphs; name one of these");
    return static_cast<std::uint32_t>(found->second);
  }

  // What takes longer than another question is only told where both are known.
  void look_for_missing_times() {
    const auto is_timed = [](const pack::IndexItem& item) { return item.typical_ms > 0; };
    if (std::ranges::none_of(source_.index.items, is_timed)) return;
    for (std::size_t i = 0; i < source_.items.size(); ++i) {
      const pack::IndexItem& item = source_.index.items[i];
      if (engage::is_evidence(item.kind) && !is_timed(item))
        report(source_.items[i].file, 0,
               "it says no typical_seconds, and other items of the pack do; say them of all, or of none");
    }
  }

  void look_for_unread_passages() {
    std::set<std::uint32_t> read;
    for (const pack::IndexItem& item : source_.index.items) read.insert(item.passage);
    for (std::uint32_t i = 0; i < source_.passages.size(); ++i)
      if (!read.contains(i + 1))
        report(source_.passages[i].file, 0,
               "no item reads it; add one with passage: " + source_.passages[i].decoded.id + " and a task");
  }

  void item(const std::string& path, const Bytes& bytes) {
    auto document = parse_yaml(bytes);
    if (!document) return report(path, document.error().line, document.error().sentence);
    if (reads_aloud_ && document->json.is_object()) document->json.emplace("read_aloud", true);
    auto decoded = pack::decode_item(document->json, surroundings_);
    if (!decoded) return report(path, document->line_of(decoded.error().pointer), decoded.error().sentence);
    pack::IndexItem entry;
    entry.id = decoded->id;
    entry.former = decoded->former;
    entry.misconceptions = decoded->misconceptions;
    entry.step_misconceptions = decoded->step_misconceptions;
    entry.typical_ms = decoded->typical_ms;
    entry.kind = engage::kind_of(decoded->item);
    entry.difficulty_milli = decoded->difficulty_milli;
    entry.is_template = !decoded->item.parameters.empty();
    if (const auto done = name_skills(*decoded, entry); !done)
      return report(path, document->line_of(done.error().pointer), done.error().sentence);
    const auto passage_number = passage_of(*decoded);
    if (!passage_number)
      return report(path, document->line_of(passage_number.error().pointer), passage_number.error().sentence);
    entry.passage = *passage_number;
    if (!ids_.insert(entry.id).second) return report(path, document->line_of("/id"), "another item has the same id");
    source_.index.items.push_back(std::move(entry));
    source_.items.push_back({path, document->line_of("/prompt"), std::move(*decoded), std::move(document->json)});
  }

  // The indexes of the skills with these ids.
  pack::Read<std::vector<std::uint16_t>> skills_called(const std::vector<std::string>& ids,
                                                       const std::string& pointer) const {
    std::vector<std::uint16_t> result;
    const auto& all = source_.index.skills;
    for (const std::string& id : ids) {
      const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
      if (found == all.end()) return pack::bad_field(pointer, "there is no skill \"" + id + "\" in skills.yaml");
      result.push_back(static_cast<std::uint16_t>(found - all.begin()));
    }
    return result;
  }

  pack::Read<void> name_skills(const pack::DecodedItem& decoded, pack::IndexItem& entry) const {
    TRY_ASSIGN(entry.skills, skills_called(decoded.skills, "/skills"));
    if (entry.kind != engage::several_steps) return {};
    for (const engage::StepTemplate& step : decoded.item.steps) {
      const std::string pointer = "/steps/" + std::to_string(entry.step_skills.size()) + "/skills";
      TRY_ASSIGN(auto skills, skills_called(step.skills.empty() ? decoded.skills : step.skills, pointer));
      entry.step_skills.push_back(std::move(skills));
    }
    return {};
  }

  const SourceTree& tree_;
  PackSource source_;
  Problems problems_;
  pack::ItemSurroundings surroundings_;
  std::set<std::string> ids_;
  std::map<std::string, std::size_t, std::less<>> passage_numbers_;
  std::size_t passage_files_ = 0;
  bool reads_aloud_ = false;
  const LookIntoMedia& look_into_;
  std::map<std::pair<std::string, engage::MediaUse>, tl::expected<std::uint32_t, std::string>> looked_into_;
};

}  // namespace

std::string describe(const Problem& problem) {
  const std::string line = problem.line > 0 ? ":" + std::to_string(problem.line) : std::string();
  return problem.file + line + ": " + problem.sentence;
}

ReadOutcome read_pack(const SourceTree& tree, const LookIntoMedia& look_into) { return Reader(tree, look_into).read(); }

Problems lint(const SourceTree& tree, const LookIntoMedia& look_into) {
  ReadOutcome outcome = read_pack(tree, look_into);
  for (const SourceItem& item : outcome.source.items)
    for (const std::string& language : outcome.source.index.languages)
      if (auto sentence = problem_of_instances(item.decoded.item, language))
        outcome.problems.push_back({item.file, item.where_line, "in \"" + language + "\": " + *sentence});
  for (const SourcePassage& passage : outcome.source.passages)
    for (const std::string& language : outcome.source.index.languages)
      if (auto sentence = problem_of_passage(passage.decoded, language))
        outcome.problems.push_back({passage.file, passage.text_line, "in \"" + language + "\": " + *sentence});
  return std::move(outcome.problems);
}

}  // namespace hornbook::content
