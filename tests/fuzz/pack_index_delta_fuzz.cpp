#include "runtime/core/crypto.hpp"
#include "runtime/pack/index_delta.hpp"
#include "runtime/pack/relative_index.hpp"
#include "runtime/pack/signed_index.hpp"

namespace {

hornbook::Bytes base() {
  if (!hornbook::crypto_start()) __builtin_trap();
  hornbook::pack::Index index;
  index.name = "org.example.base";
  index.version = "1";
  index.languages = {"en"};
  index.title = {{"en", "Base"}};
  return hornbook::pack::sign_index(index, {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const hornbook::Bytes earlier = base();
  const hornbook::ByteView bytes(data, size);
  static_cast<void>(hornbook::pack::apply_index_delta(earlier, bytes, 1u << 20));
  static_cast<void>(hornbook::pack::signed_index_of(bytes));
  // What an index says comes back through its relative form.
  if (hornbook::pack::read_signed_index(bytes)) {
    const auto relative = hornbook::pack::relative_index(bytes);
    if (!relative) __builtin_trap();
    const auto back = hornbook::pack::signed_index_of(*relative);
    if (back && *back != hornbook::Bytes(bytes.begin(), bytes.end())) __builtin_trap();
  }
  return 0;
}
