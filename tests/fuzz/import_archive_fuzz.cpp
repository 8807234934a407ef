#include "content_packs/import/archive.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static_cast<void>(hornbook::content::read_archive({data, size}));
  return 0;
}
