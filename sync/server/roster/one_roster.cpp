#include "sync/server/roster/one_roster.hpp"

#include <map>

#include "runtime/core/csv.hpp"
#include "runtime/core/limits.hpp"
#include "sync/server/roster/pictures.hpp"

namespace hornbook::server {
namespace {

// What is read so far, with where each source id stands.
struct Reading {
  RosterDraft draft;
  std::map<std::string, std::size_t, std::less<>> class_at;
  std::map<std::string, RosterPerson, std::less<>> users;
  std::map<std::string, std::size_t, std::less<>> person_at;

  void refuse(const char* file, std::size_t line, std::string why) {
    draft.refusals.push_back({file, line, std::move(why)});
  }
};

bool is_ended(const CsvTable& table, std::size_t row) {
  return table.field(row, "status") == "tobedeleted" || table.field(row, "status") == "inactive";
}

// A name is shown on small cards and on one line: no control characters, bounded.
bool is_showable(std::string_view text) {
  if (text.empty() || text.size() > limits::name_bytes_max) return false;
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  return true;
}

Result<CsvTable> table_of(const RosterFiles& files, std::string_view name,
                          std::initializer_list<std::string_view> columns) {
  const auto file = files.find(name);
  if (file == files.end()) return fail(ErrorCode::BadInput, "roster", std::string(name) + " is missing");
  auto table = CsvTable::parse(file->second);
  if (!table) return fail(table.error().code, "roster", std::string(name) + ": " + table.error().sentence);
  for (const std::string_view column : columns)
    if (!table->has(column))
      return fail(ErrorCode::BadInput, "roster", std::string(name) + " has no column " + std::string(column));
  return table;
}

void read_classes(Reading& reading, const CsvTable& table) {
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (is_ended(table, row)) continue;
    const std::string& id = table.field(row, "sourcedId");
    const std::string& title = table.field(row, "title");
    const std::size_t line = table.line_of(row);
    if (id.empty() || !is_showable(title))
      reading.refuse("classes.csv", line, "the class has no id or no title that can be shown");
    else if (!reading.class_at.emplace(id, reading.draft.classes.size()).second)
      reading.refuse("classes.csv", line, "another line has the same sourcedId");
    else
      reading.draft.classes.push_back({id, title, {}, {}});
  }
}

std::string display_name_of(const CsvTable& table, std::size_t row) {
  const std::string& preferred = table.field(row, "preferredGivenName");
  const std::string& given = preferred.empty() ? table.field(row, "givenName") : preferred;
  const std::string& family = table.field(row, "familyName");
  if (given.empty() || family.empty()) return given + family;
  return given + " " + family;
}

void read_own_columns(Reading& reading, const CsvTable& table, std::size_t row, RosterPerson& person) {
  const std::string& avatar = table.field(row, "metadata.avatar");
  if (is_avatar(avatar))
    person.avatar = avatar;
  else if (!avatar.empty())
    reading.refuse("users.csv", table.line_of(row), "there is no such avatar; one was assigned instead");
  if (const std::string& pictures = table.field(row, "metadata.picturePassword"); !pictures.empty()) {
    auto parsed = parse_picture_password(pictures);
    if (parsed)
      person.picture_password = std::move(*parsed);
    else
      reading.refuse("users.csv", table.line_of(row), parsed.error().sentence + "; one was drawn instead");
  }
  const std::string& language = table.field(row, "metadata.language");
  if (is_showable(language) && language.size() <= limits::language_bytes_max) person.language = language;
}

void read_users(Reading& reading, const CsvTable& table) {
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (is_ended(table, row) || table.field(row, "enabledUser") == "false") continue;
    const std::size_t line = table.line_of(row);
    RosterPerson person;
    person.source_id = table.field(row, "sourcedId");
    person.display_name = display_name_of(table, row);
    person.user_name = table.field(row, "username");
    if (person.source_id.empty() || !is_showable(person.display_name)) {
      reading.refuse("users.csv", line, "the user has no id or no name that can be shown");
      continue;
    }
    if (reading.users.contains(person.source_id)) {
      reading.refuse("users.csv", line, "another line has the same sourcedId");
      continue;
    }
    read_own_columns(reading, table, row, person);
    reading.users.emplace(person.source_id, std::move(person));
  }
}

std::size_t person_index(Reading& reading, const RosterPerson& person) {
  const auto [at, is_new] = reading.person_at.emplace(person.source_id, reading.draft.people.size());
  if (is_new) reading.draft.people.push_back(person);
  return at->second;
}

// Aides and proctors help in a class without seeing its learners' records.
void take_teacher(RosterDraft& draft, std::size_t in_class, const RosterPerson& person, std::string_view role) {
  ++draft.teachers;
  if (role != "teacher") return;
  draft.classes[in_class].teachers.push_back(person.user_name.empty() ? person.source_id : person.user_name);
}

void read_enrolments(Reading& reading, const CsvTable& table) {
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (is_ended(table, row)) continue;
    const std::size_t line = table.line_of(row);
    const auto in_class = reading.class_at.find(table.field(row, "classSourcedId"));
    const auto user = reading.users.find(table.field(row, "userSourcedId"));
    const std::string& role = table.field(row, "role");
    if (in_class == reading.class_at.end())
      reading.refuse("enrollments.csv", line, "classSourcedId names a class that classes.csv has not got");
    else if (user == reading.users.end())
      reading.refuse("enrollments.csv", line, "userSourcedId names a user that users.csv has not got");
    else if (role == "teacher" || role == "aide" || role == "proctor" || role == "administrator")
      take_teacher(reading.draft, in_class->second, user->second, role);
    else if (role != "student")
      reading.refuse("enrollments.csv", line, "the role is none that OneRoster knows");
    else
      reading.draft.classes[in_class->second].students.push_back(person_index(reading, user->second));
  }
}

}  // namespace

Result<RosterDraft> read_one_roster(const RosterFiles& files) {
  TRY_ASSIGN(const CsvTable classes, table_of(files, "classes.csv", {"sourcedId", "title"}));
  TRY_ASSIGN(const CsvTable users, table_of(files, "users.csv", {"sourcedId", "givenName", "familyName"}));
  TRY_ASSIGN(const CsvTable enrolments,
             table_of(files, "enrollments.csv", {"classSourcedId", "userSourcedId", "role"}));
  Reading reading;
  read_classes(reading, classes);
  read_users(reading, users);
  read_enrolments(reading, enrolments);
  if (reading.draft.people.size() > limits::roster_learners_max)
    return fail(ErrorCode::LimitExceeded, "roster", "it has more learners than one school server takes");
  return std::move(reading.draft);
}

}  // namespace hornbook::server
