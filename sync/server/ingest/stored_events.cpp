#include "sync/server/ingest/stored_events.hpp"

#include "runtime/measure/event_codec.hpp"
#include "sync/server/school/nameless.hpp"
#include "sync/server/teaching/school_writer.hpp"

namespace hornbook::server {
namespace {

Bytes event_place_bytes(const DeviceId& device, std::uint64_t epoch) {
  ByteWriter writer;
  writer.raw(device.view());
  writer.u64(epoch);
  return writer.take();
}

std::string waiting_place(const Device& device, std::uint64_t epoch) {
  return "waiting_event " + std::to_string(device.number) + " " + std::to_string(epoch);
}

}  // namespace

Bytes seal_event(const SecretKey& data_key, const Device& device, std::uint64_t epoch, ByteView encoded_event) {
  return seal_random(data_key, event_place_bytes(*device.id, epoch), encoded_event);
}

Done for_each_event(School& school, std::int64_t learner_number, const SecretKey& data_key, std::int64_t after,
                    const UseEvent& use) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT event.commit_number, device.device, event.epoch, event.body, event.device "
                                     "FROM event LEFT JOIN device ON device.number = event.device "
                                     "WHERE event.learner = ? AND event.commit_number > ? ORDER BY event.commit_number",
                                     learner_number, after));
  TRY_ASSIGN(const JoinedSessions joined, joined_sessions(school, learner_number));
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return {};
    measure::EventRecord record;
    if (row.integer(4) == school_writer_number) {
      record.device = school_writer(school);
    } else {
      TRY_ASSIGN(record.device, row.id<DeviceId>(1));
    }
    record.epoch = row.number(2);
    TRY_ASSIGN(const Bytes plain, open_random(data_key, event_place_bytes(record.device, record.epoch), row.blob(3)));
    TRY_ASSIGN(record.event, measure::decode_event(plain));
    const auto session = joined.find({row.integer(4), record.epoch, record.event.learner_index});
    if (session != joined.end()) record.device = session->second;
    TRY_DONE(use(row.integer(0), record));
  }
}

Done move_events(School& school, const Learner& from, const Learner& to) {
  Database& database = school.database();
  TRY_ASSIGN(Statement last, database.query("SELECT commits FROM learner WHERE number = ?", to.number));
  TRY_ASSIGN(const bool known, last.step());
  std::int64_t commit = known ? last.integer(0) : 0;
  TRY_ASSIGN(Statement row,
             database.query("SELECT event.device, device.device, event.epoch, event.sequence, event.body FROM event "
                            "JOIN device ON device.number = event.device WHERE event.learner = ? ORDER BY "
                            "event.commit_number",
                            from.number));
  struct Moved {
    std::int64_t device = 0;
    std::uint64_t epoch = 0;
    std::uint64_t sequence = 0;
    Bytes body;
  };
  std::vector<Moved> moved;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) break;
    TRY_ASSIGN(const DeviceId device, row.id<DeviceId>(1));
    const Bytes place = event_place_bytes(device, row.number(2));
    TRY_ASSIGN(Bytes plain, open_random(from.data_key, place, row.blob(4)));
    moved.push_back({row.integer(0), row.number(2), row.number(3), seal_random(to.data_key, place, plain)});
    wipe(plain);
  }
  TRY_ASSIGN(Statement move,
             database.prepare("UPDATE event SET learner = ?, commit_number = ?, body = ? WHERE device = "
                              "? AND epoch = ? AND sequence = ?"));
  for (const Moved& event : moved)
    TRY_DONE(move.run_with(to.number, ++commit, event.body, event.device, event.epoch, event.sequence));
  TRY_DONE(database.run("UPDATE learner SET commits = ? WHERE number = ?", commit, to.number));
  return database.run("UPDATE learner SET commits = 0 WHERE number = ?", from.number);
}

Result<std::map<std::uint64_t, Bytes>> stored_row_forms(School& school, const Device& device, std::uint64_t epoch,
                                                        std::uint64_t after, std::uint64_t last) {
  std::map<std::uint64_t, Bytes> forms;
  std::map<std::int64_t, SecretKey> data_keys;
  data_keys.emplace(0, school.vault().station_key());
  TRY_ASSIGN(Statement row, school.database().query("SELECT sequence, learner, body FROM event WHERE device = ? AND "
                                                    "epoch = ? AND sequence > ? AND sequence <= ?",
                                                    device.number, epoch, after, last));
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) break;
    auto key = data_keys.find(row.integer(1));
    if (key == data_keys.end()) {
      TRY_ASSIGN(SecretKey data_key, load_data_key(school, row.integer(1)));
      key = data_keys.emplace(row.integer(1), std::move(data_key)).first;
    }
    TRY_ASSIGN(Bytes plain, open_random(key->second, event_place_bytes(*device.id, epoch), row.blob(2)));
    forms.emplace(row.number(0), std::move(plain));
  }
  TRY_ASSIGN(Statement waiting, school.database().query("SELECT sequence, body FROM waiting_event WHERE device = ? AND "
                                                        "epoch = ? AND sequence > ? AND sequence <= ?",
                                                        device.number, epoch, after, last));
  while (true) {
    TRY_ASSIGN(const bool found, waiting.step());
    if (!found) return forms;
    TRY_ASSIGN(Bytes plain, school.vault().open_sealed(waiting_place(device, epoch), waiting.blob(1)));
    forms.emplace(waiting.number(0), std::move(plain));
  }
}

Result<std::map<EventPlace, measure::Event>> take_waiting(School& school, const Device& device) {
  std::map<EventPlace, measure::Event> events;
  {
    TRY_ASSIGN(Statement row,
               school.database().query("SELECT epoch, body FROM waiting_event WHERE device = ?", device.number));
    while (true) {
      TRY_ASSIGN(const bool found, row.step());
      if (!found) break;
      const std::uint64_t epoch = row.number(0);
      TRY_ASSIGN(const Bytes plain, school.vault().open_sealed(waiting_place(device, epoch), row.blob(1)));
      TRY_ASSIGN(measure::Event event, measure::decode_event(plain));
      events.emplace(EventPlace(epoch, event.sequence), std::move(event));
    }
  }
  TRY_DONE(school.database().run("DELETE FROM waiting_event WHERE device = ?", device.number));
  return events;
}

Done put_waiting(School& school, const Device& device, std::uint64_t epoch, const measure::Event& event) {
  TRY_ASSIGN(const Bytes plain, measure::encode_event(event));
  return school.database().run("INSERT INTO waiting_event (device, epoch, sequence, body) VALUES (?, ?, ?, ?)",
                               device.number, epoch, event.sequence,
                               school.vault().seal(waiting_place(device, epoch), plain));
}

Result<std::uint64_t> count_waiting(School& school, std::int64_t device_number) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT count(*) FROM waiting_event WHERE device = ?", device_number));
  TRY_ASSIGN(const bool found, row.step());
  return found ? row.number(0) : 0;
}

}  // namespace hornbook::server
