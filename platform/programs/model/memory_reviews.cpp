#include "platform/programs/model/memory_reviews.hpp"

#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <ostream>
#include <span>

#include "runtime/core/csv.hpp"
#include "runtime/interpret/memory/fit_memory.hpp"

namespace hornbook::platform {
namespace {

using interpret::CardMemory;
using interpret::Fsrs;
using interpret::MemoryReview;
using interpret::Rating;

constexpr std::size_t first_fit = 64;  // reviews; fewer say little

struct CardSeen {
  std::uint32_t number = 0;
  double day = 0;
  std::size_t line = 0;
};
using CardsSeen = std::map<std::string, CardSeen, std::less<>>;

tl::unexpected<Error> wrong(const CsvTable& table, std::size_t row, const char* column, const std::string& why) {
  return fail(ErrorCode::BadInput, "memory",
              "line " + std::to_string(table.line_of(row)) + ", column " + column + ": " + why);
}

Result<double> day_of(const CsvTable& table, std::size_t row) {
  const std::string& text = table.field(row, "day");
  double day = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), day);
  const bool is_number = error == std::errc{} && end == text.data() + text.size();
  if (!is_number || !(day >= -limits::memory_days_max && day <= limits::memory_days_max))
    return wrong(table, row, "day", "this is no day; write a number of days such as 12 or 12.5, at most a million");
  return day;
}

Result<Rating> rating_of(const CsvTable& table, std::size_t row) {
  const std::string& text = table.field(row, "rating");
  if (text.size() != 1 || text[0] < '1' || text[0] > '4')
    return wrong(table, row, "rating", "this is no rating; write 1 (again), 2 (hard), 3 (good) or 4 (easy)");
  return static_cast<Rating>(text[0] - '0');
}

Result<MemoryReview> review_of(const CsvTable& table, std::size_t row, CardsSeen& cards) {
  MemoryReview review;
  const std::string& card = table.field(row, "card");
  if (card.empty()) return wrong(table, row, "card", "it is empty; name the card that was asked");
  TRY_ASSIGN(review.day, day_of(table, row));
  TRY_ASSIGN(review.rating, rating_of(table, row));
  const CardSeen seen{static_cast<std::uint32_t>(cards.size()), review.day, table.line_of(row)};
  const auto [at, is_new] = cards.emplace(card, seen);
  if (!is_new && review.day < at->second.day) {
    return wrong(table, row, "day",
                 "the card was asked on a later day in line " + std::to_string(at->second.line) +
                     "; sort each card's lines by day");
  }
  at->second.day = review.day;
  at->second.line = seen.line;
  review.card = at->second.number;
  return review;
}

void write_probability(double probability, std::ostream& lines) {
  std::array<char, 32> digits{};
  const auto written =
      std::to_chars(digits.data(), digits.data() + digits.size(), probability, std::chars_format::fixed, 6);
  lines.write(digits.data(), written.ptr - digits.data());
}

// Every card's memory after some reviews, under some weights.
class Memories {
 public:
  explicit Memories(const interpret::FsrsWeights& weights) : fsrs_(weights) {}
  std::optional<interpret::Expectation<double>> review(const MemoryReview& review) {
    return cards_[review.card].review(fsrs_, review.day, review.rating);
  }

 private:
  Fsrs fsrs_;
  std::map<std::uint32_t, CardMemory<double>> cards_;
};

Result<Memories> fitted_memories(std::span<const MemoryReview> past) {
  TRY_ASSIGN(const interpret::FsrsWeights weights, interpret::fit_memory(past));
  Memories memories(weights);
  for (const MemoryReview& review : past) memories.review(review);
  return memories;
}

}  // namespace

Result<std::vector<MemoryReview>> read_reviews(std::string_view csv) {
  TRY_ASSIGN(const CsvTable table, CsvTable::parse(csv));
  for (const char* column : {"card", "day", "rating"}) {
    if (table.has(column)) continue;
    return fail(ErrorCode::BadInput, "memory",
                std::string("line 1: there is no column ") + column + "; name the columns card,day,rating there");
  }
  std::vector<MemoryReview> reviews;
  CardsSeen cards;
  for (std::size_t row = 0; row < table.size(); ++row) {
    TRY_ASSIGN(const MemoryReview review, review_of(table, row, cards));
    reviews.push_back(review);
  }
  return reviews;
}

Done write_recall(const std::vector<MemoryReview>& reviews, Weights weights, std::ostream& lines) {
  Memories memories(interpret::fsrs_default_weights);
  std::size_t next_fit = first_fit;
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    if (weights == Weights::FittedToThePast && i == next_fit) {
      TRY_ASSIGN(memories, fitted_memories(std::span(reviews).first(i)));
      next_fit *= 2;
    }
    if (const auto expected = memories.review(reviews[i]))
      write_probability(expected->recall, lines);
    else
      lines << "nan";
    lines << '\n';
  }
  return {};
}

}  // namespace hornbook::platform
