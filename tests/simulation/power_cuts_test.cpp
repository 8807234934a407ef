// The power goes at every operation that a class day does to the journal's files, or the operation fails, and the
// station is started again. What the screen had called saved must be there exactly once, everything else wholly or not
// at all, and the program goes on by itself. HORNBOOK_POWER_CUT_SEEDS: how often with other chances (dev soak).
#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <functional>

#include "tests/simulation/station_day.hpp"
#include "tests/support/every_power_cut.hpp"

namespace hornbook::journal {
namespace {

using test::DiskOperation;
using test::SimulatedDisk;
using test::Unflushed;

// SQLite's memory, of which one request can be refused.
class ScarceMemory {
 public:
  static void begin() {
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual);
    sqlite3_mem_methods scarce = usual;
    scarce.xMalloc = [](int size) { return refuses() ? nullptr : usual.xMalloc(size); };
    scarce.xRealloc = [](void* old, int size) { return refuses() ? nullptr : usual.xRealloc(old, size); };
    sqlite3_config(SQLITE_CONFIG_MALLOC, &scarce);
    sqlite3_initialize();
  }
  static void end() {
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_MALLOC, &usual);
    sqlite3_initialize();
  }
  static inline std::size_t requests = 0;
  static inline std::size_t refused_request = 0;  // counted from 1; 0: none

 private:
  static bool refuses() { return ++requests == refused_request; }
  static inline sqlite3_mem_methods usual{};
};

class PowerCuts : public test::StationDay {
 protected:
  // A day on an empty disk during which something fails, and what is wrong after it.
  std::string after_failing_day(const std::function<void()>& arrange, const std::function<void()>& mend) {
    const test::TemporaryDirectory folder;
    at_ = folder.path();
    forget_day();
    vfs_.reset();
    vfs_ = std::make_unique<test::RecordingVfs>();
    arrange();
    class_day();
    mend();
    return faults(vfs_->operations().size());
  }
};

TEST_F(PowerCuts, AtEveryOperationOfADay_NothingSavedIsLostOrDoubled) {
  class_day();
  const std::vector<DiskOperation> operations = vfs_->operations();
  vfs_.reset();
  const auto tried = test::try_every_power_cut(
      operations, 0, [&](const std::filesystem::path& image, std::size_t done, Unflushed way, SeededRandom& random) {
        at_ = image;
        put_witness(done, way != Unflushed::Scattered, random);
        return faults(done);
      });
  std::printf("power cuts: %zu operations, %zu images, %zu seeds, %zu saved events, %zu violations\n",
              operations.size(), tried.images, test::power_cut_seeds(), saved_.size(), tried.violations.size());
  EXPECT_EQ(tried.violations, std::vector<std::string>{});
}

// A disk that says "flushed" and did not: what is lost cannot be helped, but it is told wherever the witness is left.
TEST_F(PowerCuts, DiskThatLiesAboutFlushing_IsFoundOutByTheWitness) {
  class_day();
  const std::vector<DiskOperation> operations = vfs_->operations();
  vfs_.reset();
  std::size_t images = 0;
  std::size_t losses = 0;
  std::vector<std::string> violations;
  SeededRandom random(20261127);
  for (std::size_t honest = 0; honest < operations.size(); ++honest) {
    if (operations[honest].kind != DiskOperation::Kind::Sync) continue;
    const std::size_t done = std::min(operations.size(), honest + 1 + random.below(40));
    SimulatedDisk disk;
    for (std::size_t at = 0; at < done; ++at) disk.apply(operations[at], at >= honest);
    for (const Unflushed way : {Unflushed::Lost, Unflushed::Scattered}) {
      const test::TemporaryDirectory image;
      at_ = image.path();
      disk.write_image(at_, way, random);
      put_witness(done, true, random);
      ++images;
      if (!loses_saved(done)) continue;
      ++losses;
      if (!is_told())
        violations.push_back("honest until " + std::to_string(honest) + ", cut at " + std::to_string(done));
    }
  }
  std::printf("lying flushes: %zu images, %zu of them lost something saved, %zu were not told\n", images, losses,
              violations.size());
  EXPECT_GT(losses, 50u) << "the images do not show what they are for";
  EXPECT_EQ(violations, std::vector<std::string>{});
}

TEST_F(PowerCuts, AnyOperationThatFails_LosesNothingSavedAndReusesNoSequence) {
  constexpr std::array codes{SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC};
  class_day();
  const std::size_t operations = vfs_->operations().size();
  std::size_t tried = 0;
  std::vector<std::string> violations;
  for (std::size_t seed = 0; seed < test::power_cut_seeds(); ++seed) {
    for (std::size_t number = 0; number < operations; ++number) {
      const int code = codes[(number + seed) % codes.size()];
      const bool once = (number / codes.size() + seed) % 2 == 0;
      const auto how = once ? test::RecordingVfs::Fails::Once : test::RecordingVfs::Fails::FromThenOn;
      const std::string wrong = after_failing_day([&] { vfs_->fail(number, code, how); }, [&] { vfs_->heal(); });
      ++tried;
      if (!wrong.empty()) violations.push_back("operation " + std::to_string(number) + ": " + wrong);
    }
  }
  std::printf("failing operations: %zu tried, %zu violations\n", tried, violations.size());
  EXPECT_EQ(violations, std::vector<std::string>{});
}

TEST_F(PowerCuts, AnyRequestForMemoryThatIsRefused_LosesNothingSavedAndReusesNoSequence) {
  vfs_.reset();
  ScarceMemory::begin();
  ScarceMemory::refused_request = 0;
  ScarceMemory::requests = 0;
  EXPECT_EQ(after_failing_day([] {}, [] {}), "");
  const std::size_t requests = ScarceMemory::requests;
  const std::size_t stride = std::max<std::size_t>(1, requests / (400 * test::power_cut_seeds()));
  std::size_t tried = 0;
  std::vector<std::string> violations;
  for (std::size_t number = 1; number <= requests; number += stride, ++tried) {
    const auto arrange = [number] { ScarceMemory::requests = 0, ScarceMemory::refused_request = number; };
    const std::string wrong = after_failing_day(arrange, [] { ScarceMemory::refused_request = 0; });
    if (!wrong.empty()) violations.push_back("request " + std::to_string(number) + ": " + wrong);
  }
  vfs_.reset();
  ScarceMemory::end();
  std::printf("refused memory: %zu of %zu requests tried, %zu violations\n", tried, requests, violations.size());
  EXPECT_EQ(violations, std::vector<std::string>{});
}

}  // namespace
}  // namespace hornbook::journal