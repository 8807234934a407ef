#include <algorithm>
#include <functional>
#include <set>

#include "runtime/core/limits.hpp"
#include "runtime/engage/task.hpp"
#include "runtime/pack/index.hpp"
#include "runtime/pack/index_experiments.hpp"
#include "runtime/pack/index_questions.hpp"
#include "runtime/pack/relative_index.hpp"

namespace hornbook::pack {
namespace {

constexpr const char* place = "pack index";

tl::unexpected<Error> malformed(const char* what) { return fail(ErrorCode::BadInput, place, what); }

// Packs whose items show no misconceptions keep the bytes, and so the hash, that they always had.
bool names_misconceptions(const Index& index) {
  const auto has_words = [](const Misconception& each) { return !each.feedback.empty() || !each.hint.empty(); };
  return std::any_of(index.misconceptions.begin(), index.misconceptions.end(), has_words) ||
         std::any_of(index.items.begin(), index.items.end(),
                     [](const IndexItem& item) { return !item.misconceptions.empty(); });
}

std::uint8_t version_for(const Index& index) {
  if (tells_of_questions(index)) return index_version;
  if (!index.experiments.empty()) return 3;
  return names_misconceptions(index) ? 2 : 1;
}

class IndexWriter {
 public:
  explicit IndexWriter(const Index& index) : index_(index), version_(version_for(index)) {}

  Bytes write() {
    out_.u8(version_);
    out_.text(index_.name);
    out_.text(index_.version);
    texts(index_.languages);
    localised(index_.title);
    out_.text(index_.licence);
    texts(index_.authors);
    out_.text(index_.subject);
    texts(index_.levels);
    objects();
    skills();
    misconceptions();
    items();
    passages();
    media();
    if (version_ > 2) put_experiments(out_, index_);
    if (version_ > 3) put_questions(out_, index_);
    return out_.take();
  }

 private:
  void texts(const std::vector<std::string>& values) {
    out_.varint(values.size());
    for (const std::string& value : values) out_.text(value);
  }
  // One text a language, in the order of the pack's languages: a missing translation cannot be written down.
  void localised(const LocalisedText& text) {
    for (const std::string& language : index_.languages) {
      const auto found = text.find(language);
      out_.text(found == text.end() ? std::string_view() : found->second);
    }
  }
  void former(const FormerIds& ids) {
    texts(ids.was);
    texts(ids.merges);
  }
  template <class Number>
  void numbers(const std::vector<Number>& values) {
    out_.varint(values.size());
    for (const Number value : values) out_.varint(value);
  }
  void objects() {
    out_.varint(index_.objects.size());
    for (const ObjectEntry& object : index_.objects) {
      out_.raw(object.hash.view());
      out_.varint(object.size);
    }
  }
  void skills() {
    out_.varint(index_.skills.size());
    for (const Skill& skill : index_.skills) {
      out_.text(skill.id);
      localised(skill.title);
      localised(skill.can_do);
      numbers(skill.prerequisites);
      texts(skill.standards);
      out_.text(skill.picture);
      former(skill.former);
    }
  }
  void misconceptions() {
    out_.varint(index_.misconceptions.size());
    for (const Misconception& misconception : index_.misconceptions) {
      out_.text(misconception.id);
      localised(misconception.title);
      if (version_ == 1) continue;
      optionally_localised(misconception.feedback);
      optionally_localised(misconception.hint);
    }
  }
  void optionally_localised(const LocalisedText& text) {
    out_.u8(text.empty() ? 0 : 1);
    if (!text.empty()) localised(text);
  }
  void items() {
    out_.varint(index_.items.size());
    for (const IndexItem& item : index_.items) {
      out_.text(item.id);
      numbers(item.skills);
      out_.u8(item.kind);
      if (item.kind == engage::several_steps) steps(item);
      out_.signed_varint(item.difficulty_milli);
      out_.u8(item.is_template ? 1 : 0);
      out_.varint(item.passage);
      out_.varint(item.object);
      former(item.former);
      if (version_ > 1) numbers(item.misconceptions);
    }
  }
  void steps(const IndexItem& item) {
    out_.varint(item.step_skills.size());
    for (const std::vector<std::uint16_t>& skills : item.step_skills) numbers(skills);
  }
  void passages() {
    out_.varint(index_.passages.size());
    for (const IndexPassage& passage : index_.passages) {
      out_.text(passage.id);
      localised(passage.title);
      out_.u8(passage.levels);
      out_.varint(passage.object);
    }
  }
  void media() {
    out_.varint(index_.media.size());
    for (const MediaFile& file : index_.media) {
      out_.text(file.path);
      out_.raw(file.content.view());
      numbers(file.objects);
    }
  }

