#include "content_packs/import/csv/spreadsheet.hpp"
#include "runtime/core/limits.hpp"

// The input stands in the place of one part after another of a file whose other parts are sound.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  using namespace hornbook::content;
  if (size > 16384) return 0;
  const Bytes input(data, data + size);
  const auto text = [](std::string_view words) { return Bytes(words.begin(), words.end()); };
  static_cast<void>(csv::read_ods({{"content.xml", input}}));
  const SourceTree sound = {
      {"xl/workbook.xml", text("<workbook><sheets><sheet r:id='a'/></sheets></workbook>")},
      {"xl/_rels/workbook.xml.rels", text("<Relationships><Relationship Id='a' Target='s.xml'/></Relationships>")},
      {"xl/sharedStrings.xml", text("<sst><si><t>question</t></si></sst>")},
      {"xl/styles.xml", text("<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>")},
      {"xl/s.xml", text("<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>45292</v></c>"
                        "</row></sheetData></worksheet>")}};
  for (const auto& [path, bytes] : sound) {
    SourceTree parts = sound;
    parts[path] = input;
    static_cast<void>(csv::read_xlsx(parts, ','));
  }
  static_cast<void>(csv::read_spreadsheet(input, "en", "question"));
  return 0;
}
