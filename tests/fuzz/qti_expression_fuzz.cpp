#include "content_packs/import/qti/evaluate.hpp"
#include "content_packs/import/qti/mathml.hpp"
#include "content_packs/import/qti/pattern.hpp"

// Any element as an expression, as MathML, and the text in it as a pattern that is fitted to itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  using namespace hornbook::content::qti;
  if (size > 4096) return 0;
  const auto element = parse_xml({data, size});
  if (!element) return 0;
  static const std::vector<Declaration> none;
  Session session(none, 1);
  static_cast<void>(evaluate(*element, session));
  static_cast<void>(to_tex(*element, [](std::string_view) { return std::optional<std::string>(); }));
  const std::string text = text_in(*element);
  static_cast<void>(matches_pattern(text, text));
  return 0;
}
