// OneRoster 1.1 and 1.2 bulk CSV (1EdTech), as far as a school's classes need it: orgs, classes, users, enrollments.
// Three columns of ours are taken from users.csv when they are there: metadata.avatar, metadata.picturePassword (three
// picture names, such as "sun tree boat") and metadata.language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/server/roster/roster_files.hpp"

namespace hornbook::server {

struct RosterPerson {
  std::string source_id;
  std::string display_name;
  std::string avatar;  // empty: to be assigned
  std::optional<std::vector<std::uint8_t>> picture_password;
  std::string language;  // empty: the school's
  std::string user_name;
};
struct RosterClass {
  std::string source_id;
  std::string title;
  std::vector<std::size_t> students;  // indexes into RosterDraft::people
  std::vector<std::string> teachers;  // user names, or else source ids
};
// What could not be taken: file and line, and why; never whose line it is.
struct RosterRefusal {
  std::string file;
  std::size_t line = 0;
  std::string why;
};
struct RosterDraft {
  std::vector<RosterPerson> people;  // those who are a student of a class
  std::vector<RosterClass> classes;
  std::vector<RosterRefusal> refusals;
  std::size_t teachers = 0;  // times that the set names one; their accounts are made with `teacher add`
};

// BadInput when a file is malformed as a whole; a line that is wrong alone becomes a refusal.
[[nodiscard]] Result<RosterDraft> read_one_roster(const RosterFiles& files);

}  // namespace hornbook::server
