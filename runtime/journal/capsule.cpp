#include "runtime/journal/capsule.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/measure/event_codec.hpp"

namespace hornbook::journal {
namespace {

constexpr std::uint8_t version = 1;

Done write_events(ByteWriter& writer, std::span<const measure::EventRecord> events) {
  writer.varint(events.size());
  for (const measure::EventRecord& record : events) {
    TRY_ASSIGN(const Bytes event, measure::encode_event(record.event));
    writer.raw(record.device.view());
    writer.varint(record.epoch);
    writer.sized(event);
  }
  return {};
}

Result<std::vector<measure::EventRecord>> read_events(ByteReader& reader) {
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::capsule_bytes_max));
  std::vector<measure::EventRecord> events;
  for (std::uint64_t i = 0; i < count; ++i) {
    measure::EventRecord record;
    TRY_ASSIGN(record.device, reader.id<DeviceId>());
    TRY_ASSIGN(record.epoch, reader.varint());
    TRY_ASSIGN(const ByteView event, reader.sized(limits::event_bytes_max));
    TRY_ASSIGN(record.event, measure::decode_event(event));
    events.push_back(std::move(record));
  }
  return events;
}

Done read_version(ByteReader& reader) {
  TRY_ASSIGN(const std::uint8_t found, reader.u8());
  if (found != version) return fail(ErrorCode::BadInput, "capsule", "it has a version that is not known here");
  return {};
}

Done read_settings(ByteReader& reader, Capsule& capsule) {
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::capsule_settings_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(std::string name, reader.text(limits::identifier_bytes_max));
    TRY_ASSIGN(std::string value, reader.text(limits::name_bytes_max));
    capsule.settings.insert_or_assign(std::move(name), std::move(value));
  }
  return {};
}

}  // namespace

Result<Bytes> encode(const Capsule& capsule) {
  ByteWriter writer;
  writer.u8(version);
  writer.varint(capsule.vector_number);
  writer.sized(capsule.base);
  writer.varint(capsule.sessions);
  writer.varint(capsule.settings.size());
  for (const auto& [name, value] : capsule.settings) {
    writer.text(name);
    writer.text(value);
  }
  TRY_DONE(write_events(writer, capsule.tail));
  if (writer.size() > limits::capsule_bytes_max) {
    return fail(ErrorCode::LimitExceeded, "capsule", "it is full; bring this device to its school to sync");
  }
  return writer.take();
}

Result<Capsule> decode_capsule(ByteView bytes) {
  ByteReader reader(bytes);
  Capsule capsule;
  TRY_DONE(read_version(reader));
  TRY_ASSIGN(capsule.vector_number, reader.varint());
  TRY_ASSIGN(const ByteView base, reader.sized(limits::capsule_bytes_max));
  capsule.base.assign(base.begin(), base.end());
  TRY_ASSIGN(const std::uint64_t sessions, reader.varint_up_to(UINT32_MAX));
  capsule.sessions = static_cast<std::uint32_t>(sessions);
  TRY_DONE(read_settings(reader, capsule));
  TRY_ASSIGN(capsule.tail, read_events(reader));
  TRY_DONE(reader.end());
  return capsule;
}

Result<Bytes> encode_capsule_delta(std::span<const measure::EventRecord> events) {
  ByteWriter writer;
  writer.u8(version);
  TRY_DONE(write_events(writer, events));
  return writer.take();
}

Done apply_capsule_delta(Capsule& capsule, ByteView delta) {
  ByteReader reader(delta);
  TRY_DONE(read_version(reader));
  TRY_ASSIGN(const std::vector<measure::EventRecord> events, read_events(reader));
  TRY_DONE(reader.end());
  add_to_tail(capsule, events);
  return {};
}

void add_to_tail(Capsule& capsule, std::span<const measure::EventRecord> events) {
  for (const measure::EventRecord& record : events) {
    if (std::holds_alternative<measure::SessionStart>(record.event.body)) capsule.sessions += 1;
    capsule.tail.push_back(record);
  }
}

}  // namespace hornbook::journal
