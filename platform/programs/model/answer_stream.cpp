#include "platform/programs/model/answer_stream.hpp"

#include <array>
#include <charconv>
#include <istream>
#include <ostream>

#include "runtime/interpret/calibrate/fit_response_model.hpp"

namespace hornbook::platform {
namespace {

using interpret::Attempt;
using interpret::AttemptLog;
using interpret::LearnerHistory;
using interpret::ResponseModel;
using interpret::ResponsePrediction;

void write_number(double number, std::ostream& lines) {
  std::array<char, 32> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  lines.write(digits.data(), written.ptr - digits.data());
}

void write_line(const ResponsePrediction& prediction, StreamLine form, std::ostream& lines) {
  write_number(prediction.probability, lines);
  if (form == StreamLine::Contributions) {
    for (std::size_t group = 0; group < interpret::group_count; ++group) {
      lines << ',' << name_of(static_cast<interpret::Group>(group)) << '=';
      write_number(prediction.contributions[group], lines);
    }
  }
  lines << '\n' << std::flush;
}

// The histories of those who answer; who was in the training file goes on from there.
class Histories {
 public:
  Histories(const ResponseModel& model, const AttemptLog& log) : model_(model), log_(log) {}

  LearnerHistory& of(std::uint32_t learner) {
    const auto [place, is_new] = histories_.try_emplace(learner);
    if (is_new) place->second = from_training(learner);
    return place->second;
  }

 private:
  [[nodiscard]] LearnerHistory from_training(std::uint32_t learner) const {
    LearnerHistory history = new_learner(model_.population);
    if (learner >= log_.learners().size()) return history;
    const interpret::LearnerRows& rows = log_.learners()[learner];
    for (std::size_t row = rows.first; row < rows.last; ++row) {
      const Attempt attempt = log_.at(row);
      take_answer(model_, history, attempt, predict(model_, history, attempt.question));
    }
    return history;
  }

  const ResponseModel& model_;
  const AttemptLog& log_;
  std::unordered_map<std::uint32_t, LearnerHistory> histories_;
};

Result<bool> read_outcome(std::istream& questions) {
  std::string line;
  std::getline(questions, line);
  if (line.ends_with('\r')) line.pop_back();
  if (line == "1") return true;
  if (line == "0") return false;
  return fail(ErrorCode::BadInput, "stream", "after each probability a line 0 or 1 must follow");
}

}  // namespace

Done answer_stream(std::istream& training, std::istream& questions, std::ostream& lines, StreamLine form) {
  AttemptLines reader;
  TRY_ASSIGN(const AttemptLog log, reader.read_training(training));
  ResponseModel model = fit_response_model(log);
  Histories histories(model, log);
  std::string line;
  while (std::getline(questions, line)) {
    if (line.empty()) continue;
    TRY_ASSIGN(const AskedQuestion asked, reader.read_question(line));
    LearnerHistory& history = histories.of(asked.learner);
    const ResponsePrediction prediction = predict(model, history, asked.question());
    write_line(prediction, form, lines);
    TRY_ASSIGN(const bool is_correct, read_outcome(questions));
    const Attempt attempt{asked.question(), is_correct};
    take_answer(model, history, attempt, prediction);
    learn_of_population(model, attempt, prediction);
  }
  return {};
}

}  // namespace hornbook::platform
