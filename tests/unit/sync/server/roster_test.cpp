#include <zip.h>

#include "runtime/core/limits.hpp"
#include "sync/server/roster/pictures.hpp"
#include "sync/server/school/accounts.hpp"
#include "sync/server/school/leases.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

class Roster : public test::ServerBed {
 protected:
  RosterReport import(const RosterFiles& files) {
    return import_roster(*school_, read_one_roster(files).value()).value();
  }
  Learner learner_of(const std::string& source) { return load_learner(*school_, learner_number(source)).value(); }
};

std::filesystem::path write_zip(const std::filesystem::path& file,
                                const std::vector<std::pair<std::string, std::string>>& members) {
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, content] : members)
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
  EXPECT_EQ(zip_close(archive), 0);
  return file;
}

TEST_F(Roster, OwnColumns_AreTakenAndTheRestIsAssigned) {
  EXPECT_EQ(learner_of("u1").profile.avatar, "lion");
  EXPECT_EQ(learner_of("u1").profile.picture_password, (std::vector<std::uint8_t>{0, 1, 2}));
  EXPECT_EQ(learner_of("u2").profile.language, "es");
  EXPECT_TRUE(is_avatar(learner_of("u2").profile.avatar));
  EXPECT_EQ(learner_of("u2").profile.picture_password.size(), picture_password_length);
  EXPECT_NE(learner_of("u2").profile.avatar, "lion");
}

TEST_F(Roster, Teacher_SeesTheClassesThatTheRosterNames) {
  const auto seen_by = [&](const Account& account) {
    std::vector<std::string> titles;
    const auto classes = classes_of_account(*school_, account).value();
    for (const SchoolClass& one : classes) titles.push_back(one.title);
    return titles;
  };
  EXPECT_EQ(seen_by({"t1", Role::Teacher}), (std::vector<std::string>{"4 Robin"}));
  EXPECT_TRUE(seen_by({"t2", Role::Teacher}).empty());
  EXPECT_EQ(seen_by({"head", Role::Administrator}), (std::vector<std::string>{"4 Robin", "5 Heron"}));
  RosterFiles moved = test::sample_roster_files();
  moved["users.csv"] = "sourcedId,username,givenName,familyName\nu1,,Amina,Diallo\nu4,,Dara,Sok\nt1,tess,Tess,Olin\n";
  moved["enrollments.csv"] =
      "sourcedId,classSourcedId,userSourcedId,role\ne1,k1,u1,student\ne4,k2,u4,student\ne5,k2,t1,teacher\n";
  (void)import(moved);
  EXPECT_TRUE(seen_by({"t1", Role::Teacher}).empty());
  EXPECT_EQ(seen_by({"tess", Role::Teacher}), (std::vector<std::string>{"5 Heron"}));
}

TEST_F(Roster, ImportedAgain_ChangesNothingAndKeepsIds) {
  const LearnerId before = learner("u2");
  const auto password = learner_of("u2").profile.picture_password;
  const RosterReport report = import(test::sample_roster_files());
  EXPECT_EQ(report.learners_unchanged, 4u);
  EXPECT_EQ(report.learners_new + report.learners_changed + report.classes_new, 0u);
  EXPECT_EQ(learner("u2"), before);
  EXPECT_EQ(learner_of("u2").profile.picture_password, password);
}

TEST_F(Roster, WhoLeftTheClass_LeavesUnlessALineWasRefused) {
  RosterFiles files = test::sample_roster_files();
  files["enrollments.csv"] =
      "sourcedId,classSourcedId,userSourcedId,role\ne1,k1,u1,student\ne9,k1,u99,student\ne4,k2,u4,student\n";
  const RosterReport broken = import(files);
  ASSERT_EQ(broken.refusals.size(), 1u);
  EXPECT_EQ(broken.refusals[0].line, 3u);
  EXPECT_EQ(broken.memberships_ended, 0u);
  files["enrollments.csv"] = "sourcedId,classSourcedId,userSourcedId,role\ne1,k1,u1,student\ne4,k2,u4,student\n";
  EXPECT_EQ(import(files).memberships_ended, 2u);
}

