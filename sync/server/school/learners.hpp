// Learners and classes as the school keeps them. What is known of a learner is sealed under the learner's own data key.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/journal/class_lease.hpp"
#include "sync/server/school/school.hpp"

namespace hornbook::server {

struct LearnerProfile {
  std::string source_id;  // in the roster that named the learner
  std::string display_name;
  std::string avatar;
  std::vector<std::uint8_t> picture_password;
  std::string language;
  SecretKey capsule_key = SecretKey::generate();
};

struct Learner {
  std::int64_t number = 0;  // of the row; never leaves the server
  LearnerId id;
  SecretKey data_key;
  LearnerProfile profile;
};

// With a new id and new keys, or with new keys alone.
[[nodiscard]] Result<std::int64_t> create_learner(School& school, const LearnerProfile& profile);
[[nodiscard]] Result<std::int64_t> create_learner(School& school, const LearnerId& id, const LearnerProfile& profile);
[[nodiscard]] Done save_profile(School& school, const Learner& learner);
// NotFound, or Corrupt when what is stored does not open.
[[nodiscard]] Result<Learner> load_learner(School& school, std::int64_t number);
[[nodiscard]] Result<SecretKey> load_data_key(School& school, std::int64_t number);
[[nodiscard]] Result<std::optional<std::int64_t>> find_learner(School& school, const LearnerId& id);
[[nodiscard]] Result<std::optional<std::int64_t>> find_learner_by_source(School& school, std::string_view source_id);
// Rows of those of whom there are events.
[[nodiscard]] Result<std::vector<std::int64_t>> learners_with_events(School& school);
// In the order of their names.
[[nodiscard]] Result<std::vector<Learner>> learners_of_class(School& school, std::int64_t class_number);

struct SchoolClass {
  std::int64_t number = 0;
  std::string title;
};
// Families are none of them.
[[nodiscard]] Result<std::vector<SchoolClass>> list_classes(School& school);
// By title. NotFound when there is none, BadInput when two classes have it.
[[nodiscard]] Result<SchoolClass> find_class(School& school, std::string_view title);

}  // namespace hornbook::server
