// What came of an import: nothing is lost or changed in silence.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "runtime/pack/json_fields.hpp"

namespace hornbook::content {

enum class Outcome : std::uint8_t {
  Taken,         // whole
  Approximated,  // something was mended, changed or left out
  Refused,       // it is not in the pack
};

// A remark of weight Taken is for information alone.
struct Remark {
  Outcome weight = Outcome::Taken;
  std::string code;      // for counting, such as "hint-dependency-unknown"
  std::string where;     // the id of the step, hint or field; may be empty
  std::string sentence;  // what was found and what was done
};
using Remarks = std::vector<Remark>;

// The heaviest of them.
[[nodiscard]] Outcome outcome_of(const Remarks& remarks);
// The same remarks, none heavier than Approximated: what a part that could be done without lacks.
[[nodiscard]] Remarks softened(Remarks remarks);

struct StepReport {
  std::string id;    // in what was imported
  std::string kind;  // empty when it was refused
  std::size_t hints = 0;
  std::size_t scaffolds = 0;
  Outcome outcome = Outcome::Taken;
  Remarks remarks;
};

struct ItemReport {
  std::string id;                  // in what was imported
  std::vector<std::string> items;  // in the pack; several when one was written out for each of its values
  Outcome outcome = Outcome::Taken;
  Remarks remarks;  // its own, without those of its steps
  std::vector<StepReport> steps;
};

struct ImportReport {
  std::string format;  // "oatutor"
  Remarks remarks;     // about the whole
  std::vector<ItemReport> items;
  std::size_t skills = 0;
  std::size_t media = 0;
};

struct Tally {
  std::size_t taken = 0;
  std::size_t approximated = 0;
  std::size_t refused = 0;
  void add(Outcome outcome);
  [[nodiscard]] std::size_t total() const { return taken + approximated + refused; }
};

struct ImportCounts {
  Tally problems;
  Tally steps;
  std::size_t items = 0;
  std::size_t hints = 0;
  std::size_t scaffolds = 0;
  std::map<std::string, std::size_t> kinds;    // of steps
  std::map<std::string, std::size_t> remarks;  // by code
};
[[nodiscard]] ImportCounts count(const ImportReport& report);

[[nodiscard]] std::string name_of(Outcome outcome);  // "taken", …
// The shape is in README.md beside this file.
[[nodiscard]] pack::Json to_json(const ImportReport& report);

}  // namespace hornbook::content
