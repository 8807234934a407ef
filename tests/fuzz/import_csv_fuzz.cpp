#include <cstdlib>

#include "content_packs/build/pack_source.hpp"
#include "content_packs/import/csv/import_csv.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "runtime/core/crypto.hpp"

// Whatever a table holds, what is taken of it is the source of a pack that lints.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  static const bool started = crypto_start().has_value();
  if (!started || size > 4096) return 0;
  const auto imported = content::import_csv({{"own.csv", Bytes(data, data + size)}}, {});
  if (imported && !content::lint(content::to_source(imported->pack)).empty()) std::abort();
  return 0;
}
