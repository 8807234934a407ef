// Lines of attempts, as `hornbook-model stream` and `explain` read them: names of learners, items and skills become
// numbers, the same for the training file and for what is asked after it.
#pragma once

#include <array>
#include <istream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/interpret/calibrate/attempt_log.hpp"

namespace hornbook::platform {

// Numbers for names, from 0 in the order in which they are first met.
class Numbering {
 public:
  // LimitExceeded past limits::model_items_max names.
  [[nodiscard]] Result<std::uint32_t> number_of(const std::string& name);
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

struct AskedQuestion {
  std::uint32_t learner = 0;
  std::uint32_t item = interpret::no_index;
  std::vector<std::uint32_t> skills;
  double seconds = interpret::no_time;
  [[nodiscard]] interpret::Question question() const { return {item, skills, seconds}; }
};

struct TrainingRow {
  AskedQuestion asked;
  bool correct = false;
};

class AttemptLines {
 public:
  // The log of a training file: CSV with the columns learner, item, skill, correct and timestamp, in that order when
  // there is no header that names them. A skill is a list joined by ~; an item, a skill or a timestamp of -1, or an
  // empty one, is not known; correct is 0 or 1. Learners' rows may be mixed, each learner's are in the order of time.
  // Timestamps count seconds; milliseconds or microseconds when the greatest is above 10^11 or 10^14, and milliseconds
  // also when they count from learners' beginnings and nine of ten follow one another after 500 or more. BadInput names
  // line and column.
  [[nodiscard]] Result<interpret::AttemptLog> read_training(std::istream& csv);

  // One line `learner,item,skill,timestamp`.
  [[nodiscard]] Result<AskedQuestion> read_question(const std::string& line);

  // Learners numbered below this were in the training file, in the log's order.
  [[nodiscard]] std::size_t known_learners() const { return known_learners_; }

 private:
  Numbering learners_;
  Numbering items_;
  Numbering skills_;
  std::size_t known_learners_ = 0;
  double units_per_second_ = 1;  // of timestamps

  [[nodiscard]] double seconds_of(double time) const;

  // `columns`: where learner, item, skill, correct and timestamp stand.
  [[nodiscard]] Result<TrainingRow> training_row(const std::vector<std::string>& fields,
                                                 const std::array<std::size_t, 5>& columns);
  Done fill(AskedQuestion& asked, std::string_view item, std::string_view skills, std::string_view time);
};

}  // namespace hornbook::platform
