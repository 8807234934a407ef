// Whatever is read as shares is read as the same again from the lines that would be printed of it.
#include <cstdlib>

#include "sync/server/keys/recovery_kit.hpp"
#include "tests/support/with_crypto.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  const auto shares = server::read_kit_shares(as_text({data, size}));
  if (!shares) return 0;
  std::string printed;
  for (const server::KitShare& share : *shares)
    for (const std::string& line : server::lines_of(share)) printed += line + "\n";
  const auto again = server::read_kit_shares(printed);
  if (!again || again->size() != shares->size()) std::abort();
  for (std::size_t i = 0; i < shares->size(); ++i)
    if (!equal_secret((*again)[i].share.value.view(), (*shares)[i].share.value.view())) std::abort();
  static_cast<void>(server::key_from_kit(*shares));
  return 0;
}
