#include <cstdlib>

#include "content_packs/import/oatutor/formula_answer.hpp"
#include "content_packs/import/oatutor/text.hpp"
#include "runtime/core/bytes.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/engage/template/text_template.hpp"

// Whatever a text of a pool holds, the markup it becomes is one that an item may have. The same text as an answer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  if (size > limits::item_text_bytes_max / 4) return 0;
  const std::string_view text = as_text({data, size});
  content::Remarks remarks;
  const auto converted = content::oatutor::convert_text(text, "here", remarks);
  if (!engage::TextTemplate::parse(converted.markup, engage::Holes::None)) std::abort();
  static_cast<void>(content::oatutor::plain_words(converted.markup));
  if (size <= 256) static_cast<void>(content::oatutor::read_formula_answer(text));
  return 0;
}