  const Index& index_;
  std::uint8_t version_;
  ByteWriter out_;
};

class IndexReader {
 public:
  explicit IndexReader(ByteView bytes) : in_(bytes) {}

  Result<Index> read() {
    TRY_ASSIGN(version_, in_.u8());
    if (version_ == 0 || version_ > index_version)
      return malformed("it is of a version that this program does not know; update Hornbook");
    TRY_DONE(manifest());
    TRY_DONE(objects());
    TRY_DONE(skills());
    TRY_DONE(misconceptions());
    TRY_DONE(items());
    if (version_ == 2 && !names_misconceptions(index_)) return malformed("version 1 says the same");
    TRY_DONE(passages());
    TRY_DONE(media());
    if (version_ > 2) TRY_DONE(experiments());
    if (version_ > 3) TRY_DONE(read_questions(in_, index_));
    TRY_DONE(in_.end());
    return std::move(index_);
  }

 private:
  Result<std::string> text() { return in_.text(limits::pack_text_bytes_max); }
  Result<std::string> identifier() {
    TRY_ASSIGN(std::string id, text());
    if (!is_identifier(id)) return malformed("an identifier has characters that are not allowed");
    return id;
  }
  Result<std::vector<std::string>> texts() {
    TRY_ASSIGN(const std::uint64_t count, in_.varint_up_to(limits::pack_list_entries_max));
    std::vector<std::string> values;
    for (std::uint64_t i = 0; i < count; ++i) {
      TRY_ASSIGN(std::string value, text());
      values.push_back(std::move(value));
    }
    return values;
  }
  Result<std::vector<std::string>> former_identifiers() {
    TRY_ASSIGN(std::vector<std::string> ids, texts());
    if (ids.size() > limits::former_identifiers_max || !std::all_of(ids.begin(), ids.end(), is_former_identifier))
      return malformed("it takes over progress from something that cannot be");
    return ids;
  }
  Result<FormerIds> former() {
    FormerIds result;
    TRY_ASSIGN(result.was, former_identifiers());
    TRY_ASSIGN(result.merges, former_identifiers());
    return result;
  }
  Result<LocalisedText> localised() {
    LocalisedText result;
    for (const std::string& language : index_.languages) {
      TRY_ASSIGN(std::string value, text());
      if (value.empty()) return malformed("a translation is missing");
      result.emplace(language, std::move(value));
    }
    return result;
  }
  // A list of indexes below `end`.
  template <class Number>
  Result<std::vector<Number>> numbers(std::size_t entries_max, std::size_t end) {
    TRY_ASSIGN(const std::uint64_t count, in_.varint_up_to(entries_max));
    std::vector<Number> values;
    for (std::uint64_t i = 0; i < count; ++i) {
      TRY_ASSIGN(const std::uint64_t value, in_.varint());
      if (value >= end) return malformed("it points at something that is not there");
      values.push_back(static_cast<Number>(value));
    }
    return values;
  }

  Done manifest() {
    TRY_ASSIGN(index_.name, identifier());
    TRY_ASSIGN(index_.version, identifier());
    TRY_ASSIGN(index_.languages, texts());
    const std::set<std::string> distinct(index_.languages.begin(), index_.languages.end());
    if (distinct.empty() || distinct.size() != index_.languages.size() || distinct.size() > limits::pack_languages_max)
      return malformed("its list of languages is empty, too long or says one twice");
    TRY_ASSIGN(index_.title, localised());
    TRY_ASSIGN(index_.licence, text());
    TRY_ASSIGN(index_.authors, texts());
    TRY_ASSIGN(index_.subject, text());
    TRY_ASSIGN(index_.levels, texts());
    return {};
  }