TEST_F(Roster, Change_RenewsTheLeaseWithoutThePassphrase) {
  const std::int64_t number = find_class(*school_, "4 Robin").value().number;
  ASSERT_TRUE(make_class_lease(*school_, number, "chalk and rain").has_value());
  const auto before = find_class_lease(*school_, number).value().value();
  RosterFiles files = test::sample_roster_files();
  const std::size_t at = files["users.csv"].find("Amina");
  files["users.csv"].replace(at, 5, "Amine");
  EXPECT_EQ(import(files).learners_changed, 1u);
  const auto after = find_class_lease(*school_, number).value().value();
  EXPECT_GT(after.generation, before.generation);
  const journal::Roster opened = journal::open_lease(after, "chalk and rain").value();
  ASSERT_EQ(opened.learners.size(), 3u);
  EXPECT_EQ(opened.learners[0].display_name, "Amine Diallo");
}

TEST_F(Roster, UnknownPictures_AreReportedAndOthersDrawn) {
  RosterFiles files = test::sample_roster_files();
  files["users.csv"] =
      "sourcedId,givenName,familyName,metadata.avatar,metadata.picturePassword\nu1,A,B,dragon,sun moon\n";
  files["enrollments.csv"] = "classSourcedId,userSourcedId,role\nk1,u1,student\n";
  const RosterDraft draft = read_one_roster(files).value();
  EXPECT_EQ(draft.refusals.size(), 2u);
  EXPECT_EQ(draft.people.size(), 1u);
}

TEST_F(Roster, MissingFileOrColumn_IsSaid) {
  RosterFiles files = test::sample_roster_files();
  files["users.csv"] = "sourcedId,givenName\n";
  EXPECT_EQ(read_one_roster(files).error().code, ErrorCode::BadInput);
  files.erase("users.csv");
  EXPECT_EQ(read_one_roster(files).error().code, ErrorCode::BadInput);
}

TEST_F(Roster, Archive_IsReadAndOneThatLeadsOutsideIsRefused) {
  std::vector<std::pair<std::string, std::string>> members;
  for (const auto& [name, content] : test::sample_roster_files()) members.emplace_back("set/" + name, content);
  EXPECT_EQ(read_roster_files(write_zip(folder_.path() / "good.zip", members)).value(), test::sample_roster_files());
  members.emplace_back("../users.csv", "x");
  EXPECT_EQ(read_roster_files(write_zip(folder_.path() / "slip.zip", members)).error().code, ErrorCode::BadInput);
}

TEST_F(Roster, ArchiveThatExplodes_StopsAtTheLimit) {
  const std::string zeros(limits::csv_bytes_max + 1, '0');
  const auto file = write_zip(folder_.path() / "bomb.zip", {{"users.csv", zeros}});
  ASSERT_LT(std::filesystem::file_size(file), zeros.size() / 100);
  EXPECT_EQ(read_roster_files(file).error().code, ErrorCode::LimitExceeded);
}

// Sets made by others, when they are on this machine.
TEST_F(Roster, SetsOfOthers_AreTakenOrTheirFaultIsNamed) {
  const std::filesystem::path corpora = std::filesystem::path(HORNBOOK_SOURCE_DIR) / "../shared/corpora/roster";
  if (!std::filesystem::exists(corpora / "ok.zip")) GTEST_SKIP() << "no corpora beside the project";
  const RosterDraft good = read_one_roster(read_roster_files(corpora / "ok.zip").value()).value();
  EXPECT_TRUE(good.refusals.empty());
  EXPECT_EQ(good.people.size(), 1u);
  EXPECT_EQ(good.teachers, 1u);
  const RosterDraft bad = read_one_roster(read_roster_files(corpora / "bad.zip").value()).value();
  ASSERT_EQ(bad.refusals.size(), 1u);
  EXPECT_EQ(bad.refusals[0].file, "enrollments.csv");
}

}  // namespace
}  // namespace hornbook::server
