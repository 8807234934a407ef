#include "runtime/core/bytes.hpp"
#include "runtime/engage/template/text_template.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  const std::string_view text = as_text({data, size});
  const engage::Values values = {{"a", engage::Rational::whole(3)}, {"b", engage::Rational::whole(4)}};
  if (const auto expression = engage::Expression::parse(text)) static_cast<void>(expression->evaluate(values));
  if (const auto filled = engage::TextTemplate::parse(text)) static_cast<void>(filled->fill(values, {}));
  return 0;
}
