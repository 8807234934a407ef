#include <cstdlib>

#include "runtime/core/bytes.hpp"
#include "runtime/engage/algebra/algebra.hpp"

// Two answers, one a line. Comparing is total, an answer that can be judged at all is the same as itself, and what is
// proved one way round is not proved otherwise the other way.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  using namespace hornbook::engage::algebra;
  const std::string_view text = as_text({data, size});
  const std::size_t line = text.find('\n');
  const auto expected = parse_expression(text.substr(0, line));
  if (!expected) return 0;
  if (compare(*expected, *expected).equivalence == Equivalence::Different) std::abort();
  const auto typed = parse_expression(line == std::string_view::npos ? text : text.substr(line + 1));
  if (!typed) return 0;
  constexpr Form forms[] = {Form::Simplified, Form::Expanded, Form::Factored, Form::Scientific};
  static_cast<void>(compare(*expected, *typed, {forms[size % 4], Letters::Positive, {}}));
  const Comparison there = compare(*expected, *typed);
  if (there.equivalence == Equivalence::Same && there.is_proved &&
      compare(*typed, *expected).equivalence == Equivalence::Different)
    std::abort();
  return 0;
}
