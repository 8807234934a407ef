#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "platform/programs/server/commands.hpp"
#include "platform/system/passphrase_file.hpp"
#include "sync/server/roster/import.hpp"
#include "sync/server/roster/pictures.hpp"
#include "sync/server/school/accounts.hpp"
#include "sync/server/school/devices.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/school/leases.hpp"
#include "sync/server/store/files.hpp"

namespace hornbook::platform {
namespace {

nlohmann::json json_of(const server::RosterReport& report) {
  nlohmann::json refused = nlohmann::json::array();
  for (const server::RosterRefusal& refusal : report.refusals)
    refused.push_back({{"file", refusal.file}, {"line", refusal.line}, {"why", refusal.why}});
  return {
      {"classes", {{"new", report.classes_new}, {"changed", report.classes_changed}}},
      {"learners",
       {{"new", report.learners_new}, {"changed", report.learners_changed}, {"unchanged", report.learners_unchanged}}},
      {"memberships_ended", report.memberships_ended},
      {"teachers", report.teachers},
      {"refused", refused}};
}

void print(const server::RosterReport& report) {
  fmt::print("classes: {} new, {} changed\n", report.classes_new, report.classes_changed);
  fmt::print("learners: {} new, {} changed, {} as they were; {} left a class\n", report.learners_new,
             report.learners_changed, report.learners_unchanged, report.memberships_ended);
  if (report.teachers > 0)
    fmt::print("teachers: {} named; make their accounts with 'hornbook-server teacher add'\n", report.teachers);
  for (const server::RosterRefusal& refusal : report.refusals)
    fmt::print("refused: {} line {}: {}\n", refusal.file, refusal.line, refusal.why);
}

std::string password_words(const std::vector<std::uint8_t>& pictures) {
  std::string words;
  for (const std::uint8_t picture : pictures) {
    if (picture >= server::password_pictures.size()) continue;
    words += fmt::format("{}{}", words.empty() ? "" : " ", server::password_pictures[picture]);
  }
  return words;
}

}  // namespace

Done run_roster_import(const SchoolPlace& place, const std::filesystem::path& source, bool json) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const server::RosterFiles files, server::read_roster_files(source));
  TRY_ASSIGN(const server::RosterDraft draft, server::read_one_roster(files));
  TRY_ASSIGN(const server::RosterReport report, server::import_roster(school, draft));
  if (json)
    fmt::print("{}\n", json_of(report).dump());
  else
    print(report);
  if (!report.took_something()) return fail(ErrorCode::BadInput, "roster", "nothing in it could be used");
  return {};
}

Done run_roster_list(const SchoolPlace& place, bool json) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const std::vector<server::SchoolClass> classes, server::list_classes(school));
  nlohmann::json list = nlohmann::json::array();
  for (const server::SchoolClass& one : classes) {
    TRY_ASSIGN(const std::vector<server::Learner> learners, server::learners_of_class(school, one.number));
    nlohmann::json rows = nlohmann::json::array();
    if (!json) fmt::print("{}\n", one.title);
    for (const server::Learner& learner : learners) {
      const server::LearnerProfile& profile = learner.profile;
      const std::string pictures = password_words(profile.picture_password);
      rows.push_back({{"id", to_hex(learner.id.view())},
                      {"name", profile.display_name},
                      {"avatar", profile.avatar},
                      {"picture_password", pictures},
                      {"language", profile.language}});
      if (!json) fmt::print("  {} · {} · {} · {}\n", profile.display_name, profile.avatar, pictures, profile.language);
    }
    list.push_back({{"class", one.title}, {"number", one.number}, {"learners", rows}});
  }
  if (json) fmt::print("{}\n", list.dump());
  return {};
}

Done run_class_lease(const SchoolPlace& place, const std::string& title, const std::filesystem::path& passphrase_file) {
  TRY_ASSIGN(const SecretText passphrase, read_passphrase_file(passphrase_file));
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const server::SchoolClass found, server::find_class(school, title));
  TRY_DONE(server::make_class_lease(school, found.number, passphrase.view()));
  fmt::print("the class has a new lease; its devices get it with their next contact\n");
  return {};
}

Done run_class_assign(const SchoolPlace& place, const std::string& title, const std::string& device) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const server::SchoolClass found, server::find_class(school, title));
  TRY_ASSIGN(const server::Device assigned, server::find_device_by_name(school, device));
  return server::assign_class(school, found.number, assigned.number);
}

Done run_teacher_add(const SchoolPlace& place, const std::string& user, const std::filesystem::path& password_file,
                     const std::vector<std::string>& classes) {
  TRY_ASSIGN(const SecretText password, read_passphrase_file(password_file));
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  std::vector<std::int64_t> numbers;
  for (const std::string& title : classes) {
    TRY_ASSIGN(const server::SchoolClass found, server::find_class(school, title));
    numbers.push_back(found.number);
  }
  const server::Account account{user, server::Role::Teacher};
  TRY_DONE(server::add_account(school, user, account.role, password.view()));
  for (const std::int64_t number : numbers) TRY_DONE(server::tie_to_class(school, user, number));
  TRY_ASSIGN(const std::vector<server::SchoolClass> seen, server::classes_of_account(school, account));
  fmt::print("{} sees {} classes\n", user, seen.size());
  return {};
}

}  // namespace hornbook::platform
