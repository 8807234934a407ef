#include "platform/programs/model/answer_stream.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <sstream>
#include <vector>

namespace hornbook::platform {
namespace {

constexpr const char* small_training =
    "learner,item,skill,correct,timestamp\n"
    "ann,7,add~carry,1,1000\n"
    "bob,7,add,0,1000\n"
    "ann,8,add,1,1060\n"
    "\"b, ob\",-1,,1,-1\n";

std::string answered(const std::string& training, const std::string& questions, StreamLine form) {
  std::istringstream log(training);
  std::istringstream asked(questions);
  std::ostringstream lines;
  const Done done = answer_stream(log, asked, lines, form);
  return done ? lines.str() : describe(done.error());
}

std::vector<double> numbers_of(std::string line) {
  std::vector<double> numbers;
  std::istringstream fields(line);
  for (std::string field; std::getline(fields, field, ',');) {
    const std::size_t from = field.find('=') == std::string::npos ? 0 : field.find('=') + 1;
    double number = 0;
    std::from_chars(field.data() + from, field.data() + field.size(), number);
    numbers.push_back(number);
  }
  return numbers;
}

TEST(AttemptLines, ReadALogLearnerByLearner) {
  std::istringstream csv(small_training);
  AttemptLines reader;
  const auto log = reader.read_training(csv);
  ASSERT_TRUE(log);
  ASSERT_EQ(log->learners().size(), 3u);
  EXPECT_EQ(reader.known_learners(), 3u);
  EXPECT_EQ(log->learners()[0].last - log->learners()[0].first, 2u);  // ann's two rows come together
  EXPECT_EQ(log->at(1).question.item, 1u);
  EXPECT_EQ(log->at(0).question.skills.size(), 2u);
  EXPECT_EQ(log->at(3).question.item, interpret::no_index);
  EXPECT_TRUE(log->at(3).question.skills.empty());
  EXPECT_LT(log->at(3).question.seconds, 0);
}

TEST(AttemptLines, ColumnsMayStandInAnyOrder_AndAHeaderMayBeMissing) {
  std::istringstream other("timestamp,extra,correct,skill,item,learner\n5,x,1,s,i,l\n");
  EXPECT_EQ(AttemptLines().read_training(other)->at(0).question.seconds, 5);
  std::istringstream bare("l,i,s,1,5\n");
  EXPECT_EQ(AttemptLines().read_training(bare)->at(0).question.seconds, 5);
}

double seconds_after(const std::string& training, const std::string& time) {
  AttemptLines lines;
  std::istringstream csv(training);
  EXPECT_TRUE(lines.read_training(csv));
  return lines.read_question("l,i,s," + time)->seconds;
}

TEST(AttemptLines, UnitsOfClockTimes_AreKnownByTheirSize) {
  EXPECT_EQ(seconds_after("l,i,s,1,1700000000\n", "1700000060"), 1.70000006e9);
  EXPECT_EQ(seconds_after("l,i,s,1,1700000000000\n", "1700000060000"), 1.70000006e9);
  EXPECT_EQ(seconds_after("l,i,s,1,1700000000000000\n", "1700000060000000"), 1.70000006e9);
}

// 150 answers of one learner, `gap` apart, from 0.
std::string every(std::int64_t gap) {
  std::string rows;
  for (std::int64_t row = 0; row < 150; ++row) rows += "l,i,s,1," + std::to_string(row * gap) + "\n";
  return rows;
}

TEST(AttemptLines, UnitsOfTimesFromALearnersBeginning_AreKnownByTheirGaps) {
  EXPECT_EQ(seconds_after(every(30), "6000"), 6000);
  EXPECT_EQ(seconds_after(every(30'000), "6000000"), 6000);
  EXPECT_EQ(seconds_after(every(0), "6000"), 6000);
}

TEST(AttemptLines, NoTimesInTheTrainingFile_LeaveTheQuestionsInSeconds) {
  EXPECT_EQ(seconds_after("l,i,s,1,-1\n", "60"), 60);
  EXPECT_LT(seconds_after("l,i,s,1,-1\n", "-1"), 0);
}

TEST(AttemptLines, AFaultNamesItsLine_AndNothingOfTheRow) {
  for (const char* row : {"amina,1,1", "amina,1,1,2,0", "amina,1,1,1,soon", "\"amina,1,1,1,0"}) {
    std::istringstream csv("learner,item,skill,correct,timestamp\na,1,1,1,0\n" + std::string(row) + "\n");
    const auto log = AttemptLines().read_training(csv);
    ASSERT_FALSE(log) << row;
    EXPECT_NE(describe(log.error()).find("line 3"), std::string::npos) << describe(log.error());
    EXPECT_EQ(describe(log.error()).find("amina"), std::string::npos);
  }
  std::istringstream header("learner,item,skill,right,timestamp\n");
  EXPECT_NE(describe(AttemptLines().read_training(header).error()).find("correct"), std::string::npos);
}

TEST(AnswerStream, AnswersEachQuestionBeforeItsOutcomeIsKnown) {
  const std::string lines = answered(small_training, "zoe,7,add,2000\n1\nzoe,9,new,2060\n0\n", StreamLine::Probability);
  const auto [first, second] = std::pair{numbers_of(lines).at(0), numbers_of(lines.substr(lines.find('\n') + 1)).at(0)};
  EXPECT_GT(first, 0);
  EXPECT_LT(first, 1);
  EXPECT_GT(second, 0);
  EXPECT_LT(second, 1);
  const std::string other = answered(small_training, "zoe,7,add,2000\n0\nzoe,9,new,2060\n0\n", StreamLine::Probability);
  EXPECT_EQ(other.substr(0, other.find('\n')), lines.substr(0, lines.find('\n')));
  EXPECT_NE(other, lines);  // the second knows of the first
}

TEST(AnswerStream, WhoIsInTheTrainingFile_GoesOnFromThere) {
  const auto probability = [](const char* learner) {
    return answered(small_training, std::string(learner) + ",8,add,2000\n1\n", StreamLine::Probability);
  };
  EXPECT_GT(numbers_of(probability("ann")).at(0), numbers_of(probability("zoe")).at(0));
  EXPECT_LT(numbers_of(probability("bob")).at(0), numbers_of(probability("zoe")).at(0));
}

TEST(AnswerStream, Explains_ByContributionsThatSumToTheLogit) {
  const std::string line = answered(small_training, "zoe,7,add,2000\n1\n", StreamLine::Contributions);
  std::vector<double> numbers = numbers_of(line);
  ASSERT_EQ(numbers.size(), 1 + interpret::group_count);
  double sum = 0;
  for (std::size_t at = 1; at < numbers.size(); ++at) sum += numbers[at];
  EXPECT_NEAR(sum, std::log(numbers[0] / (1 - numbers[0])), 1e-6);
  EXPECT_NE(line.find("this item="), std::string::npos);
}

TEST(AnswerStream, AMissingOutcome_IsSaid) {
  EXPECT_NE(answered(small_training, "zoe,7,add,2000\n", StreamLine::Probability).find("0 or 1"), std::string::npos);
  EXPECT_NE(answered(small_training, "zoe,7\n", StreamLine::Probability).find("four fields"), std::string::npos);
}

}  // namespace
}  // namespace hornbook::platform