  Done objects() {
    TRY_ASSIGN(const std::uint64_t count, in_.varint_up_to(limits::pack_objects_max));
    for (std::uint64_t i = 0; i < count; ++i) {
      ObjectEntry object;
      TRY_ASSIGN(object.hash, in_.id<Hash>());
      TRY_ASSIGN(object.size, in_.varint_up_to(limits::object_bytes_max));
      index_.objects.push_back(object);
    }
    return {};
  }

  Done skills() {
    TRY_ASSIGN(const std::uint64_t count, in_.varint_up_to(limits::pack_skills_max));
    std::set<std::string> ids;
    for (std::uint64_t i = 0; i < count; ++i) {
      Skill skill;
      TRY_ASSIGN(skill.id, identifier());
      if (!ids.insert(skill.id).second) return malformed("two skills have the same id");
      TRY_ASSIGN(skill.title, localised());
      TRY_ASSIGN(skill.can_do, localised());
      TRY_ASSIGN(skill.prerequisites,
                 numbers<std::uint16_t>(limits::pack_list_entries_max, static_cast<std::size_t>(count)));
      TRY_ASSIGN(skill.standards, texts());
      TRY_ASSIGN(skill.picture, text());
      TRY_ASSIGN(skill.former, former());
      index_.skills.push_back(std::move(skill));
    }
    if (has_cycle(index_.skills)) return malformed("its prerequisites run in a circle");
    return {};
  }

  Result<LocalisedText> optionally_localised() {
    TRY_ASSIGN(const std::uint8_t is_there, in_.u8());
    if (is_there > 1) return malformed("a mark is neither 0 nor 1");
    if (is_there == 0) return LocalisedText();
    return localised();
  }

  Done misconceptions() {
    TRY_ASSIGN(const std::uint64_t count, in_.varint_up_to(limits::pack_misconceptions_max));
    std::set<std::string> ids;
    for (std::uint64_t i = 0; i < count; ++i) {
      Misconception misconception;
      TRY_ASSIGN(misconception.id, identifier());
      if (!ids.insert(misconception.id).second) return malformed("two misconceptions have the same id");
      TRY_ASSIGN(misconception.title, localised());
      if (version_ > 1) {
        TRY_ASSIGN(misconception.feedback, optionally_localised());
        TRY_ASSIGN(misconception.hint, optionally_localised());
      }
      index_.misconceptions.push_back(std::move(misconception));
    }
    return {};
  }

  Result<std::vector<std::vector<std::uint16_t>>> step_skills() {
    TRY_ASSIGN(const std::uint64_t count, in_.varint_up_to(limits::steps_max));
    if (count < 2) return malformed("an item of several steps has less than two");
    std::vector<std::vector<std::uint16_t>> steps;
    for (std::uint64_t i = 0; i < count; ++i) {
      TRY_ASSIGN(auto skills, numbers<std::uint16_t>(limits::item_skills_max, index_.skills.size()));
      if (skills.empty()) return malformed("a step has no skill");
      steps.push_back(std::move(skills));
    }
    return steps;
  }

  Result<std::uint32_t> object() {
    TRY_ASSIGN(const std::uint64_t object, in_.varint());
    if (object >= index_.objects.size()) return malformed("the object of an item or a passage is not there");
    return static_cast<std::uint32_t>(object);
  }

  Result<IndexItem> item() {
    IndexItem item;
    TRY_ASSIGN(item.id, identifier());
    TRY_ASSIGN(item.skills, numbers<std::uint16_t>(limits::item_skills_max, index_.skills.size()));
    if (item.skills.empty()) return malformed("an item has no skill");
    TRY_ASSIGN(item.kind, in_.u8());
    if (item.kind == engage::several_steps) {
      TRY_ASSIGN(item.step_skills, step_skills());
    } else if (engage::name_of_kind(item.kind).empty()) {
      return malformed("an item is of a kind that this program does not know; update Hornbook");
    }
    TRY_ASSIGN(const std::int64_t difficulty, in_.signed_varint());
    if (difficulty < -limits::difficulty_milli_max || difficulty > limits::difficulty_milli_max)
      return malformed("an item's difficulty is out of range");
    item.difficulty_milli = static_cast<std::int32_t>(difficulty);
    TRY_ASSIGN(const std::uint8_t is_template, in_.u8());
    if (is_template > 1) return malformed("an item's mark is neither 0 nor 1");
    item.is_template = is_template == 1;
    TRY_ASSIGN(const std::uint64_t passage, in_.varint_up_to(limits::pack_passages_max));
    item.passage = static_cast<std::uint32_t>(passage);
    TRY_ASSIGN(item.object, object());
    TRY_ASSIGN(item.former, former());
    if (version_ > 1) {
      TRY_ASSIGN(item.misconceptions, shown());
    }
    return item;
  }

