// The YAML of a pack's source, piece by piece. Names and words are always in quotation marks, so that none is taken for
// a number or a sign of YAML.
#pragma once

#include <yaml-cpp/yaml.h>

#include "content_packs/import/imported_pack.hpp"

namespace hornbook::content {

class SourceWriter {
 public:
  // Of a pack in this one language, which must live as long.
  explicit SourceWriter(const std::string& language) : language_(language) {}

  [[nodiscard]] YAML::Emitter& out() { return out_; }
  [[nodiscard]] Bytes bytes() const;

  void begin_map(const char* name) { out_ << YAML::Key << name << YAML::Value << YAML::BeginMap; }
  void begin_list(const char* name) { out_ << YAML::Key << name << YAML::Value << YAML::BeginSeq; }
  // A name, or an expression.
  void word(const char* name, const std::string& value);
  void words(const char* name, const std::vector<std::string>& values);
  // Words that the learner reads.
  void text(const char* name, const std::string& value);
  // The same; the field is left out when there are none.
  void optional_text(const char* name, const std::string& value);
  void texts(const char* name, const std::vector<std::string>& values);
  void figure(const std::optional<ImportedFigure>& figure);
  void sound(const std::optional<ImportedSound>& sound);
  // Words that the learner reads, as an entry of a list.
  void text_value(const std::string& value);

 private:
  const std::string& language_;
  YAML::Emitter out_;
};

// "00042-name": files are read in the order of their names.
[[nodiscard]] std::string numbered(std::size_t number, const std::string& name);
// A list of words on one line.
void write_list(YAML::Emitter& out, const std::vector<std::string>& values);
[[nodiscard]] Bytes bytes_of(const YAML::Emitter& out);

}  // namespace hornbook::content
