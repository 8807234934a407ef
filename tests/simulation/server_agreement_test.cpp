// One learner at three stations and the real school server: its store, its ingest, its bundles. Pieces arrive late,
// twice or in another order, answers are lost, power fails, clocks are ten years off or not there. What must hold: the
// server makes every decision again from what it has stored, and agrees with a device bit for bit once the base that it
// sent covers the device's events. Keys and ids are the system's, so a seed repeats the course of a run and not its
// bytes.
#include <algorithm>

#include "tests/simulation/class_simulation.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::test {
namespace {

constexpr int steps = 500;
constexpr std::size_t station_count = 3;

// What waits for the school: one segment, or one row that a power cut left unsealed.
struct Piece {
  std::uint64_t epoch = 0;
  std::uint64_t last_sequence = 0;
  std::optional<journal::Segment> segment;
  std::optional<journal::Row> row;
};

// A simulated device with a card that speaks to a server.
class Station {
 public:
  Station(DeviceCard card, const LearnerId& learner, const interpret::CurriculumSet& curricula)
      : card_(std::move(card)), device_(card_.id(), learner, curricula) {}

  void sign_in(MonotonicMs now, TimeEstimate time) {
    const std::size_t before = device_.log().size() - epoch_begins_at_;
    epoch_begins_at_ = device_.log().size();
    epochs_.push_back(card_.open_epoch(before));
    segments_in_epoch_ = 0;
    device_.sign_in(now, time);
  }
  void lose_power() { device_.lose_power(); }

  // Turns what was recorded since the last time into pieces: a segment of the running epoch, or rows.
  void seal(SeededRandom& random) {
    std::size_t from = packed_;
    while (from < device_.log().size()) {
      const std::uint64_t epoch = device_.log()[from].epoch;
      std::vector<measure::Event> events;
      const std::size_t longest = 1 + static_cast<std::size_t>(random.below(40));
      for (; from < device_.log().size() && device_.log()[from].epoch == epoch && events.size() < longest; ++from)
        events.push_back(device_.log()[from].event);
      add_pieces(epoch, events, random.below(4) == 0);
    }
    packed_ = from;
  }

  // Everything that waits, or some of it, in any order.
  [[nodiscard]] bundle::UpBundle bundle(SeededRandom& random, bool everything) {
    bundle::UpBundle up;
    up.device = card_.id();
    for (const OpenEpoch& epoch : epochs_) up.headers.push_back(epoch.header);
    random.shuffle(pieces_);
    for (const Piece& piece : pieces_) {
      if (!everything && random.below(3) == 0) continue;
      if (piece.segment) up.segments.push_back(*piece.segment);
      if (piece.row) up.rows.push_back(*piece.row);
    }
    return up;
  }

  void take(const bundle::DownBundle& down, const SecretKey& capsule_key) {
    for (const journal::EpochAcknowledgement& level : down.acknowledgement.epochs) {
      std::erase_if(pieces_, [&](const Piece& piece) {
        return piece.epoch == level.epoch && piece.last_sequence <= level.stored_through;
      });
    }
    for (const bundle::BaseDelivery& base : down.bases) {
      const Bytes plain = open_random(capsule_key, base.learner.view(), base.sealed).value();
      device_.park_base(interpret::decode_base(plain).value());
    }
  }

  [[nodiscard]] SimulatedDevice& device() { return device_; }
  [[nodiscard]] const DeviceCard& card() const { return card_; }
  [[nodiscard]] bool has_undelivered() const { return packed_ < device_.log().size() || !pieces_.empty(); }

 private:
  void add_pieces(std::uint64_t epoch, const std::vector<measure::Event>& events, bool as_rows) {
    const OpenEpoch& open = epochs_.at(static_cast<std::size_t>(epoch - 1));
    if (!as_rows) {
      pieces_.push_back({epoch, events.back().sequence, card_.segment(open, segments_in_epoch_++, events), {}});
      return;
    }
    for (const measure::Event& event : events) pieces_.push_back({epoch, event.sequence, {}, card_.row(open, event)});
  }

  DeviceCard card_;
  SimulatedDevice device_;
  std::vector<OpenEpoch> epochs_;
  std::vector<Piece> pieces_;
  std::size_t epoch_begins_at_ = 0;
  std::size_t packed_ = 0;
  std::uint32_t segments_in_epoch_ = 0;
};

class ServerAgreement : public ServerBed, public testing::WithParamInterface<std::uint64_t> {
 protected:
  void SetUp() override {
    add_sample_pack();
    ASSERT_TRUE(library_.refresh(*school_).has_value());
    for (std::size_t i = 0; i < station_count; ++i)
      stations_.emplace_back(enrolled_device("Station " + std::to_string(i)), learner("u1"), library_.curricula());
  }

