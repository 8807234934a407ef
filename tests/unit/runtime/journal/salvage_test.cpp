#include "runtime/journal/salvage/salvage.hpp"

#include <fstream>

#include "runtime/journal/salvage/file_pages.hpp"
#include "runtime/journal/salvage/page_records.hpp"
#include "tests/unit/runtime/journal/journal_bed.hpp"

namespace hornbook::journal {
namespace {

class Salvage : public test::JournalBed {
 protected:
  [[nodiscard]] std::filesystem::path file() const { return at_ / "journal.sqlite"; }

  // Overwrites what stands at this place of the closed file.
  void spoil(std::size_t at, std::size_t size) const {
    std::fstream out(file(), std::ios::binary | std::ios::in | std::ios::out);
    out.seekp(static_cast<std::streamoff>(at));
    out << std::string(size, '\x55');
  }
  void spoil_page(std::uint64_t page) const { spoil((page - 1) * page_size, page_size); }
  [[nodiscard]] std::uint64_t root_page_of(const std::string& table) const {
    const std::string query = "SELECT rootpage FROM sqlite_master WHERE name='" + table + "'";
    sqlite3_stmt* statement = nullptr;
    const Store store = open_store();
    EXPECT_EQ(sqlite3_prepare_v2(store.handle(), query.c_str(), -1, &statement, nullptr), SQLITE_OK);
    EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW);
    const auto page = static_cast<std::uint64_t>(sqlite3_column_int64(statement, 0));
    sqlite3_finalize(statement);
    return page;
  }

  // Two epochs with segments, a capsule, and rows that a power cut left.
  void work() {
    {
      Writer writer = open_writer();
      ASSERT_TRUE(writer.sign_in(test::sample_learner(1), key_).has_value());
      append_answers(writer, 40);
      ASSERT_TRUE(writer.sign_out().has_value());
      append_answers(writer, 3);
    }
    at_ = copy_of_running();
    sent_ = everything_sent();
    ASSERT_EQ(sent_.size(), 43u + 50u);
  }
  // A copy of the folder as it lies on the disk while the station runs: its rows are not sealed.
  std::filesystem::path copy_of_running() {
    Writer writer = open_writer();
    append_answers(writer, 50);
    for (const char* name : {"journal.sqlite", "journal.sqlite-wal", "journal.witness"})
      std::filesystem::copy_file(at_ / name, cut_.path() / name);
    return cut_.path();
  }
  // Brings the log's pages into the file.
  void checkpoint() const { run_sql(open_store(), "PRAGMA wal_checkpoint(TRUNCATE)"); }

  void expect_everything_again() {
    std::vector<std::string> sent = everything_sent();
    std::vector<std::string> before = sent_;
    std::sort(sent.begin(), sent.end());
    std::sort(before.begin(), before.end());
    EXPECT_EQ(sent, before);
    EXPECT_EQ(status().times_mended, 1u);
    EXPECT_TRUE(std::filesystem::exists(at_ / "journal.damaged.sqlite"));
    EXPECT_FALSE(open_store().verify(device_).value().empty()) << "who looks is told";
  }
  [[nodiscard]] JournalStatus status() const { return open_store().status().value(); }

