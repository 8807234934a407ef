#include <cstdlib>

#include "sync/server/keys/key_backup.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto backup = hornbook::server::decode_key_backup({data, size});
  if (backup && backup->sealed.size() > size) std::abort();
  return 0;
}
