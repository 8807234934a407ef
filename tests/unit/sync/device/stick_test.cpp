// What a stick that is full, pulled out or write-protected leaves.
#include "sync/device/stick.hpp"

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "runtime/journal/durable_file.hpp"
#include "sync/bundle/bundle_folder.hpp"
#include "tests/support/device_bed.hpp"

namespace hornbook::device {
namespace {

class StickOfADevice : public test::DeviceBed {
 protected:
  void SetUp() override {
    DeviceBed::SetUp();
    std::filesystem::create_directories(stick_);
  }
  [[nodiscard]] std::vector<bundle::BundleFile> whole_ones() const {
    return bundle::list_bundles(stick_, bundle::Direction::Up).value();
  }
  // What a school reads of each: all of them must be whole.
  void expect_each_to_be_readable() {
    for (const bundle::BundleFile& file : whole_ones()) {
      const Bytes bytes = journal::read_whole_file(file.path, limits::bundle_bytes_max).value();
      EXPECT_TRUE(school_.answer(bytes)) << file.path;
    }
  }

  const std::filesystem::path stick_ = folder_.path() / "stick";
};

TEST_F(StickOfADevice, LeftByAPowerCut_UnfinishedFilesAreNoBundlesAndGoWithTheNextExport) {
  practise(20);
  ASSERT_TRUE(export_to_stick(open(), stick_));
  const auto whole = whole_ones().front().path;
  const auto unfinished = whole.string() + ".new";
  std::filesystem::copy(whole, unfinished);
  std::filesystem::resize_file(unfinished, 100);
  std::ofstream(stick_ / "letter.txt") << "not ours";
  EXPECT_EQ(whole_ones().size(), 1u);
  ASSERT_TRUE(export_to_stick(open(), stick_));
  EXPECT_FALSE(std::filesystem::exists(unfinished));
  EXPECT_TRUE(std::filesystem::exists(stick_ / "letter.txt"));
  EXPECT_EQ(whole_ones().size(), 1u);
}

TEST_F(StickOfADevice, ThatIsGone_IsStorageFailureAndLosesNothing) {
  practise(20);
  std::filesystem::remove(stick_);
  EXPECT_EQ(export_to_stick(open(), stick_).error().code, ErrorCode::StorageFailure);
  EXPECT_EQ(open().store.status()->events_unsent, 20u);
  auto folder = open();
  EXPECT_EQ(import_from_stick(folder, stick_).error().code, ErrorCode::StorageFailure);
}

// A file-size limit makes every write beyond it fail, as a full stick does, at whatever piece and byte.
TEST_F(StickOfADevice, Full_AtAnyPoint_KeepsWhatWasThereAndNoHalfFile) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) practise(60, seed);
  ASSERT_TRUE(export_to_stick(open(), stick_, 600));
  const std::size_t before = whole_ones().size();
  ASSERT_GT(before, 2u);
  std::size_t failures = 0;
  for (const rlim_t room : {rlim_t{0}, rlim_t{100}, rlim_t{500}, rlim_t{1200}}) {
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit tight{room, limit.rlim_max};
    const auto folder = open();
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto exported = export_to_stick(folder, stick_, 600);
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, previous);
    if (!exported) ++failures;
    EXPECT_GE(whole_ones().size(), before) << "what was there stands";
    for (const auto& entry : std::filesystem::directory_iterator(stick_))
      EXPECT_NE(entry.path().extension(), ".new") << "no half file stays";
    expect_each_to_be_readable();
    EXPECT_EQ(open().store.status()->events_unsent, 240u);
  }
  EXPECT_GT(failures, 1u);
  ASSERT_TRUE(export_to_stick(open(), stick_, 600));
  EXPECT_EQ(whole_ones().size(), before) << "with room again, the old ones go";
}

// The same on a file system of its own that really has no room, where this machine lets us make one.
TEST_F(StickOfADevice, FullFileSystem_IsTheSame) {
  if (::mount("tmpfs", stick_.c_str(), "tmpfs", 0, "size=32k") != 0) GTEST_SKIP() << "only root may mount";
  for (std::uint64_t seed = 1; seed <= 12; ++seed) practise(250, seed);
  const auto exported = export_to_stick(open(), stick_, 2000);
  EXPECT_EQ(exported ? ErrorCode::OurBug : exported.error().code, ErrorCode::StorageFailure);
  EXPECT_GT(whole_ones().size(), 1u);
  expect_each_to_be_readable();
  EXPECT_EQ(open().store.status()->events_unsent, 3000u);
  ASSERT_EQ(::umount2(stick_.c_str(), MNT_DETACH), 0);
}

}  // namespace
}  // namespace hornbook::device
