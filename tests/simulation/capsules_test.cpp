// Capsules by themselves: the power goes at every operation of a day, every operation fails, every byte of every sealed
// state and delta is damaged. A capsule says exactly what the last step left in it that was said to be done (or one
// that had begun), or says that it is damaged; then the learner goes on with an empty one, the events are still there,
// and the school's next base brings back what they showed. HORNBOOK_POWER_CUT_SEEDS: how often with other chances.
#include <array>
#include <cstdio>

#include "runtime/journal/capsule_store.hpp"
#include "tests/simulation/capsule_day.hpp"
#include "tests/support/every_power_cut.hpp"

namespace hornbook::journal {
namespace {

using test::DiskOperation;
using test::Unflushed;

class CapsuleCuts : public test::CapsuleDay {};

TEST_F(CapsuleCuts, AtEveryOperation_TheyOpenAsTheLastStepLeftThem) {
  one_day();
  EXPECT_EQ(wrong_while_running_, "");
  const std::vector<DiskOperation> operations = vfs_->operations();
  vfs_.reset();
  const auto tried = test::try_every_power_cut(
      operations, 0, [&](const std::filesystem::path& image, std::size_t done, Unflushed, SeededRandom&) {
        at_ = image;
        return faults(done);
      });
  std::printf("capsules: %zu operations, %zu images, %zu steps, %zu violations\n", operations.size(), tried.images,
              steps_.size(), tried.violations.size());
  EXPECT_EQ(tried.violations, std::vector<std::string>{});
  EXPECT_GT(operations.size(), 200u);
}

TEST_F(CapsuleCuts, AnyOperationThatFails_LeavesThemAsTheLastStepDid) {
  constexpr std::array codes{SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC};
  one_day();
  const std::size_t operations = vfs_->operations().size();
  std::size_t tried = 0;
  std::vector<std::string> violations;
  for (std::size_t seed = 0; seed < test::power_cut_seeds(); ++seed) {
    for (std::size_t number = 0; number < operations; ++number) {
      const test::TemporaryDirectory folder;
      at_ = folder.path();
      forget_day();
      vfs_.reset();
      vfs_ = std::make_unique<test::RecordingVfs>();
      const bool once = (number / codes.size() + seed) % 2 == 0;
      vfs_->fail(number, codes[(number + seed) % codes.size()],
                 once ? test::RecordingVfs::Fails::Once : test::RecordingVfs::Fails::FromThenOn);
      one_day();
      vfs_->heal();
      const std::string wrong = wrong_while_running_ + faults(vfs_->operations().size());
      ++tried;
      if (!wrong.empty()) violations.push_back("operation " + std::to_string(number) + ": " + wrong);
    }
  }
  std::printf("capsules: %zu failing operations, %zu violations\n", tried, violations.size());
  EXPECT_EQ(violations, std::vector<std::string>{});
}

class CapsuleFlips : public test::CapsuleDay {
 protected:
  struct Place {
    std::string table;
    std::string column;
    Bytes slot;
    std::uint64_t vector_number = 0;
    Bytes content;
  };
  struct Tally {
    std::size_t flips = 0, latest = 0, before = 0, told = 0;
    std::vector<std::string> violations;
  };

