// What somebody types, in the kinds of task that are typed: entered a character at a time, judged, and shown.
#include <cstdlib>

#include "runtime/engage/entry/typed_text.hpp"
#include "runtime/engage/task.hpp"

namespace {

using namespace hornbook;

engage::ExpressionTask expression_task() {
  engage::ExpressionTask task;
  task.expected = "$y = \\frac{1}{2}x + 3$";
  task.accepted = {"x/2 + 3"};
  task.requirement.form = engage::algebra::Form::Simplified;
  task.wrong = {{"2x + 3", {}}};
  return task;
}

engage::ShortText text_task() {
  engage::ShortText task;
  task.expected = "número";
  task.near = {{"cifra", {}}};
  return task;
}

void answer(const engage::Task& task, std::string_view typed) {
  engage::Entry entry = engage::start_entry(task);
  static_cast<void>(engage::apply(task, entry, engage::TypeText{std::string(typed)}));
  const engage::Answer given = engage::answer_of(task, entry);
  const engage::Verdict verdict = engage::assess_answer(task, given);
  if (verdict.correct != (verdict.credit_permille == engage::full_credit)) std::abort();
  static_cast<void>(engage::words_of(task, entry));
  // Key by key the same entry comes about.
  engage::Entry again = engage::start_entry(task);
  while (const auto gesture = engage::gesture_towards(task, again, entry))
    if (!engage::apply(task, again, *gesture)) std::abort();
  if (!(again == entry)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string typed(data, data + size);
  answer(expression_task(), typed);
  answer(text_task(), typed);
  return 0;
}
