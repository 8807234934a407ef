#include "runtime/pack/container.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  const auto index = [](ByteView, const pack::SignedIndex&) -> Done { return {}; };
  const auto object = [](const Hash&, ByteView, const Bytes&) -> Done { return {}; };
  static_cast<void>(pack::visit_container({data, size}, {index, object}));
  return 0;
}
