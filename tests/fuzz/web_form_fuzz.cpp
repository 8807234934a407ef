// A posted form: decoded fields are never longer than what was sent.
#include <cstdlib>

#include "sync/server/web/form.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto form = hornbook::server::parse_form({reinterpret_cast<const char*>(data), size});
  if (!form) return 0;
  std::size_t decoded = 0;
  for (const auto& [name, value] : *form) decoded += name.size() + value.size();
  if (decoded > size) std::abort();
  return 0;
}
