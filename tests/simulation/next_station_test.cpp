// A child who goes from station to station while bundles travel by whatever goes: a direct exchange, a stick, a relay.
// What a station has not heard of yet it does not know; nothing is lost, and everything is placed in one order.
#include "sync/client/inbox.hpp"
#include "sync/client/outbox.hpp"
#include "tests/support/relay_bed.hpp"

namespace hornbook::test {
namespace {

enum class Carrier : std::uint8_t { Direct, Stick, Relay };

class NextStation : public RelayBed, public testing::WithParamInterface<Carrier> {
 protected:
  void SetUp() override {
    RelayBed::SetUp();
    for (const char* device : {"a", "b"}) {
      enrol(device);
      carry(device, GetParam());
    }
  }

  // What the device has goes to the school, and what the school has comes back.
  void carry(const std::string& device, Carrier carrier) {
    clock_.advance(1000);
    device::DeviceFolder folder = open(device);
    if (carrier == Carrier::Stick) {
      const auto stick = new_stick("stick");
      ASSERT_TRUE(device::export_to_stick(folder, stick));
      EXPECT_TRUE(school_takes(stick).refused.empty());
      const auto taken = device::import_from_stick(folder, stick);
      ASSERT_TRUE(taken && !taken->first_failure);
    } else if (carrier == Carrier::Relay) {
      ASSERT_TRUE(visit(device));
      ASSERT_FALSE(forward().first_failure);
      const auto fetched = visit(device);
      ASSERT_TRUE(fetched);
      ASSERT_GE(fetched->replies, 1u);
    } else {
      const device::Outbox outbox = device::collect(folder, limits::exchange_event_bytes_max).value();
      const auto exchanged = server::exchange(*school_, library_, outbox.bundle, clock_.now().unix_ms);
      ASSERT_TRUE(exchanged.has_value()) << describe(exchanged.error());
      ASSERT_TRUE(device::take_in(folder, exchanged->reply));
    }
  }
  void carry(const std::string& device) { carry(device, GetParam()); }

  // The child signs in: the waiting base becomes the one that the session begins with, as on a station.
  void lesson_from_base(const std::string& device, const std::vector<bool>& answers) {
    const auto base = base_waiting_at(device, "u1");
    ASSERT_TRUE(base);
    clock_.advance(60'000);
    const journal::DeviceIdentity identity = journal::load_identity(data(device)).value();
    journal::Writer writer = journal::Writer::open(data(device), identity, clock_, "boot").value();
    std::vector<measure::Event> events = lesson("u1", 1, answers);
    auto& start = std::get<measure::SessionStart>(events.front().body);
    start.base.state_hash = interpret::hash_of(base->state);
    start.base.contains = base->contains;
    for (const measure::Event& event : events) ASSERT_TRUE(writer.append({&event, 1}).has_value());
    ASSERT_TRUE(writer.seal().has_value());
  }

  // (device, epoch, sequence) in the order that the school gave them.
  using Place = std::tuple<std::int64_t, std::uint64_t, std::uint64_t>;
  [[nodiscard]] std::vector<Place> canonical_order() {
    auto row = school_->database()
                   .query("SELECT device, epoch, sequence FROM event WHERE learner = ? ORDER BY commit_number",
                          learner_number("u1"))
                   .value();
    std::vector<Place> order;
    while (row.step().value()) order.emplace_back(row.integer(0), row.number(1), row.number(2));
    return order;
  }
  [[nodiscard]] std::int64_t number_of(const std::string& device) {
    return server::find_device_by_name(*school_, device)->number;
  }
  [[nodiscard]] std::vector<Place> epoch_of(const std::string& device, std::uint64_t epoch, std::uint64_t events) {
    std::vector<Place> places;
    for (std::uint64_t sequence = 1; sequence <= events; ++sequence)
      places.emplace_back(number_of(device), epoch, sequence);
    return places;
  }
  // The state that the school knows is that of everything stored, folded anew.
  void expect_state_to_be_at(const std::string& device) {
    const auto base = base_waiting_at(device, "u1");
    ASSERT_TRUE(base);
    EXPECT_EQ(interpret::encode(base->state), interpret::encode(state_of("u1").base.state));
  }
};

std::string name_of(const testing::TestParamInfo<Carrier>& info) {
  constexpr std::array names{"Direct", "Stick", "Relay"};
  return names.at(static_cast<std::size_t>(info.param));
}

TEST_P(NextStation, HasTheChildsBaseWhenTheRotationComes) {
  lesson_at("a", "u1", {true, false, true});
  carry("a");
  EXPECT_FALSE(base_waiting_at("b", "u1")) << "b has not been in touch since";
  carry("b");
  expect_state_to_be_at("b");
  lesson_from_base("b", {true, true});
  carry("b");
  std::vector<Place> order = epoch_of("a", 1, 8);
  for (const Place& place : epoch_of("b", 1, 6)) order.push_back(place);
  EXPECT_EQ(canonical_order(), order);
  carry("a");
  expect_state_to_be_at("a");
  EXPECT_EQ(state_of("u1").base.contains.size(), 2u) << "what both stations saw";
}

TEST_P(NextStation, BothOffline_MergeInTheOrderOfTheirComing_WithNothingLost) {
  lesson_at("a", "u1", {true, false});
  lesson_at("b", "u1", {false, true, true});
  lesson_at("a", "u1", {true});
  carry("b");
  carry("a");
  std::vector<Place> order = epoch_of("b", 1, 8);
  for (const Place& place : epoch_of("a", 1, 6)) order.push_back(place);
  for (const Place& place : epoch_of("a", 2, 4)) order.push_back(place);
  EXPECT_EQ(canonical_order(), order);
  carry("b");
  for (const char* device : {"a", "b"}) {
    expect_state_to_be_at(device);
    EXPECT_EQ(status(device).events_unsent, 0u) << device;
  }
}

TEST_P(NextStation, OtherCarrierOnTheNextDay_MakesNoDifference) {
  lesson_at("a", "u1", {true, false});
  lesson_at("b", "u1", {true});
  // Half way by the one, then again by another: what was on its way twice counts once.
  const auto stick = new_stick("forgotten stick");
  ASSERT_TRUE(device::export_to_stick(open("a"), stick));
  ASSERT_TRUE(visit("a"));
  carry("a");
  static_cast<void>(forward());
  EXPECT_EQ(school_takes(stick).events_new, 0u);
  carry("b", Carrier::Stick);
  carry("a", Carrier::Relay);
  EXPECT_EQ(canonical_order().size(), 6u + 4u);
  expect_state_to_be_at("a");
}

INSTANTIATE_TEST_SUITE_P(Carriers, NextStation, testing::Values(Carrier::Direct, Carrier::Stick, Carrier::Relay),
                         name_of);

}  // namespace
}  // namespace hornbook::test
