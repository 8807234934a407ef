#include <cstdlib>

#include "content_packs/build/pack_source.hpp"
#include "content_packs/import/h5p/import_h5p.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "runtime/core/crypto.hpp"

// The first byte, a digit, chooses the type of content, the rest is its JSON: what is taken is the source of a pack
// that lints.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  static const bool started = crypto_start().has_value();
  if (!started || size < 1 || size > 4096) return 0;
  constexpr const char* types[] = {"H5P.MultiChoice", "H5P.TrueFalse", "H5P.Blanks", "H5P.DragText", "H5P.QuestionSet"};
  const std::string manifest = std::string(R"({"title":"T","mainLibrary":")") + types[(data[0] + 2u) % 5] + "\"}";
  const auto imported = content::import_h5p(
      {{"h5p.json", Bytes(manifest.begin(), manifest.end())}, {"content/content.json", Bytes(data + 1, data + size)}});
  if (imported && !imported->pack.items.empty() && !content::lint(content::to_source(imported->pack)).empty())
    std::abort();
  return 0;
}