  Result<std::vector<std::uint16_t>> shown() {
    TRY_ASSIGN(auto result, numbers<std::uint16_t>(limits::item_misconceptions_max, index_.misconceptions.size()));
    if (std::adjacent_find(result.begin(), result.end(), std::greater_equal<>()) != result.end())
      return malformed("an item's misconceptions are not in order");
    return result;
  }

  Done items() {
    TRY_ASSIGN(const std::uint64_t count, in_.varint_up_to(limits::pack_items_max));
    std::set<std::string> ids;
    for (std::uint64_t i = 0; i < count; ++i) {
      TRY_ASSIGN(IndexItem read, item());
      if (!ids.insert(read.id).second) return malformed("two items have the same id");
      index_.items.push_back(std::move(read));
    }
    return {};
  }

  Done passages() {
    TRY_ASSIGN(const std::uint64_t count, in_.varint_up_to(limits::pack_passages_max));
    std::set<std::string> ids;
    for (std::uint64_t i = 0; i < count; ++i) {
      IndexPassage passage;
      TRY_ASSIGN(passage.id, identifier());
      if (!ids.insert(passage.id).second) return malformed("two passages have the same id");
      TRY_ASSIGN(passage.title, localised());
      TRY_ASSIGN(passage.levels, in_.u8());
      if (passage.levels == 0 || passage.levels >> limits::passage_levels_max != 0)
        return malformed("a passage has no level, or one that there is not");
      TRY_ASSIGN(passage.object, object());
      index_.passages.push_back(std::move(passage));
    }
    for (const IndexItem& item : index_.items)
      if (item.passage > count) return malformed("an item's passage is not there");
    return {};
  }

  Done media() {
    TRY_ASSIGN(const std::uint64_t count, in_.varint_up_to(limits::pack_objects_max));
    for (std::uint64_t i = 0; i < count; ++i) {
      MediaFile file;
      TRY_ASSIGN(file.path, text());
      TRY_ASSIGN(file.content, in_.id<Hash>());
      TRY_ASSIGN(file.objects, numbers<std::uint32_t>(limits::pack_objects_max, index_.objects.size()));
      if (i > 0 && index_.media.back().path >= file.path) return malformed("its media are not in order");
      index_.media.push_back(std::move(file));
    }
    return {};
  }

  Done experiments() {
    TRY_ASSIGN(index_.experiments, read_experiments(in_, index_));
    if (version_ == 3 && index_.experiments.empty()) return malformed("an earlier version says the same");
    if (auto fault = find_fault(index_)) return fail(ErrorCode::BadInput, place, std::move(fault->sentence));
    return {};
  }

  ByteReader in_;
  std::uint8_t version_ = 0;
  Index index_;
};

}  // namespace

Bytes encode(const Index& index) { return IndexWriter(index).write(); }

Result<Index> decode_index(ByteView bytes) {
  TRY_ASSIGN(Index index, decode_index_in_any_order(bytes));
  const auto not_ascending = [](const ObjectEntry& a, const ObjectEntry& b) { return !(a.hash < b.hash); };
  if (std::adjacent_find(index.objects.begin(), index.objects.end(), not_ascending) != index.objects.end())
    return malformed("its objects are not in order");
  return index;
}

Result<Index> decode_index_in_any_order(ByteView bytes) {
  if (bytes.size() > limits::pack_index_bytes_max) return fail(ErrorCode::LimitExceeded, place, "it is too large");
  return IndexReader(bytes).read();
}

}  // namespace hornbook::pack
