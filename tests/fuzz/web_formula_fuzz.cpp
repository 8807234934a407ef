// A text of a pack on a page: whatever it holds, no tag comes out of it but ours.
#include <cstdlib>

#include "sync/server/web/formula.hpp"
#include "sync/server/web/html.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(hornbook::server::formula_in_a_line(text));
  const std::string html = hornbook::server::marked_up_line(text);
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::string_view tag = std::string_view(html).substr(at);
    const bool is_ours = tag.starts_with("<code>") || tag.starts_with("</code>") || tag.starts_with("<em>") ||
                         tag.starts_with("</em>") || tag.starts_with("<br>");
    if (!is_ours) std::abort();
  }
  return 0;
}
