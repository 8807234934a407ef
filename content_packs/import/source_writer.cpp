#include "content_packs/import/source_writer.hpp"

#include <algorithm>

namespace hornbook::content {

Bytes SourceWriter::bytes() const { return bytes_of(out_); }

void SourceWriter::word(const char* name, const std::string& value) {
  out_ << YAML::Key << name << YAML::Value << YAML::SingleQuoted << value;
}

void SourceWriter::words(const char* name, const std::vector<std::string>& values) {
  out_ << YAML::Key << name << YAML::Value;
  write_list(out_, values);
}

void SourceWriter::text_value(const std::string& value) {
  if (value.empty()) {
    out_ << YAML::SingleQuoted << value;
    return;
  }
  out_ << YAML::Flow << YAML::BeginMap << YAML::Key << language_ << YAML::Value << YAML::SingleQuoted << value
       << YAML::EndMap;
}

void SourceWriter::text(const char* name, const std::string& value) {
  out_ << YAML::Key << name << YAML::Value;
  text_value(value);
}

void SourceWriter::optional_text(const char* name, const std::string& value) {
  if (!value.empty()) text(name, value);
}

void SourceWriter::texts(const char* name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  begin_list(name);
  for (const std::string& value : values) text_value(value);
  out_ << YAML::EndSeq;
}

void SourceWriter::figure(const std::optional<ImportedFigure>& figure) {
  if (!figure) return;
  begin_map("figure");
  word("picture", figure->path);
  text("description", figure->description);
  out_ << YAML::EndMap;
}

void SourceWriter::sound(const std::optional<ImportedSound>& sound) {
  if (!sound) return;
  begin_map("sound");
  word("file", sound->path);
  text("caption", sound->caption);
  out_ << YAML::EndMap;
}

std::string numbered(std::size_t number, const std::string& name) {
  const std::string digits = std::to_string(number);
  return std::string(5 - std::min<std::size_t>(5, digits.size()), '0') + digits + "-" + name;
}

void write_list(YAML::Emitter& out, const std::vector<std::string>& values) {
  out << YAML::Flow << YAML::BeginSeq;
  for (const std::string& value : values) out << YAML::SingleQuoted << value;
  out << YAML::EndSeq;
}

Bytes bytes_of(const YAML::Emitter& out) {
  const std::string_view text(out.c_str(), out.size());
  Bytes bytes(text.begin(), text.end());
  bytes.push_back('\n');
  return bytes;
}

}  // namespace hornbook::content
