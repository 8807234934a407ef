#include "content_packs/import/pack_writer.hpp"

#include <algorithm>

#include "content_packs/import/reader_writer.hpp"
#include "content_packs/import/task_writer.hpp"

namespace hornbook::content {
namespace {

class ItemWriter {
 public:
  explicit ItemWriter(const std::string& language) : writer_(language), out_(writer_.out()) {}

  Bytes write(const ImportedItem& item) {
    out_ << YAML::BeginMap;
    writer_.word("id", item.id);
    writer_.word("objective", item.objective);
    writer_.words("skills", item.skills);
    out_ << YAML::Key << "difficulty" << YAML::Value << 5;
    writer_.text("prompt", item.prompt);
    writer_.figure(item.figure);
    writer_.sound(item.sound);
    if (item.video) video(*item.video);
    writer_.begin_list("steps");
    for (const ImportedStep& each : item.steps) step(each);
    out_ << YAML::EndSeq << YAML::EndMap;
    return writer_.bytes();
  }

 private:
  void video(const ImportedVideo& video) {
    const std::uint32_t tenths = std::max(1u, video.length_ms / 100);  // "0:35.5": one decimal
    const std::string seconds = std::to_string(100 + tenths / 10 % 60).substr(1) + "." + std::to_string(tenths % 10);
    writer_.begin_map("media");
    writer_.text("description", video.description);
    writer_.begin_map("video");
    writer_.word("file", video.path);
    writer_.word("length", std::to_string(tenths / 600) + ":" + seconds);
    writer_.word("captions", video.captions);
    out_ << YAML::EndMap << YAML::EndMap;
  }

  void hint(const ImportedHint& hint) {
    out_ << YAML::BeginMap;
    writer_.word("id", hint.id);
    writer_.optional_text("title", hint.title);
    writer_.text("text", hint.text);
    writer_.figure(hint.figure);
    if (hint.after) writer_.words("after", *hint.after);
    if (hint.task) write_task(writer_, *hint.task);
    writer_.texts("hints", hint.sub_hints);
    out_ << YAML::EndMap;
  }

  void credit(const ImportedCredit& credit) {
    if (credit.answers.empty() && credit.parts.empty()) return writer_.word("credit", "whole");
    writer_.begin_map("credit");
    if (!credit.answers.empty()) writer_.begin_list("answers");
    for (const ImportedWorth& each : credit.answers) {
      out_ << YAML::Flow << YAML::BeginMap;
      if (!each.numbers.empty()) out_ << YAML::Key << "numbers" << YAML::Value << YAML::Flow << each.numbers;
      if (!each.texts.empty()) writer_.words("texts", each.texts);
      writer_.word("worth", each.worth);
      out_ << YAML::EndMap;
    }
    if (!credit.answers.empty()) out_ << YAML::EndSeq;
    if (!credit.parts.empty()) writer_.begin_list("parts");
    for (const ImportedPartWorth& each : credit.parts) {
      out_ << YAML::Flow << YAML::BeginMap << YAML::Key << "number" << YAML::Value << each.number;
      if (each.place) out_ << YAML::Key << "place" << YAML::Value << *each.place;
      writer_.word("worth", each.worth);
      out_ << YAML::EndMap;
    }
    if (!credit.parts.empty()) out_ << YAML::EndSeq;
    out_ << YAML::EndMap;
  }

  void step(const ImportedStep& step) {
    out_ << YAML::BeginMap;
    writer_.word("id", step.id);
    writer_.words("skills", step.skills);
    writer_.optional_text("prompt", step.prompt);
    writer_.figure(step.figure);
    write_task(writer_, step.task);
    if (step.credit) credit(*step.credit);
    writer_.optional_text("explanation", step.explanation);
    writer_.optional_text("not_yet", step.not_yet);
    if (!step.hints.empty()) {
      writer_.begin_list("hints");
      for (const ImportedHint& each : step.hints) hint(each);
      out_ << YAML::EndSeq;
    }
    out_ << YAML::EndMap;
  }

  SourceWriter writer_;
  YAML::Emitter& out_;
};

void localised(YAML::Emitter& out, const char* name, const ImportedPack& pack, const std::string& value) {
  out << YAML::Key << name << YAML::Value << YAML::Flow << YAML::BeginMap << YAML::Key << pack.language << YAML::Value
      << YAML::SingleQuoted << value << YAML::EndMap;
}

Bytes manifest_of(const ImportedPack& pack) {
  YAML::Emitter out;
  out << YAML::BeginMap;
  out << YAML::Key << "name" << YAML::Value << pack.name;
  out << YAML::Key << "version" << YAML::Value << YAML::DoubleQuoted << "1.0.0";
  out << YAML::Key << "languages" << YAML::Value;
  write_list(out, {pack.language});
  localised(out, "title", pack, pack.title);
  out << YAML::Key << "licence" << YAML::Value << YAML::SingleQuoted << pack.licence;
  out << YAML::Key << "authors" << YAML::Value << YAML::BeginSeq;
  for (const std::string& author : pack.authors) out << YAML::SingleQuoted << author;
  out << YAML::EndSeq;
  out << YAML::Key << "subject" << YAML::Value << YAML::SingleQuoted << pack.subject;
  out << YAML::EndMap;
  return bytes_of(out);
}

Bytes skills_of(const ImportedPack& pack) {
  YAML::Emitter out;
  out << YAML::BeginMap << YAML::Key << "skills" << YAML::Value << YAML::BeginSeq;
  for (const ImportedSkill& skill : pack.skills) {
    out << YAML::BeginMap << YAML::Key << "id" << YAML::Value << YAML::SingleQuoted << skill.id;
    localised(out, "title", pack, skill.title);
    localised(out, "can_do", pack, skill.can_do);
    if (!skill.prerequisites.empty()) {
      out << YAML::Key << "prerequisites" << YAML::Value;
      write_list(out, skill.prerequisites);
    }
    out << YAML::EndMap;
  }
  out << YAML::EndSeq << YAML::EndMap;
  return bytes_of(out);
}

}  // namespace

Bytes to_yaml(const ImportedItem& item, const std::string& language) { return ItemWriter(language).write(item); }

SourceTree to_source(const ImportedPack& pack) {
  SourceTree tree;
  tree.emplace("pack.yaml", manifest_of(pack));
  tree.emplace("skills.yaml", skills_of(pack));
  std::size_t number = 0;
  for (const ImportedItem& item : pack.items) {
    tree.emplace("items/" + numbered(++number, item.id) + ".yaml", to_yaml(item, pack.language));
  }
  write_readers(pack, number + 1, tree);
  for (const auto& [path, bytes] : pack.media) tree.emplace(path, bytes);
  return tree;
}

}  // namespace hornbook::content
