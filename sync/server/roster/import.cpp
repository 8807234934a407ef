#include "sync/server/roster/import.hpp"
#include "sync/server/school/badges.hpp"
#include "sync/server/school/families.hpp"

#include <algorithm>
#include <set>

#include "runtime/core/seeded_random.hpp"
#include "sync/server/roster/pictures.hpp"
#include "sync/server/school/accounts.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/school/leases.hpp"

namespace hornbook::server {
namespace {

// The least used avatar of the class comes next, so that twelve children have twelve pictures.
std::string next_avatar(std::map<std::string, std::size_t>& uses) {
  const auto fewer = [&](std::string_view a, std::string_view b) {
    return uses[std::string(a)] < uses[std::string(b)];
  };
  return std::string(*std::min_element(avatars.begin(), avatars.end(), fewer));
}

// Drawn from the system's entropy, so that a classmate cannot work it out.
std::vector<std::uint8_t> draw_picture_password() {
  const Bytes entropy = random_bytes(sizeof(std::uint64_t));
  std::uint64_t seed = 0;
  for (const std::uint8_t byte : entropy) seed = seed << 8 | byte;
  SeededRandom random(seed);
  std::vector<std::uint8_t> pictures(password_pictures.size());
  for (std::size_t i = 0; i < pictures.size(); ++i) pictures[i] = static_cast<std::uint8_t>(i);
  random.shuffle(pictures);
  pictures.resize(picture_password_length);
  return pictures;
}

LearnerProfile new_profile(const RosterPerson& person, std::map<std::string, std::size_t>& avatar_uses) {
  LearnerProfile profile;
  profile.source_id = person.source_id;
  profile.display_name = person.display_name;
  profile.avatar = person.avatar.empty() ? next_avatar(avatar_uses) : person.avatar;
  profile.picture_password = person.picture_password.value_or(draw_picture_password());
  profile.language = person.language.empty() ? "en" : person.language;
  return profile;
}

// True when the roster says something new of a known learner.
bool update_profile(LearnerProfile& profile, const RosterPerson& person) {
  const auto replace = [](auto& have, const auto& wanted) {
    if (have == wanted) return false;
    have = wanted;
    return true;
  };
  bool changed = replace(profile.display_name, person.display_name);
  if (!person.avatar.empty()) changed = replace(profile.avatar, person.avatar) || changed;
  if (!person.language.empty()) changed = replace(profile.language, person.language) || changed;
  if (person.picture_password) changed = replace(profile.picture_password, *person.picture_password) || changed;
  return changed;
}

struct Import {
  School& school;
  RosterReport report;
  std::map<std::string, std::size_t> avatar_uses;
  std::set<std::int64_t> changed_learners;
};

Result<std::int64_t> take_person(Import& import, const RosterPerson& person) {
  TRY_ASSIGN(const auto known, find_learner_by_source(import.school, person.source_id));
  if (!known) {
    LearnerProfile profile = new_profile(person, import.avatar_uses);
    ++import.avatar_uses[profile.avatar];
    ++import.report.learners_new;
    TRY_ASSIGN(const std::int64_t number, create_learner(import.school, std::move(profile)));
    return number;
  }
  TRY_ASSIGN(Learner learner, load_learner(import.school, *known));
  ++import.avatar_uses[learner.profile.avatar];
  if (!update_profile(learner.profile, person)) {
    ++import.report.learners_unchanged;
    return *known;
  }
  ++import.report.learners_changed;
  import.changed_learners.insert(*known);
  TRY_DONE(save_profile(import.school, learner));
  TRY_DONE(reseal_badge(import.school, learner));
  return *known;
}

Result<std::int64_t> take_class(Import& import, const RosterClass& wanted) {
  Database& database = import.school.database();
  const Hash source = import.school.vault().fingerprint("class source", wanted.source_id);
  TRY_ASSIGN(Statement row, database.query("SELECT number, title FROM class WHERE source = ?", source));
  TRY_ASSIGN(const bool known, row.step());
  if (!known) {
    ++import.report.classes_new;
    TRY_DONE(database.run("INSERT INTO class (source, title) VALUES (?, ?)", source, wanted.title));
    return database.last_row_number();
  }
  const std::int64_t number = row.integer(0);
  if (row.text(1) != wanted.title) {
    ++import.report.classes_changed;
    TRY_DONE(database.run("UPDATE class SET title = ? WHERE number = ?", wanted.title, number));
  }
  return number;
}

Result<std::set<std::int64_t>> members_of(Database& database, std::int64_t class_number) {
  std::set<std::int64_t> members;
  TRY_ASSIGN(Statement row, database.query("SELECT learner FROM membership WHERE class = ?", class_number));
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return members;
    members.insert(row.integer(0));
  }
}

// True when the class's members are others than before.
Result<bool> take_members(Import& import, std::int64_t class_number, const std::set<std::int64_t>& wanted) {
  Database& database = import.school.database();
  TRY_ASSIGN(const std::set<std::int64_t> before, members_of(database, class_number));
  bool changed = false;
  for (const std::int64_t learner : wanted) {
    if (before.contains(learner)) continue;
    changed = true;
    TRY_DONE(database.run("INSERT INTO membership (class, learner) VALUES (?, ?)", class_number, learner));
  }
  if (!import.report.refusals.empty()) return changed;
  for (const std::int64_t learner : before) {
    if (wanted.contains(learner)) continue;
    changed = true;
    ++import.report.memberships_ended;
    TRY_DONE(database.run("DELETE FROM membership WHERE class = ? AND learner = ?", class_number, learner));
  }
  return changed;
}

// The roster decides who teaches a class; ties that an administrator made are kept apart from it.
Done take_teachers(Import& import, std::int64_t class_number, const std::vector<std::string>& teachers) {
  Database& database = import.school.database();
  if (import.report.refusals.empty()) TRY_DONE(database.run("DELETE FROM teaching WHERE class = ?", class_number));
  for (const std::string& teacher : teachers)
    TRY_DONE(database.run("INSERT OR IGNORE INTO teaching (class, teacher) VALUES (?, ?)", class_number,
                          teacher_fingerprint(import.school, teacher)));
  return {};
}

}  // namespace

Result<RosterReport> import_roster(School& school, const RosterDraft& draft) {
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  Import import{school, {}, {}, {}};
  import.report.refusals = draft.refusals;
  import.report.teachers = draft.teachers;
  std::vector<std::int64_t> numbers;
  for (const RosterPerson& person : draft.people) {
    TRY_ASSIGN(const std::int64_t number, take_person(import, person));
    numbers.push_back(number);
  }
  for (const RosterClass& wanted : draft.classes) {
    const std::size_t changed_before = import.report.classes_changed;
    TRY_ASSIGN(const std::int64_t class_number, take_class(import, wanted));
    TRY_DONE(take_teachers(import, class_number, wanted.teachers));
    std::set<std::int64_t> members;
    for (const std::size_t student : wanted.students) members.insert(numbers[student]);
    TRY_ASSIGN(bool stale, take_members(import, class_number, members));
    stale = stale || import.report.classes_changed != changed_before ||
            std::any_of(members.begin(), members.end(), [&](auto n) { return import.changed_learners.contains(n); });
    if (stale) TRY_DONE(reseal_class_lease(school, class_number));
  }
  TRY_DONE(reseal_families_of(school, import.changed_learners));
  TRY_DONE(transaction.commit());
  return std::move(import.report);
}

}  // namespace hornbook::server
