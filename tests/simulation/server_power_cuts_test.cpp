// The power goes at every operation that a school server does to its store while devices bring it a morning's work, or
// the operation fails, and the server is started again. What it had acknowledged must be there, and once the devices
// have sent everything again, which they do until it is backed up, each event is there exactly once.
// HORNBOOK_POWER_CUT_SEEDS: how often with other chances (dev soak).
#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <set>

#include "tests/support/every_power_cut.hpp"
#include "tests/support/simulated_disk.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

using test::DiskOperation;
using test::Unflushed;

// Before the school is made, so that everything it does to its store is seen.
struct RecordedDisk {
  std::unique_ptr<test::RecordingVfs> vfs = std::make_unique<test::RecordingVfs>();
};

class ServerPowerCuts : private RecordedDisk, public test::ServerBed {
 protected:
  struct Delivery {
    std::size_t device = 0;
    Bytes bundle;
    std::size_t acknowledged_at = SIZE_MAX;  // operations that had been done then
  };

  using Place = std::pair<std::uint64_t, std::uint64_t>;  // device, sequence

  // Two devices, three deliveries: half a lesson each, then the rest of the first.
  void prepare_morning() {
    for (const char* name : {"Station 1", "Station 2"}) cards_.push_back(enrolled_device(name));
    for (std::size_t device = 0; device < 2; ++device) epochs_.push_back(cards_[device].open_epoch(0));
    const auto lesson_1 = lesson("u1", 1, {true, false, true, true});
    const std::vector<measure::Event> early(lesson_1.begin(), lesson_1.begin() + 5);
    const std::vector<measure::Event> late(lesson_1.begin() + 5, lesson_1.end());
    deliver_later(0, 0, early);
    deliver_later(1, 0, lesson("u2", 1, {false, true}));
    deliver_later(0, 1, late);
    first_operation_ = vfs->operations().size();
  }
  void deliver_later(std::size_t device, std::uint32_t number, const std::vector<measure::Event>& events) {
    const test::DeviceCard& card = cards_[device];
    deliveries_.push_back(
        {device, card.sealed(card.bundle(epochs_[device], {card.segment(epochs_[device], number, events)}))});
  }

  // Done when the reply is signed by the school and speaks of what was sent.
  Done deliver(School& school, const Delivery& delivery) {
    Library library;
    TRY_ASSIGN(const Exchanged exchanged, exchange(school, library, delivery.bundle, clock_.now().unix_ms));
    const auto down = cards_[delivery.device].read(exchanged.reply);
    EXPECT_TRUE(down && !down->acknowledgement.epochs.empty());
    return {};
  }
  void morning() {
    for (Delivery& delivery : deliveries_)
      if (deliver(*school_, delivery)) delivery.acknowledged_at = vfs->operations().size();
  }

  [[nodiscard]] std::filesystem::path key_file() const { return folder_.path() / "school" / "keys" / "master.key"; }

  // The school as it was before the morning.
  void keep_evening() {
    school_.reset();
    std::filesystem::copy_file(folder_.path() / "school" / "school.sqlite", folder_.path() / "evening.sqlite");
    school_ = std::make_unique<School>(School::open(opening()).value());
  }
  void begin_again() {
    school_.reset();
    std::filesystem::copy_file(folder_.path() / "evening.sqlite", folder_.path() / "school" / "school.sqlite",
                               std::filesystem::copy_options::overwrite_existing);
    school_ = std::make_unique<School>(School::open(opening()).value());
    for (Delivery& delivery : deliveries_) delivery.acknowledged_at = SIZE_MAX;
  }

  static std::map<Place, std::size_t> events_in(School& school) {
    std::map<Place, std::size_t> events;
    auto row = school.database()
                   .query("SELECT device, sequence FROM event UNION ALL SELECT device, sequence FROM waiting_event")
                   .value();
    while (row.step().value()) ++events[{row.number(0), row.number(1)}];
    return events;
  }

