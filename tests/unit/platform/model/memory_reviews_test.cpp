#include "platform/programs/model/memory_reviews.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <sstream>

#include "runtime/interpret/memory/fit_memory.hpp"

namespace hornbook::platform {
namespace {

std::string recall_of(const std::string& csv, Weights weights = Weights::Published) {
  const auto reviews = read_reviews(csv);
  if (!reviews) return describe(reviews.error());
  std::ostringstream lines;
  const Done done = write_recall(*reviews, weights, lines);
  return done ? lines.str() : describe(done.error());
}

TEST(MemoryReviews, ProbabilitiesComeInTheOrderOfTheFile_FirstReviewsHaveNone) {
  // The worked numbers of fsrs_test.cpp.
  EXPECT_EQ(recall_of("card,day,rating\nsun,100,3\nmoon,100.5,1\nmoon,100.51,1\nsun,102,3\nsun,112,3\nmoon,100.53,3\n"),
            "nan\nnan\n0.993054\n0.909493\n0.906199\n0.967951\n");
}

TEST(MemoryReviews, ColumnsMayStandInAnyOrderAmongOthers) {
  EXPECT_EQ(recall_of("rating,note,day,card\n3,,0,a\n1,\"x,y\",2,a\n"), "nan\n0.909493\n");
}

TEST(MemoryReviews, TheRatingOfARow_DoesNotReachItsOwnProbability) {
  EXPECT_EQ(recall_of("card,day,rating\na,0,3\na,2,1\n"), recall_of("card,day,rating\na,0,3\na,2,4\n"));
}

TEST(MemoryReviews, NothingButAHeader_GivesNothing) { EXPECT_EQ(recall_of("card,day,rating\n"), ""); }

TEST(MemoryReviews, Errors_NameLineAndColumnAndSayWhatToWrite) {
  const auto expect_error = [](const std::string& csv, const char* where, const char* what) {
    const auto reviews = read_reviews(csv);
    ASSERT_FALSE(reviews) << csv;
    EXPECT_EQ(reviews.error().code, ErrorCode::BadInput);
    EXPECT_NE(reviews.error().sentence.find(where), std::string::npos) << reviews.error().sentence;
    EXPECT_NE(reviews.error().sentence.find(what), std::string::npos) << reviews.error().sentence;
  };
  expect_error("card,date,rating\n", "line 1", "no column day");
  expect_error("card,day,rating\na,0,3\n,1,3\n", "line 3, column card", "name the card");
  for (const char* day : {"", "soon", "1.5x", "nan", "inf", "1e7", " 1"})
    expect_error(std::string("card,day,rating\na,") + day + ",3\n", "line 2, column day", "such as 12 or 12.5");
  for (const char* rating : {"", "0", "5", "3.0", "good"})
    expect_error(std::string("card,day,rating\na,0,") + rating + "\n", "line 2, column rating", "3 (good)");
  expect_error("card,day,rating\na,5,3\nb,1,3\na,4,3\n", "line 4, column day", "in line 2");
}

std::string forgetful_learner() {
  std::string csv = "card,day,rating\n";
  for (int review = 0; review < 160; ++review)
    csv += std::to_string(review % 40) + ',' + std::to_string(review) + ',' + (review % 5 < 3 ? "1" : "3") + '\n';
  return csv;
}

TEST(MemoryReviews, FittedProbabilities_FollowFromTheRowsAboveAlone) {
  const std::string csv = forgetful_learner();
  const std::string whole = recall_of(csv, Weights::FittedToThePast);
  EXPECT_NE(whole, recall_of(csv));
  std::string above = csv;
  for (int rows = 160; rows > 60; rows -= 7) {
    while (std::count(above.begin(), above.end(), '\n') > rows) above.erase(above.rfind('\n', above.size() - 2) + 1);
    const std::string part = recall_of(above, Weights::FittedToThePast);
    EXPECT_EQ(whole.substr(0, part.size()), part) << rows;
  }
}

TEST(MemoryReviews, FromSixtyFourReviewsOn_TheWeightsAreThoseOfFitMemory) {
  const auto reviews = read_reviews(forgetful_learner());
  ASSERT_TRUE(reviews);
  const std::vector<interpret::MemoryReview> past(reviews->begin(), reviews->begin() + 64);
  const interpret::Fsrs fsrs(interpret::fit_memory(past).value());
  interpret::CardMemory<double> card;  // of row 65, which was asked once before
  card.review(fsrs, (*reviews)[24].day, (*reviews)[24].rating);
  const double expected = card.review(fsrs, (*reviews)[64].day, interpret::Rating::Again)->recall;
  std::istringstream lines(recall_of(forgetful_learner(), Weights::FittedToThePast));
  std::string line;
  for (int row = 0; row < 65; ++row) std::getline(lines, line);
  double printed = 0;
  std::from_chars(line.data(), line.data() + line.size(), printed);
  EXPECT_NEAR(printed, expected, 1e-6);
}

}  // namespace
}  // namespace hornbook::platform