  void SetUp() override {
    one_day();
    vfs_.reset();
    database_.emplace(Database::open(at_ / "journal.sqlite").value());
  }
  [[nodiscard]] std::vector<Place> places() const {
    std::vector<Place> result;
    constexpr std::array<std::pair<const char*, const char*>, 3> columns{
        {{"capsules", "sealed"}, {"capsules", "key_check"}, {"capsule_deltas", "sealed"}}};
    for (const auto& [table, column] : columns) {
      Statement rows =
          database_->prepare("SELECT slot, vector_number, " + std::string(column) + " FROM " + table).value();
      while (rows.step().value()) result.push_back({table, column, rows.blob(0), rows.number(1), rows.blob(2)});
    }
    return result;
  }
  void write(const Place& place, ByteView content) {
    Statement update =
        database_->prepare("UPDATE " + place.table + " SET " + place.column + "=? WHERE slot=? AND vector_number=?")
            .value();
    update.bind(1, content).bind(2, place.slot).bind(3, place.vector_number);
    ASSERT_TRUE(update.run());
  }
  [[nodiscard]] Result<std::optional<Capsule>> read(const LearnerId& learner) {
    return CapsuleStore::open(*database_, learner, key_of(learner)).value().read(*database_);
  }
  [[nodiscard]] LearnerId owner(const Place& place) {
    const Slot slot = slot_of(*database_, "capsule", amina_).value();
    return std::equal(place.slot.begin(), place.slot.end(), slot.bytes.begin()) ? amina_ : chidi_;
  }
  // The older whole state leads to the same events, with the base and settings of then.
  [[nodiscard]] bool leads_to_latest(Capsule older, const LearnerId& learner) const {
    const Capsule& latest = expected_.at(learner);
    if (older.sessions != latest.sessions) return false;
    if (!latest.base.empty()) adopt(older, base_);
    older.settings = latest.settings;
    return said_by(older) == said_by(latest);
  }
  void look(const Place& place, std::size_t byte, Tally& tally) {
    ++tally.flips;
    const std::string where = place.table + "." + place.column + " byte " + std::to_string(byte) + ": ";
    const LearnerId theirs = owner(place);
    const LearnerId other = theirs == amina_ ? chidi_ : amina_;
    const auto untouched = read(other);
    if (!untouched || !*untouched || said_by(**untouched) != said_by(expected_.at(other)))
      tally.violations.push_back(where + "the other learner's capsule changed");
    const auto capsule = read(theirs);
    if (!capsule && capsule.error().code == ErrorCode::Corrupt)
      ++tally.told;
    else if (!capsule || !*capsule)
      tally.violations.push_back(where + "it is taken for another key's, or for none");
    else if (said_by(**capsule) == said_by(expected_.at(theirs)))
      ++tally.latest;
    else if (leads_to_latest(**capsule, theirs))
      ++tally.before;
    else
      tally.violations.push_back(where + "it says what nobody wrote");
  }

  std::optional<Database> database_;
};

TEST_F(CapsuleFlips, InEveryByte_AreBridgedOrNoticedAndTouchNobodyElse) {
  Tally tally;
  SeededRandom random(20261127);
  ASSERT_TRUE(database_->run("BEGIN"));  // never committed
  for (const Place& place : places()) {
    for (std::size_t byte = 0; byte < place.content.size(); ++byte) {
      Bytes flipped = place.content;
      flipped[byte] ^= static_cast<std::uint8_t>(1u << random.below(8));
      write(place, flipped);
      look(place, byte, tally);
    }
    write(place, place.content);
  }
  std::printf(
      "capsules: %zu bits flipped, %zu bridged or without effect, %zu lead to the same events from the state before, "
      "%zu told, %zu violations\n",
      tally.flips, tally.latest, tally.before, tally.told, tally.violations.size());
  EXPECT_EQ(tally.violations, std::vector<std::string>{});
  EXPECT_GT(tally.before, 0u);
  EXPECT_GT(tally.told, 0u);
}

// Whatever row of a capsule is lost, its learner signs in, goes on, and the school's next base is taken.
TEST_F(CapsuleFlips, DamagedCapsule_IsBegunAfreshAndTheSchoolsNextBaseBringsItBack) {
  std::size_t told = 0;
  for (const Place& place : places()) {
    Bytes flipped = place.content;
    flipped[flipped.size() / 2] ^= 1;
    write(place, flipped);
    const LearnerId learner = owner(place);
    if (!read(learner)) {
      ++told;
      const std::vector<std::string> sent = everything_sent();
      Writer writer = open_writer();
      EXPECT_EQ(writer.sign_in(learner, key_of(learner)).error().code, ErrorCode::Corrupt);
      Capsule capsule = writer.sign_in_afresh(learner, key_of(learner)).value();
      EXPECT_EQ(said_by(capsule), said_by({}));
      const Bytes sealed = seal_random(key_of(learner), learner.view(), interpret::encode(base_));
      ASSERT_TRUE(writer.store().park_base(learner, sealed));
      adopt(capsule, parked(writer, learner).value());
      ASSERT_TRUE(writer.rewrite_capsule(capsule));
      EXPECT_EQ(writer.sign_in(learner, key_of(learner))->base, interpret::encode(base_));
      EXPECT_EQ(everything_sent(), sent) << "the events are the journal's";
      break;
    }
    write(place, place.content);
  }
  EXPECT_EQ(told, 1u);
}

}  // namespace
}  // namespace hornbook::journal
