#include <cstdlib>

#include "content_packs/build/yaml_document.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "content_packs/import/qti/import_qti.hpp"

// An item, be it ever so broken, is refused or can be written and read again as YAML. Its document, expressions, rules,
// texts and MathML are all on the way.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  if (size > 16384) return 0;
  content::SourceTree tree;
  tree["item.xml"] = Bytes(data, data + size);
  const auto imported = content::import_qti(tree);
  if (!imported) return 0;
  static_cast<void>(content::to_json(imported->report).dump(-1, ' ', false, pack::Json::error_handler_t::replace));
  for (const auto& [path, bytes] : content::to_source(imported->pack))
    if (path.ends_with(".yaml") && !content::parse_yaml(bytes)) std::abort();
  return 0;
}
