// A Cookie header: a value that is found stands in the header as it was sent.
#include <cstdlib>

#include "sync/server/web/cookies.hpp"
#include "sync/server/web/words.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view header(reinterpret_cast<const char*>(data), size);
  const auto value = hornbook::server::find_cookie(header, "hornbook_session");
  if (value && header.find("hornbook_session=" + *value) == std::string_view::npos) std::abort();
  static_cast<void>(hornbook::server::words_for(header));
  return 0;
}
