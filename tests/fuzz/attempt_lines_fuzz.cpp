// Whatever the lines, reading them ends with an error or with a log and questions whose numbers are in range.
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "platform/programs/model/attempt_lines.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::istringstream csv(text);
  hornbook::platform::AttemptLines reader;
  const auto log = reader.read_training(csv);
  if (log) {
    for (std::size_t row = 0; row < log->size(); ++row) {
      const auto attempt = log->at(row);
      const bool is_known = attempt.question.item != hornbook::interpret::no_index;
      if (is_known && attempt.question.item >= log->item_count()) std::abort();
      for (const std::uint32_t skill : attempt.question.skills) {
        if (skill >= log->skill_count()) std::abort();
      }
    }
  }
  static_cast<void>(reader.read_question(text.substr(0, text.find('\n'))));
  return 0;
}
