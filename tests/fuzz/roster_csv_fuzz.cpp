// Three CSV files of a roster, divided by a zero byte: whatever they hold, the draft stays within what was read.
#include <algorithm>
#include <cstdlib>

#include "runtime/core/csv.hpp"
#include "sync/server/roster/one_roster.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(hornbook::CsvTable::parse(text));
  const std::size_t first = std::min(text.find('\0'), size);
  const std::size_t second = std::min(text.find('\0', std::min(first + 1, size)), size);
  const hornbook::server::RosterFiles files{
      {"classes.csv", std::string(text.substr(0, first))},
      {"users.csv", std::string(text.substr(std::min(first + 1, size), second - std::min(first + 1, second)))},
      {"enrollments.csv", std::string(text.substr(std::min(second + 1, size)))}};
  const auto draft = hornbook::server::read_one_roster(files);
  if (!draft) return 0;
  for (const auto& one : draft->classes)
    for (const std::size_t student : one.students)
      if (student >= draft->people.size()) std::abort();
  return 0;
}
