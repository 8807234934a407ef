#include "sync/server/school/nameless.hpp"

namespace hornbook::server {

Result<std::optional<std::int64_t>> take_in_nameless(School& school, std::int64_t device_number, const LearnerId& id,
                                                     std::string_view language) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT count(*) FROM nameless WHERE device = ? AND joined IS NULL",
                                                    device_number));
  TRY_ASSIGN(const bool found, row.step());
  if (found && row.number(0) >= nameless_learners_max) return std::optional<std::int64_t>{};
  LearnerProfile profile;
  profile.source_id = "nameless " + to_hex(id.view());
  profile.language = language;
  TRY_ASSIGN(const std::int64_t number, create_learner(school, id, profile));
  TRY_DONE(school.database().run("INSERT INTO nameless (learner, device) VALUES (?, ?)", number, device_number));
  return std::optional(number);
}

Result<std::map<std::int64_t, std::optional<std::int64_t>>> nameless_of_device(School& school,
                                                                               std::int64_t device_number) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT learner, joined FROM nameless WHERE device = ?", device_number));
  std::map<std::int64_t, std::optional<std::int64_t>> nameless;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return nameless;
    nameless[row.integer(0)] = row.is_null(1) ? std::nullopt : std::optional(row.integer(1));
  }
}

Result<std::vector<NamelessLearner>> nameless_of_class(School& school, std::int64_t class_number) {
  TRY_ASSIGN(Statement row,
             school.database().query(
                 "SELECT nameless.learner, learner.learner, device.name FROM nameless JOIN learner ON learner.number = "
                 "nameless.learner JOIN device ON device.number = nameless.device WHERE nameless.joined IS NULL AND "
                 "learner.commits > 0 AND nameless.device IN (SELECT device FROM device_class WHERE class = ?) ORDER "
                 "BY nameless.learner",
                 class_number));
  std::vector<NamelessLearner> nameless;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return nameless;
    TRY_ASSIGN(const LearnerId id, row.id<LearnerId>(1));
    nameless.push_back({row.integer(0), id, row.text(2)});
  }
}

Result<JoinedSessions> joined_sessions(School& school, std::int64_t learner_number) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT binding.device, binding.epoch, binding.learner_index, learner.learner "
                                     "FROM nameless JOIN binding ON binding.learner = nameless.learner JOIN learner ON "
                                     "learner.number = nameless.learner WHERE nameless.joined = ?",
                                     learner_number));
  JoinedSessions sessions;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return sessions;
    TRY_ASSIGN(const DeviceId device, row.id<DeviceId>(3));
    sessions[{row.integer(0), row.number(1), static_cast<std::uint32_t>(row.number(2))}] = device;
  }
}

}  // namespace hornbook::server
