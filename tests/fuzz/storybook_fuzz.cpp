#include <cstdlib>

#include "content_packs/build/yaml_document.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "content_packs/import/storybook/import_storybook.hpp"

// What is taken can be written and read again as YAML.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  if (size > 8192) return 0;
  const auto imported = content::import_storybook({{"en/book.md", Bytes(data, data + size)}, {"en/a.png", {1}}});
  if (!imported) return 0;
  static_cast<void>(content::to_json(imported->report).dump(-1, ' ', false, pack::Json::error_handler_t::replace));
  for (const auto& [path, bytes] : content::to_source(imported->pack))
    if (path.ends_with(".yaml") && !content::parse_yaml(bytes)) std::abort();
  return 0;
}