  const SecretKey key_ = SecretKey::generate();
  test::TemporaryDirectory cut_;
  std::vector<std::string> sent_;
};

TEST_F(Salvage, RecordsOfAllPages_AreWhatSqliteReads) {
  work();
  const FilePages pages = FilePages::open(file()).value();
  std::size_t rows = 0, segments = 0, epochs = 0;
  for (std::uint32_t page = 1; page <= pages.count(); ++page)
    for_each_record(
        page, [&](std::uint32_t number) { return pages.page(number); },
        [&](const Record& record) {
          if (record.values.size() == 9) ++rows;
          if (record.values.size() == 10 && decode_segment(std::get<Bytes>(record.values[5]))) ++segments;
          if (record.values.size() == 6 && decode_epoch_header(std::get<Bytes>(record.values[1]))) ++epochs;
        });
  EXPECT_EQ(rows, 50u);
  EXPECT_EQ(segments, status().segments);
  EXPECT_EQ(epochs, 2u);
}

TEST_F(Salvage, SpoiledFirstPage_LosesNothing) {
  work();
  checkpoint();
  spoil_page(1);
  const Writer writer = open_writer();
  EXPECT_EQ(writer.epoch(), 3u);
  expect_everything_again();
}

TEST_F(Salvage, SpoiledFirstPageBesideALog_LosesNothingOfTheLog) {
  work();
  spoil_page(1);  // the log holds a good one, but SQLite looks at the file first
  const Writer writer = open_writer();
  EXPECT_EQ(everything_sent().size(), sent_.size());
}

TEST_F(Salvage, SpoiledHeaders_ComeBackFromTheirCopies) {
  work();
  checkpoint();
  spoil_page(root_page_of("epochs"));
  const Writer writer = open_writer();
  EXPECT_EQ(writer.epoch(), 3u) << "an epoch that was is never opened again";
  expect_everything_again();
}

TEST_F(Salvage, ForgedHeader_IsReplacedByTheCopyThatTheDeviceSigned) {
  work();
  run_sql(open_store(), "UPDATE epochs SET header=zeroblob(length(header)) WHERE epoch=1");
  const Writer writer = open_writer();
  EXPECT_EQ(everything_sent().size(), sent_.size());
  EXPECT_EQ(status().times_mended, 0u) << "the file was whole";
}

TEST_F(Salvage, SpoiledRootOfRows_CostsThatPageAlone) {
  work();
  checkpoint();
  spoil_page(root_page_of("rows"));
  Writer writer = open_writer();
  EXPECT_GE(everything_sent().size(), sent_.size() - 10);
  ASSERT_TRUE(writer.sign_in(test::sample_learner(1), key_).has_value());
  EXPECT_TRUE(append_answer(writer, "on it goes").has_value());
}

TEST_F(Salvage, Capsule_OpensAfterIt) {
  work();
  checkpoint();
  spoil_page(1);
  Writer writer = open_writer();
  const Capsule capsule = writer.sign_in(test::sample_learner(1), key_).value();
  EXPECT_EQ(capsule.tail.size(), 40u);
}

TEST_F(Salvage, BadgesAndLeases_OpenAfterIt) {
  work();
  const Badge badge = make_badge(school_.signing.verify_key());
  const RosterLearner learner{test::sample_learner(1), "Amina", "fox", {}, "en", key_.copy()};
  ASSERT_TRUE(open_store().put_badges({make_badge_slot(badge, 1, learner).value()}).has_value());
  checkpoint();
  spoil_page(1);
  const Writer writer = open_writer();
  const auto slot = open_store().badge(address_of(badge)).value();
  ASSERT_TRUE(slot.has_value());
  EXPECT_EQ(open_badge_slot(*slot, badge).value().display_name, "Amina");
}

TEST_F(Salvage, FactsThatSharedThePage_AreTakenFromTheLastHeader) {
  { const Writer writer = open_writer(); }
  {
    Store store = open_store();
    ASSERT_TRUE(store.apply(acknowledge({}, 7, 5000), school_.signing.verify_key()).has_value());
  }
  { const Writer writer = open_writer(); }
  checkpoint();
  spoil_page(root_page_of("facts"));
  { const Writer writer = open_writer(); }
  EXPECT_EQ(status().server_generation, 7u);
  EXPECT_EQ(status().last_contact_ms, 5000);
}

TEST_F(Salvage, CutBetweenItsLastTwoSteps_IsFinishedAtTheNextStart) {
  work();
  checkpoint();
  std::filesystem::copy_file(file(), at_ / "journal.mended.sqlite");
  std::filesystem::rename(file(), at_ / "journal.damaged.sqlite");
  { const Store store = open_beside_station(at_, device_).value(); }
  EXPECT_EQ(everything_sent().size(), sent_.size());
  EXPECT_FALSE(std::filesystem::exists(at_ / "journal.mended.sqlite"));
}

TEST_F(Salvage, CutWhileTheNewOneIsMade_BeginsAgain) {
  work();
  checkpoint();
  std::ofstream(at_ / "journal.mending.sqlite") << "half of it";
  spoil_page(1);
  const Writer writer = open_writer();
  expect_everything_again();
}

TEST_F(Salvage, NewerHornbooksFile_IsLeftAlone) {
  work();
  run_sql(open_store(), "CREATE TABLE later(a); PRAGMA user_version=9");
  const auto opened = Writer::open(at_, device_, clock_, "boot");
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().code, ErrorCode::BadInput);
  EXPECT_FALSE(std::filesystem::exists(at_ / "journal.damaged.sqlite"));
}

TEST_F(Salvage, BesideARunningStation_IsLeftToTheStation) {
  work();
  checkpoint();
  const auto lock = StationLock::take(at_);
  ASSERT_TRUE(open_beside_station(at_, device_).has_value());
  spoil_page(1);
  const auto opened = open_beside_station(at_, device_);
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().code, ErrorCode::Busy);
}

}  // namespace
}  // namespace hornbook::journal
