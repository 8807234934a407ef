#include <cstdlib>

#include "sync/bundle/enrolment_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = hornbook::bundle::parse_enrolment({reinterpret_cast<const char*>(data), size});
  if (!file) return 0;
  const std::string written = hornbook::bundle::to_json(*file);
  const auto again = hornbook::bundle::parse_enrolment(written);
  if (!again || hornbook::bundle::to_json(*again) != written) std::abort();
  return 0;
}
