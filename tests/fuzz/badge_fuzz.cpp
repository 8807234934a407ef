// Whatever is read as a badge is a badge: its text reads back as the same one, and looks like one.
#include "runtime/journal/badge.hpp"
#include "tests/fuzz/journal_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  const std::string_view typed = as_text({data, size});
  const auto badge = journal::parse_badge(typed);
  if (!badge) return 0;
  const auto again = journal::parse_badge(journal::in_groups(journal::text_of(*badge)));
  if (!again || again->secret != badge->secret || again->school != badge->school) std::abort();
  if (!journal::looks_like_badge(typed)) std::abort();
  return 0;
}
