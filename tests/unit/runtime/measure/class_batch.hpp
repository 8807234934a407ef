// Events as a class makes them at one station: sessions of several learners, typed answers, times in milliseconds.
#pragma once

#include <string>
#include <vector>

#include "runtime/core/seeded_random.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::test {

class ClassBatch {
 public:
  explicit ClassBatch(std::uint64_t seed) : random_(seed) {}

  // At least `count` events, cut to `count`.
  [[nodiscard]] std::vector<measure::Event> take(std::size_t count) {
    while (events_.size() < count) session();
    events_.resize(count);
    return std::move(events_);
  }

 private:
  template <class Id>
  Id random_id() {
    Id id;
    for (std::uint8_t& byte : id.bytes) byte = static_cast<std::uint8_t>(random_.next());
    return id;
  }
  template <class Body>
  void add(Body body) {
    events_.push_back({events_.size() + 1, learner_, elapsed_ms_, std::move(body)});
  }
  std::uint16_t permille(std::uint64_t low, std::uint64_t high) {
    return static_cast<std::uint16_t>(low + random_.below(high - low));
  }
  measure::Candidate candidate(std::uint32_t seed) {
    const auto item = static_cast<std::uint32_t>(random_.below(28));
    const auto reason = static_cast<measure::ReasonCode>(1 + random_.below(3));
    return {0, item, seed, reason, static_cast<std::uint16_t>(item / 3), permille(650, 900)};
  }

  void session() {
    ++learner_;
    elapsed_ms_ += 4000 + static_cast<std::int64_t>(random_.below(20'000));
    measure::SessionStart start;
    start.learner = random_id<LearnerId>();
    start.base.state_hash = empty_base_;
    start.parameter_version = 1;
    start.parameter_hash = parameters_;
    start.packs = {{0, pack_}};
    start.time = {1'790'000'000'000 + elapsed_ms_, 1000};
    start.session_number = 1;
    start.language = "en";
    add(std::move(start));
    auto seed = static_cast<std::uint32_t>(random_.next());
    const std::uint64_t items = 10 + random_.below(6);
    for (std::uint32_t number = 0; number < items; ++number) item(number, seed++);
    add(measure::SessionEnd{});
  }

  void item(std::uint32_t number, std::uint32_t seed) {
    measure::Decision decision{number,
                               candidate(seed),
                               {candidate(seed), candidate(seed)},
                               static_cast<std::uint16_t>(number / 3),
                               permille(300, 990),
                               1};
    const measure::Candidate chosen = decision.chosen;
    add(std::move(decision));
    add(measure::ItemPresented{chosen.pack_index, chosen.item_index, chosen.seed});
    std::uint8_t attempt = 1;
    for (; attempt < 3 && random_.below(4) == 0; ++attempt) answer(attempt, false);
    answer(attempt, true);
    elapsed_ms_ += 1500 + static_cast<std::int64_t>(random_.below(4000));
  }

  void answer(std::uint8_t attempt, bool correct) {
    const auto took_ms = static_cast<std::uint32_t>(3000 + random_.below(18'000));
    elapsed_ms_ += took_ms;
    measure::Response response;
    if (random_.below(2) == 0)
      response.answer = engage::Answer{1, {static_cast<std::uint32_t>(random_.below(4))}, {}};
    else
      response.answer =
          engage::Answer{2, {}, {std::to_string(1 + random_.below(9)) + "/" + std::to_string(2 + random_.below(10))}};
    response.correct = correct;
    response.credit_permille = correct ? 1000 : 0;
    response.attempt = attempt;
    response.response_ms = took_ms;
    add(std::move(response));
  }

  SeededRandom random_;
  std::vector<measure::Event> events_;
  std::uint32_t learner_ = 0;
  std::int64_t elapsed_ms_ = 0;
  Hash empty_base_ = random_id<Hash>();
  Hash parameters_ = random_id<Hash>();
  Hash pack_ = random_id<Hash>();
};

}  // namespace hornbook::test