  // What is wrong with a school that is opened after so many operations; empty: nothing.
  std::string faults(School& school, std::size_t operations) {
    const auto found = events_in(school);
    for (std::size_t i = 0; i < deliveries_.size(); ++i) {
      if (deliveries_[i].acknowledged_at > operations) continue;
      for (const Place& place : belongs_[i])
        if (!found.contains(place)) return "an acknowledged event is gone";
    }
    for (const Delivery& delivery : deliveries_)
      if (const auto done = deliver(school, delivery); !done) return "it does not go on: " + done.error().sentence;
    const auto after = events_in(school);
    if (after != whole_) return "events are missing or doubled when all was sent again";
    for (const auto& [place, times] : after)
      if (times != 1) return "an event is there twice";
    if (folded_answers(school, "u1") != 4 || folded_answers(school, "u2") != 2) return "an answer is not counted once";
    return {};
  }
  static std::uint64_t folded_answers(School& school, const std::string& source) {
    const auto number = find_learner_by_source(school, source).value();
    return load_state(school, load_learner(school, number.value()).value()).value().evidence.answers;
  }

  // What each delivery brings on a morning on which nothing fails.
  void learn_what_belongs() {
    for (Delivery& delivery : deliveries_) {
      ASSERT_TRUE(deliver(*school_, delivery).has_value());
      delivery.acknowledged_at = vfs->operations().size();
      std::set<Place> added;
      for (const auto& [place, times] : events_in(*school_))
        if (!whole_.contains(place)) added.insert(place);
      belongs_.push_back(std::move(added));
      whole_ = events_in(*school_);
    }
  }

  test::RecordingVfs& disk() { return *vfs; }

  std::vector<test::DeviceCard> cards_;
  std::vector<test::OpenEpoch> epochs_;
  std::vector<Delivery> deliveries_;
  std::vector<std::set<Place>> belongs_;  // by delivery
  std::map<Place, std::size_t> whole_;    // all of them, and how often
  std::size_t first_operation_ = 0;
};

TEST_F(ServerPowerCuts, AtEveryOperationOfAMorning_NothingAcknowledgedIsLostOrDoubled) {
  prepare_morning();
  learn_what_belongs();
  const std::vector<DiskOperation> operations = disk().operations();
  const auto tried = test::try_every_power_cut(
      operations, first_operation_,
      [&](const std::filesystem::path& image, std::size_t done, Unflushed, SeededRandom&) {
        auto school = School::open({image, key_file()});
        return school ? faults(*school, done) : "it does not open: " + school.error().sentence;
      });
  std::printf("server's power cuts: %zu operations, %zu images, %zu seeds, %zu events, %zu violations\n",
              operations.size() - first_operation_, tried.images, test::power_cut_seeds(), whole_.size(),
              tried.violations.size());
  EXPECT_EQ(tried.violations, std::vector<std::string>{});
}

// The disk is full or refuses, once or until somebody makes room; the server runs on.
TEST_F(ServerPowerCuts, AnyOperationThatFails_LosesNothingAcknowledgedAndDoublesNothing) {
  constexpr std::array codes{SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC};
  prepare_morning();
  keep_evening();
  const std::size_t begin = disk().operations().size();
  learn_what_belongs();
  const std::size_t operations = disk().operations().size() - begin;
  std::size_t tried = 0;
  std::vector<std::string> violations;
  for (std::size_t number = 0; number < operations; ++number) {
    for (const auto how : {test::RecordingVfs::Fails::Once, test::RecordingVfs::Fails::FromThenOn}) {
      begin_again();
      disk().fail(disk().operations().size() + number, codes[number % codes.size()], how);
      morning();
      disk().heal();
      ++tried;
      const std::string wrong = faults(*school_, disk().operations().size());
      if (!wrong.empty()) violations.push_back("operation " + std::to_string(number) + ": " + wrong);
    }
  }
  std::printf("server's failing operations: %zu tried, %zu violations\n", tried, violations.size());
  EXPECT_EQ(violations, std::vector<std::string>{});
}

}  // namespace
}  // namespace hornbook::server