  void step() {
    now_ += static_cast<MonotonicMs>(random_.below(random_.below(20) == 0 ? 20'000'000 : 20'000));
    Station& station = stations_[static_cast<std::size_t>(random_.below(station_count))];
    const std::uint64_t what = random_.below(24);
    if (what < 2)
      synchronise(station, false);
    else if (!station.device().is_signed_in())
      station.sign_in(now_, clock());
    else if (what == 2 && random_.below(3) == 0)
      station.device().sign_out(now_);
    else if (what == 3 && random_.below(4) == 0)
      station.lose_power();
    else
      station.device().act(random_, now_);
  }

  void synchronise(Station& station, bool everything) {
    station.seal(random_);
    const auto sent = send(station.card(), station.bundle(random_, everything));
    ASSERT_TRUE(sent.has_value()) << describe(sent.error());
    const bool answer_is_lost = !everything && random_.below(4) == 0;
    if (!answer_is_lost) station.take(station.card().read(sent->reply).value(), capsule_key());
  }

  void deliver_everything() {
    for (Station& station : stations_) {
      if (station.device().is_signed_in()) station.device().sign_out(now_);
      synchronise(station, true);
      EXPECT_FALSE(station.has_undelivered());
    }
  }

  [[nodiscard]] std::size_t decisions_recorded() {
    std::size_t decisions = 0;
    for (Station& station : stations_)
      for (const measure::EventRecord& record : station.device().log())
        decisions += std::holds_alternative<measure::Decision>(record.event.body) ? 1u : 0u;
    return decisions;
  }

  void expect_every_decision_replayed() {
    std::uint64_t replayed = 0;
    for (Station& station : stations_) {
      const auto device = server::find_device(*school_, station.card().id()).value().value();
      EXPECT_EQ(device.decisions_unmatched, 0u);
      replayed += device.decisions;
      EXPECT_TRUE(faults_of(station.card()).empty());
    }
    EXPECT_EQ(replayed, decisions_recorded());
  }

  // The base as it travels: the device that adopts it and goes on is where the server is when it gets the same events.
  void expect_agreement() {
    for (Station& station : stations_) {
      synchronise(station, true);
      station.sign_in(now_, clock());
      for (int i = 0; i < 10; ++i) station.device().act(random_, now_ += 3000);
      const Bytes on_device = interpret::encode(station.device().learner());
      synchronise(station, true);
      reopen();
      EXPECT_EQ(interpret::encode(state_of("u1").base.state), on_device);
      station.device().sign_out(now_);
      synchronise(station, true);
    }
  }

 private:
  [[nodiscard]] SecretKey capsule_key() {
    return std::move(server::load_learner(*school_, learner_number("u1")).value().profile.capsule_key);
  }
  // Right, not known, or ten years off and sure of itself: a battery that died, a wrong hand at the clock.
  [[nodiscard]] TimeEstimate clock() {
    constexpr std::int64_t ten_years_ms = 3653 * a_day_ms;
    const UnixMs right = 1'790'000'000'000 + now_ + static_cast<std::int64_t>(random_.below(100'000));
    switch (random_.below(8)) {
      case 0:
      case 1:
        return {right, -1};
      case 2:
        return {right + ten_years_ms, 100'000};
      case 3:
        return {right - ten_years_ms, 100'000};
      default:
        return {right, 100'000};
    }
  }

  SeededRandom random_{GetParam()};
  MonotonicMs now_ = 1'000'000;
  std::vector<Station> stations_;
};

TEST_P(ServerAgreement, EveryDecisionFollowsAndStatesAreTheSameBytes) {
  for (int i = 0; i < steps; ++i) step();
  deliver_everything();
  expect_every_decision_replayed();
  EXPECT_GT(decisions_recorded(), 40u) << "the run must have decisions to replay";
  EXPECT_GT(count("issued_base"), 3) << "the devices must have lived on bases";
  expect_agreement();
  expect_every_decision_replayed();
}

INSTANTIATE_TEST_SUITE_P(Seeds, ServerAgreement, testing::Range<std::uint64_t>(1, 13));

}  // namespace
}  // namespace hornbook::test
