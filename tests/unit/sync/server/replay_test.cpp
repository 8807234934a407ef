// Real sessions of a device, decision by decision, replayed by the server that receives them.
#include <algorithm>

#include "tests/unit/sync/server/lead_session.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

class Replay : public test::ServerBed {
 protected:
  void SetUp() override {
    add_sample_pack();
    card_ = std::make_unique<test::DeviceCard>(enrolled_device("Station 1"));
    ASSERT_TRUE(library_.refresh(*school_).has_value());
  }

  [[nodiscard]] std::vector<measure::Event> live(std::uint64_t epoch, const interpret::Base& base, int items) {
    session::SessionOpening opening =
        test::opening_of({card_->id(), epoch, learner("u1")}, library_.curricula(), pack_.hash, clock_.now());
    opening.base = base;
    opening.session_number = static_cast<std::uint32_t>(epoch);
    return test::lead_session(std::move(opening), items);
  }

  [[nodiscard]] Device device() { return find_device(*school_, card_->id()).value().value(); }
  Result<Exchanged> send_session(std::uint64_t previous_last, const std::vector<measure::Event>& events) {
    const test::OpenEpoch epoch = card_->open_epoch(previous_last);
    return send(*card_, card_->bundle(epoch, {card_->segment(epoch, 0, events)}));
  }

  std::unique_ptr<test::DeviceCard> card_;
};

std::size_t decisions_in(const std::vector<measure::Event>& events) {
  return static_cast<std::size_t>(std::count_if(events.begin(), events.end(), [](const measure::Event& event) {
    return std::holds_alternative<measure::Decision>(event.body);
  }));
}

TEST_F(Replay, SessionsOnTheEmptyAndOnAnIssuedBase_ReplayAlike) {
  const auto first = live(1, {}, 12);
  ASSERT_GT(decisions_in(first), 5u);
  ASSERT_TRUE(send_session(0, first).has_value());
  EXPECT_EQ(device().decisions, decisions_in(first));
  EXPECT_EQ(device().decisions_unmatched, 0u);

  const interpret::Base issued = state_of("u1").base;
  ASSERT_FALSE(issued.contains.empty());
  clock_.advance(test::a_day_ms);
  const auto second = live(2, issued, 12);
  ASSERT_TRUE(send_session(first.size(), second).has_value());
  EXPECT_EQ(device().decisions, decisions_in(first) + decisions_in(second));
  EXPECT_EQ(device().decisions_unmatched, 0u);
}

TEST_F(Replay, DecisionThatTheModelWouldNotMake_IsCounted) {
  auto events = live(1, {}, 6);
  const auto decision = std::find_if(events.begin() + 4, events.end(), [](const measure::Event& event) {
    return std::holds_alternative<measure::Decision>(event.body);
  });
  ASSERT_NE(decision, events.end());
  std::get<measure::Decision>(decision->body).chosen.seed ^= 1;
  ASSERT_TRUE(send_session(0, events).has_value());
  EXPECT_EQ(device().decisions_unmatched, 1u);
}

TEST_F(Replay, BaseThatWasNeverIssued_DoesNotReplay) {
  auto events = live(1, {}, 2);
  auto& start = std::get<measure::SessionStart>(events.front().body);
  start.base.contains = {{card_->id(), 7, 7}};
  ASSERT_TRUE(send_session(0, events).has_value());
  EXPECT_EQ(device().decisions_unmatched, decisions_in(events));
}

}  // namespace
}  // namespace hornbook::server
