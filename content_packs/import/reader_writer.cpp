#include "content_packs/import/reader_writer.hpp"

#include "content_packs/import/source_writer.hpp"
#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::content {
namespace {

class ReaderWriter {
 public:
  ReaderWriter(const ImportedReader& reader, const std::string& language)
      : reader_(reader), writer_(language), out_(writer_.out()) {}

  Bytes passage() {
    out_ << YAML::BeginMap;
    writer_.word("id", reader_.id);
    writer_.text("title", reader_.title);
    writer_.begin_list("levels");
    out_ << YAML::BeginMap << YAML::Key << "level" << YAML::Value << static_cast<int>(reader_.level);
    writer_.begin_list("text");
    for (const ReaderBlock& each : reader_.blocks) std::visit([this](const auto& kind) { block(kind); }, each);
    out_ << YAML::EndSeq << YAML::EndMap << YAML::EndSeq;
    if (!reader_.authors.empty()) writer_.words("authors", reader_.authors);
    if (!reader_.licence.empty()) writer_.word("licence", reader_.licence);
    if (!reader_.source.empty()) writer_.word("source", reader_.source);
    out_ << YAML::EndMap;
    return writer_.bytes();
  }

  // Its difficulty grows with the level: 2, 4, 6, 8 of 9.
  Bytes item() {
    out_ << YAML::BeginMap;
    writer_.word("id", "read-" + reader_.id);
    writer_.word("objective", "Read: " + reader_.title);
    writer_.words("skills", {reader_.skill});
    out_ << YAML::Key << "difficulty" << YAML::Value << 2 * static_cast<int>(reader_.level);
    writer_.word("passage", reader_.id);
    writer_.text("prompt", engage::escaped_for_markup(reader_.title));
    writer_.sound(reader_.sound);
    writer_.begin_map("reading");
    out_ << YAML::EndMap << YAML::EndMap;
    return writer_.bytes();
  }

 private:
  void block(const ReaderHeading& heading) {
    out_ << YAML::BeginMap;
    writer_.text("heading", heading.text);
    out_ << YAML::EndMap;
  }
  void block(const ReaderParagraph& paragraph) { writer_.text_value(paragraph.text); }
  void block(const ReaderPicture& picture) {
    out_ << YAML::BeginMap;
    writer_.figure(ImportedFigure{picture.path, picture.description});
    out_ << YAML::EndMap;
  }

  const ImportedReader& reader_;
  SourceWriter writer_;
  YAML::Emitter& out_;
};

}  // namespace

void write_readers(const ImportedPack& pack, std::size_t first, SourceTree& tree) {
  for (const ImportedReader& reader : pack.readers) {
    const std::size_t number = first++;
    tree.emplace("passages/" + numbered(number, reader.id) + ".yaml", ReaderWriter(reader, pack.language).passage());
    tree.emplace("items/" + numbered(number, "read-" + reader.id) + ".yaml",
                 ReaderWriter(reader, pack.language).item());
  }
}

}  // namespace hornbook::content
