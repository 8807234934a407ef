// Real sessions of a device, decision by decision, replayed by the server that receives them.
#include "runtime/session/session.hpp"
#include "tests/support/sample_course.hpp"
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

  [[nodiscard]] std::shared_ptr<session::SessionContext> context(std::uint64_t epoch) {
    auto context = std::make_shared<session::SessionContext>();
    context->device = card_->id();
    context->epoch = epoch;
    context->learner_index = 1;
    context->learner = learner("u1");
    context->language = "en";
    context->curricula = library_.curricula();
    context->packs = {{0, context->curricula.at(pack_.hash).get()}};
    context->bindings = {{0, pack_.hash}};
    context->parameters = interpret::default_parameters();
    context->instantiate = test::sample_item;
    return context;
  }

  // Events of a session in which `answers` items are done, right every second time.
  [[nodiscard]] std::vector<measure::Event> live(std::uint64_t epoch, const interpret::Base& base, int answers) {
    session::SessionOpening opening;
    opening.context = context(epoch);
    opening.base = base;
    opening.session_number = static_cast<std::uint32_t>(epoch);
    opening.time = clock_.now();
    session::SessionStep step = session::begin(std::move(opening), 1000).value();
    std::vector<measure::Event> events;
    MonotonicMs now = 1000;
    const auto act = [&](const session::SessionIntent& intent) {
      for (const session::Record& record : step.effects) events.push_back(record.event);
      now += 3000;
      step = session::update(std::move(step.state), intent, now);
    };
    act(session::ChooseOption{0});
    for (int i = 0; i < answers; ++i) {
      for (int attempt = 0; attempt < 3; ++attempt) {
        act(session::Act{engage::Choose{static_cast<std::uint8_t>((i + attempt) % 4)}});
        act(session::Act{engage::Submit{}});
      }
      act(session::GoOn{});
    }
    act(session::Leave{});
    for (const session::Record& record : step.effects) events.push_back(record.event);
    return events;
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
