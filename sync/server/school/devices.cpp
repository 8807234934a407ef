#include "sync/server/school/devices.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/school/publication.hpp"

namespace hornbook::server {
namespace {

constexpr std::size_t token_bytes = 16;
constexpr std::string_view device_columns =
    "SELECT number, name, profile, device, verify_key, confirmation, last_contact_ms, cloned, revoked_ms, "
    "(SELECT coalesce(sum(decisions), 0) FROM decision_check WHERE decision_check.device = number), "
    "(SELECT coalesce(sum(unmatched), 0) FROM decision_check WHERE decision_check.device = number) FROM device ";

Hash token_hash(ByteView token) { return hash({as_bytes("hornbook enrolment token"), token}); }

Result<Device> read_device(const Statement& row) {
  Device device;
  device.number = row.integer(0);
  device.name = row.text(1);
  device.profile = static_cast<journal::Profile>(row.integer(2));
  if (!row.is_null(3)) {
    TRY_ASSIGN(device.id, row.id<DeviceId>(3));
    TRY_ASSIGN(device.key, row.id<VerifyKey>(4));
  }
  device.confirmation = row.text(5);
  device.last_contact_ms = row.integer(6);
  device.cloned = row.integer(7) != 0;
  device.revoked_ms = row.integer(8);
  device.decisions = row.number(9);
  device.decisions_unmatched = row.number(10);
  return device;
}

template <class Value>
Result<std::optional<Device>> find_one(School& school, std::string_view condition, const Value& value) {
  TRY_ASSIGN(Statement row, school.database().query(std::string(device_columns) + std::string(condition), value));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return std::optional<Device>{};
  TRY_ASSIGN(Device device, read_device(row));
  return std::optional<Device>(std::move(device));
}

Result<std::int64_t> device_row_for(School& school, const EnrolmentOrder& order) {
  TRY_ASSIGN(const auto known, find_one(school, "WHERE name = ?", std::string_view(order.device_name)));
  if (known && known->id)
    return fail(ErrorCode::BadInput, "enrolment", "a device of this name has enrolled already; choose another name");
  Database& database = school.database();
  if (known) {
    TRY_DONE(database.run("DELETE FROM enrolment WHERE device = ?", known->number));
    TRY_DONE(database.run("UPDATE device SET profile = ? WHERE number = ?", static_cast<std::uint8_t>(order.profile),
                          known->number));
    return known->number;
  }
  TRY_DONE(database.run("INSERT INTO device (name, profile) VALUES (?, ?)", std::string_view(order.device_name),
                        static_cast<std::uint8_t>(order.profile)));
  const std::int64_t number = database.last_row_number();
  TRY_ASSIGN(const std::vector<SchoolClass> classes, list_classes(school));
  // A family's device gets the family's lease, not the class's.
  if (classes.size() == 1 && order.profile != journal::Profile::Home)
    TRY_DONE(assign_class(school, classes.front().number, number));
  return number;
}

}  // namespace

Result<bundle::EnrolmentFile> order_enrolment(School& school, const EnrolmentOrder& order) {
  if (order.device_name.empty() || order.device_name.size() > limits::name_bytes_max)
    return fail(ErrorCode::BadInput, "enrolment", "the device's name is empty or too long");
  bundle::EnrolmentFile file;
  file.device_name = order.device_name;
  file.profile = order.profile;
  file.school.name = school.name();
  file.school.signing = school.signing_key().verify_key();
  file.school.ingest = school.ingest_key().public_key();
  TRY_ASSIGN(file.school.tls_pin, link::tls_pin(school.tls()));
  file.school.server_url = order.server_url;
  TRY_ASSIGN(file.school.packs, school.pack_trust());
  TRY_ASSIGN(file.delivery_root, delivery_root(school));
  if (!file.delivery_root) {
    TRY_DONE(publish_when_due(school, order.now_ms));
    TRY_ASSIGN(file.delivery_root, delivery_root(school));
  }
  file.token = random_bytes(token_bytes);
  file.expires_ms = order.now_ms + order.valid_ms;
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_ASSIGN(const std::int64_t number, device_row_for(school, order));
  TRY_DONE(school.database().run("INSERT INTO enrolment (token_hash, device, expires_ms) VALUES (?, ?, ?)",
                                 token_hash(file.token), number, file.expires_ms));
  TRY_DONE(transaction.commit());
  return file;
}

Result<Device> accept_enrolment(School& school, const VerifyKey& key, ByteView token, UnixMs now_ms) {
  Database& database = school.database();
  TRY_ASSIGN(Statement row, database.query("SELECT device, expires_ms, used_by FROM enrolment WHERE token_hash = ?",
                                           token_hash(token)));
  TRY_ASSIGN(const bool found, row.step());
  if (!found)
    return fail(ErrorCode::NotAllowed, "enrolment", "the school does not know this token; ask for a new file");
  const std::int64_t number = row.integer(0);
  if (row.is_null(2)) {
    if (now_ms >= row.integer(1))
      return fail(ErrorCode::NotAllowed, "enrolment", "the token has expired; ask for a new file");
    TRY_DONE(database.run("UPDATE enrolment SET used_by = ? WHERE token_hash = ?", key, token_hash(token)));
    TRY_DONE(database.run("UPDATE device SET device = ?, verify_key = ?, confirmation = ? WHERE number = ?",
                          device_id_of(key), key, std::string_view(bundle::confirmation_code(key, token)), number));
  } else {
    TRY_ASSIGN(const VerifyKey used_by, row.id<VerifyKey>(2));
    if (used_by != key)
      return fail(ErrorCode::NotAllowed, "enrolment", "another device has used this token; ask for a new file");
  }
  TRY_ASSIGN(auto device, find_device(school, device_id_of(key)));
  if (!device) return fail(ErrorCode::OurBug, "enrolment", "an accepted device has no row");
  return std::move(*device);
}

Result<std::optional<Device>> find_device(School& school, const DeviceId& id) {
  return find_one(school, "WHERE device = ?", id);
}

Result<Device> find_device_by_name(School& school, std::string_view name) {
  TRY_ASSIGN(auto device, find_one(school, "WHERE name = ?", name));
  if (!device) return fail(ErrorCode::NotFound, "device", "the school has no device of this name; 'enrol' makes one");
  return std::move(*device);
}

Result<std::vector<Device>> list_devices(School& school) {
  TRY_ASSIGN(Statement row, school.database().query(std::string(device_columns) + "ORDER BY name"));
  std::vector<Device> devices;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return devices;
    TRY_ASSIGN(Device device, read_device(row));
    devices.push_back(std::move(device));
  }
}

Done revoke_device(School& school, std::string_view name, UnixMs now_ms) {
  TRY_ASSIGN(const Device device, find_device_by_name(school, name));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_DONE(school.database().run("DELETE FROM enrolment WHERE device = ?", device.number));
  TRY_DONE(school.database().run("DELETE FROM device_class WHERE device = ?", device.number));
  TRY_DONE(school.database().run(
      "UPDATE device SET revoked_ms = ?, name = name || ' (revoked, ' || number || ')' WHERE number = ?",
      std::max<UnixMs>(now_ms, 1), device.number));
  return transaction.commit();
}

Done assign_class(School& school, std::int64_t class_number, std::int64_t device_number) {
  return school.database().run("INSERT OR IGNORE INTO device_class (device, class) VALUES (?, ?)", device_number,
                               class_number);
}

Result<std::vector<std::int64_t>> classes_of_device(School& school, std::int64_t device_number) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT class FROM device_class WHERE device = ? ORDER BY class", device_number));
  std::vector<std::int64_t> classes;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return classes;
    classes.push_back(row.integer(0));
  }
}

}  // namespace hornbook::server
