// Whatever a file of captions says: an error with its line, or captions in order, none over another, none without
// words.
#include <cstdlib>

#include "runtime/core/bytes.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/engage/media/web_vtt.hpp"

using namespace hornbook;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto captions = engage::parse_web_vtt(as_text({data, size}));
  if (!captions) return 0;
  if (captions->size() > limits::captions_max) std::abort();
  std::uint32_t last_ms = 0;
  for (const engage::Caption& caption : *captions) {
    if (caption.from_ms < last_ms || caption.until_ms <= caption.from_ms || caption.text.empty()) std::abort();
    last_ms = caption.until_ms;
  }
  return 0;
}
