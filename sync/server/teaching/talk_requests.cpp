#include "sync/server/teaching/talk_requests.hpp"

#include <algorithm>

#include "sync/bundle/carrier_limits.hpp"
#include "sync/server/ingest/faults.hpp"

namespace hornbook::server {
namespace {

constexpr UnixMs told_for_ms = 14LL * 24 * 60 * 60'000;

// What the time of a request is bound to when it is sealed under the learner's data key.
Bytes request_place(std::int64_t device_number, std::uint64_t epoch, std::uint64_t sequence) {
  ByteWriter writer;
  writer.text("talk request");
  writer.u64(static_cast<std::uint64_t>(device_number));
  writer.u64(epoch);
  writer.u64(sequence);
  return writer.take();
}

Result<bool> may_write_for(School& school, const Device& device, std::int64_t learner_number) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT 1 FROM membership JOIN device_class ON device_class.class = "
                                     "membership.class WHERE device_class.device = ? AND learner = ?",
                                     device.number, learner_number));
  return row.step();
}

Done note(School& school, const Device& device, const EventPlace& place, const measure::TalkRequested& requested,
          UnixMs now_ms) {
  const auto& [epoch, sequence] = place;
  TRY_ASSIGN(const auto learner, find_learner(school, requested.learner));
  bool permitted = learner.has_value();
  if (permitted) {
    TRY_ASSIGN(permitted, may_write_for(school, device, *learner));
  }
  if (!permitted) return record_fault(school, device.number, {FaultKind::ForeignLearner, epoch, sequence, 1, now_ms});
  TRY_ASSIGN(const SecretKey data_key, load_data_key(school, *learner));
  ByteWriter asked;
  asked.signed_varint(requested.time.uncertainty_ms < 0 ? 0 : requested.time.unix_ms);
  return school.database().run(
      "INSERT OR IGNORE INTO talk_request (device, epoch, sequence, learner, asked) VALUES (?, ?, ?, ?, ?)",
      device.number, epoch, sequence, *learner,
      seal_random(data_key, request_place(device.number, epoch, sequence), asked.view()));
}

}  // namespace

Done note_talk_requests(School& school, const Device& device, const Arrivals& arrivals, UnixMs now_ms) {
  for (const auto& [place, event] : arrivals.events)
    if (const auto* requested = std::get_if<measure::TalkRequested>(&event.body))
      TRY_DONE(note(school, device, place, *requested, now_ms));
  return {};
}

Result<std::map<std::int64_t, TalkRequest>> open_talk_requests(School& school, std::int64_t class_number) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT learner, number, device, epoch, sequence, asked FROM talk_request WHERE "
                                     "seen_ms = 0 AND learner IN (SELECT learner FROM membership WHERE class = ?) "
                                     "ORDER BY number",
                                     class_number));
  std::map<std::int64_t, TalkRequest> open;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return open;
    TRY_ASSIGN(const SecretKey data_key, load_data_key(school, row.integer(0)));
    TRY_ASSIGN(const Bytes asked,
               open_random(data_key, request_place(row.integer(2), row.number(3), row.number(4)), row.blob(5)));
    ByteReader reader(asked);
    TRY_ASSIGN(const UnixMs at_ms, reader.signed_varint());
    open[row.integer(0)] = {row.integer(1), at_ms};
  }
}

Done mark_talk_seen(School& school, const Account& account, std::int64_t class_number, std::int64_t number,
                    UnixMs now_ms) {
  TRY_ASSIGN(const std::vector<SchoolClass> classes, classes_of_account(school, account));
  const bool is_seen =
      std::any_of(classes.begin(), classes.end(), [&](const SchoolClass& one) { return one.number == class_number; });
  if (!is_seen) return fail(ErrorCode::NotFound, "request to talk", "the school has no such class");
  TRY_ASSIGN(Statement row, school.database().query("SELECT learner FROM talk_request WHERE number = ? AND learner IN "
                                                    "(SELECT learner FROM membership WHERE class = ?)",
                                                    number, class_number));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return fail(ErrorCode::NotFound, "request to talk", "no learner of the class asked for it");
  return school.database().run("UPDATE talk_request SET seen_ms = ? WHERE learner = ? AND number <= ? AND seen_ms = 0",
                               now_ms, row.integer(0), number);
}

Result<std::vector<journal::UrgentPlace>> seen_requests_of(School& school, std::int64_t device_number, UnixMs now_ms) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT epoch, sequence FROM talk_request WHERE device = ? AND "
                                                    "seen_ms > ? ORDER BY seen_ms DESC, number DESC LIMIT ?",
                                                    device_number, std::max<UnixMs>(now_ms - told_for_ms, 0),
                                                    limits::seen_requests_max));
  std::vector<journal::UrgentPlace> seen;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return seen;
    seen.push_back({row.number(0), row.number(1)});
  }
}

}  // namespace hornbook::server
