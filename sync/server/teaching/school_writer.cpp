#include "sync/server/teaching/school_writer.hpp"

#include "runtime/measure/event_codec.hpp"
#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/teaching/states.hpp"

namespace hornbook::server {
namespace {

// Of whom an event is, its record says: the small index means nothing here, and is not that of the station itself.
constexpr std::uint32_t learner_index = 1;

template <class Value>
Result<std::uint64_t> last_number(School& school, std::string_view sql, const Value& of) {
  TRY_ASSIGN(Statement row, school.database().query(sql, of));
  TRY_ASSIGN(const bool found, row.step());
  return found ? row.number(0) : 0;
}

Device as_device(const School& school) {
  Device device;
  device.number = school_writer_number;
  device.id = school_writer(school);
  return device;
}

}  // namespace

DeviceId school_writer(const School& school) { return device_id_of(school.signing_key().verify_key()); }

Done write_as_school(School& school, const Library& library, std::int64_t learner_number,
                     std::span<const measure::EventBody> bodies) {
  const Device writer = as_device(school);
  TRY_ASSIGN(const SecretKey data_key, load_data_key(school, learner_number));
  TRY_ASSIGN(std::uint64_t sequence,
             last_number(school, "SELECT coalesce(max(sequence), 0) FROM event WHERE device = 0 AND epoch = ?",
                         school.generation()));
  TRY_ASSIGN(
      std::uint64_t commit,
      last_number(school, "SELECT coalesce(max(commit_number), 0) FROM event WHERE learner = ?", learner_number));
  for (const measure::EventBody& body : bodies) {
    const measure::Event event{++sequence, learner_index, 0, body};
    TRY_ASSIGN(const Bytes plain, measure::encode_event(event));
    TRY_DONE(school.database().run(
        "INSERT INTO event (device, epoch, sequence, learner, commit_number, body) VALUES (?, ?, ?, ?, ?, ?)",
        writer.number, school.generation(), sequence, learner_number, ++commit,
        seal_event(data_key, writer, school.generation(), plain)));
  }
  TRY_DONE(school.database().run("UPDATE learner SET commits = ? WHERE number = ?", commit, learner_number));
  return update_state(school, library, learner_number);
}

}  // namespace hornbook::server
