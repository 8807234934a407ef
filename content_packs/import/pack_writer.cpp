#include "content_packs/import/pack_writer.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace hornbook::content {
namespace {

Bytes bytes_of(const YAML::Emitter& out) {
  const std::string_view text(out.c_str(), out.size());
  Bytes bytes(text.begin(), text.end());
  bytes.push_back('\n');
  return bytes;
}

void list(YAML::Emitter& out, const std::vector<std::string>& values) {
  out << YAML::Flow << YAML::BeginSeq;
  for (const std::string& value : values) out << YAML::SingleQuoted << value;
  out << YAML::EndSeq;
}

// "00042-name": files are read in the order of their names.
std::string numbered(std::size_t number, const std::string& name) {
  const std::string digits = std::to_string(number);
  return std::string(5 - std::min<std::size_t>(5, digits.size()), '0') + digits + "-" + name;
}

// Names and words are always in quotation marks, so that none is taken for a number or a sign of YAML.
class ItemWriter {
 public:
  explicit ItemWriter(const std::string& language) : language_(language) {}

  Bytes write(const ImportedItem& item) {
    out_ << YAML::BeginMap;
    word("id", item.id);
    out_ << YAML::Key << "objective" << YAML::Value << YAML::SingleQuoted << item.objective;
    words("skills", item.skills);
    out_ << YAML::Key << "difficulty" << YAML::Value << 5;
    text("prompt", item.prompt);
    figure(item.figure);
    out_ << YAML::Key << "steps" << YAML::Value << YAML::BeginSeq;
    for (const ImportedStep& each : item.steps) step(each);
    out_ << YAML::EndSeq << YAML::EndMap;
    return bytes_of(out_);
  }

 private:
  void word(const char* name, const std::string& value) {
    out_ << YAML::Key << name << YAML::Value << YAML::SingleQuoted << value;
  }

  void words(const char* name, const std::vector<std::string>& values) {
    out_ << YAML::Key << name << YAML::Value;
    list(out_, values);
  }

  void text_value(const std::string& value) {
    if (value.empty()) {
      out_ << YAML::SingleQuoted << value;
      return;
    }
    out_ << YAML::Flow << YAML::BeginMap << YAML::Key << language_ << YAML::Value << YAML::SingleQuoted << value
         << YAML::EndMap;
  }

  void text(const char* name, const std::string& value) {
    out_ << YAML::Key << name << YAML::Value;
    text_value(value);
  }

  void texts(const char* name, const std::vector<std::string>& values) {
    if (values.empty()) return;
    out_ << YAML::Key << name << YAML::Value << YAML::BeginSeq;
    for (const std::string& value : values) text_value(value);
    out_ << YAML::EndSeq;
  }

  void figure(const std::optional<ImportedFigure>& figure) {
    if (!figure) return;
    out_ << YAML::Key << "figure" << YAML::Value << YAML::BeginMap;
    out_ << YAML::Key << "picture" << YAML::Value << YAML::SingleQuoted << figure->path;
    text("description", figure->description);
    out_ << YAML::EndMap;
  }

  void task(const ImportedTask& task) {
    out_ << YAML::Key << kind_of(task) << YAML::Value << YAML::BeginMap;
    std::visit([this](const auto& each) { body(each); }, task);
    out_ << YAML::EndMap;
  }

  void body(const ImportedExpression& expression) {
    out_ << YAML::Key << "answer" << YAML::Value << YAML::SingleQuoted << expression.answer;
    if (!expression.accept.empty()) {
      out_ << YAML::Key << "accept" << YAML::Value << YAML::BeginSeq;
      for (const std::string& each : expression.accept) out_ << YAML::SingleQuoted << each;
      out_ << YAML::EndSeq;
    }
    if (expression.form != "any") word("form", expression.form);
    if (!expression.tolerance.empty()) word("tolerance", expression.tolerance);
    if (expression.quantity) out_ << YAML::Key << "quantity" << YAML::Value << true;
  }

  void body(const ImportedShortText& short_text) {
    text("answer", short_text.answer);
    texts("accept", short_text.accept);
    if (short_text.exact_case) word("case", "exact");
  }

  void body(const ImportedChoices& choices) {
    if (!choices.shuffled) out_ << YAML::Key << "shuffled" << YAML::Value << false;
    out_ << YAML::Key << "choices" << YAML::Value << YAML::BeginSeq;
    for (const ImportedChoice& choice : choices.choices) {
      out_ << YAML::BeginMap;
      if (!choice.text.empty()) text("text", choice.text);
      figure(choice.figure);
      if (choice.correct) out_ << YAML::Key << "correct" << YAML::Value << true;
      out_ << YAML::EndMap;
    }
    out_ << YAML::EndSeq;
  }

  void hint(const ImportedHint& hint) {
    out_ << YAML::BeginMap;
    word("id", hint.id);
    if (!hint.title.empty()) text("title", hint.title);
    text("text", hint.text);
    figure(hint.figure);
    if (hint.after) words("after", *hint.after);
    if (hint.task) task(*hint.task);
    texts("hints", hint.sub_hints);
    out_ << YAML::EndMap;
  }

  void step(const ImportedStep& step) {
    out_ << YAML::BeginMap;
    word("id", step.id);
    words("skills", step.skills);
    if (!step.prompt.empty()) text("prompt", step.prompt);
    figure(step.figure);
    task(step.task);
    if (!step.hints.empty()) {
      out_ << YAML::Key << "hints" << YAML::Value << YAML::BeginSeq;
      for (const ImportedHint& each : step.hints) hint(each);
      out_ << YAML::EndSeq;
    }
    out_ << YAML::EndMap;
  }

  const std::string& language_;
  YAML::Emitter out_;
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
  list(out, {pack.language});
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
      list(out, skill.prerequisites);
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
  for (const auto& [path, bytes] : pack.media) tree.emplace(path, bytes);
  return tree;
}

}  // namespace hornbook::content
