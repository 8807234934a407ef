#include "sync/server/ingest/cursors.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "sync/bundle/payload.hpp"

namespace hornbook::server {
namespace {

// An old stick makes two more of them, and must not push out the one that the device has.
constexpr std::int64_t cursors_kept = 8;

using Brought = std::map<std::int64_t, Hash>;

Bytes encode(const Brought& brought) {
  ByteWriter writer;
  for (const auto& [learner, base] : brought) {
    writer.varint(static_cast<std::uint64_t>(learner));
    writer.raw(base.view());
  }
  return writer.take();
}

Result<Brought> decode_brought(ByteView bytes) {
  ByteReader reader(bytes);
  Brought brought;
  while (!reader.at_end()) {
    TRY_ASSIGN(const std::uint64_t learner, reader.varint());
    TRY_ASSIGN(brought[static_cast<std::int64_t>(learner)], reader.id<Hash>());
  }
  return brought;
}

bool has(const bundle::Cursor& cursor, const Hash& base) {
  return std::find(cursor.bases.begin(), cursor.bases.end(), base) != cursor.bases.end();
}

Result<std::optional<DeviceCursor>> find_named(School& school, const Device& device, const bundle::CursorName& name) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT cursor, brought FROM device_cursor WHERE device = ? AND name = ?",
                                     device.number, name));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return std::optional<DeviceCursor>{};
  TRY_ASSIGN(bundle::UpBundle kept, bundle::decode_up_payload(row.blob(0)));
  TRY_ASSIGN(Brought brought, decode_brought(row.blob(1)));
  return DeviceCursor{std::move(kept.cursor), std::move(brought)};
}

// Whose the bases of a cursor are, as far as the school brought them.
Result<Brought> whose(School& school, const Device& device, const bundle::Cursor& cursor) {
  Brought all;
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT brought FROM device_cursor WHERE device = ?", device.number));
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return all;
    TRY_ASSIGN(const Brought brought, decode_brought(row.blob(0)));
    for (const auto& [learner, base] : brought)
      if (has(cursor, base)) all[learner] = base;
  }
}

Done keep(School& school, const Device& device, const DeviceCursor& cursor) {
  ByteWriter sections;
  bundle::put_cursor(sections, cursor.cursor);
  return school.database().run(
      "INSERT OR REPLACE INTO device_cursor (device, name, cursor, brought) VALUES (?, ?, ?, ?)", device.number,
      bundle::name_of(cursor.cursor), sections.view(), encode(cursor.brought));
}

}  // namespace

Result<std::optional<DeviceCursor>> cursor_of(School& school, const Device& device, const bundle::UpBundle& up) {
  if (up.cursor_name) return find_named(school, device, *up.cursor_name);
  TRY_ASSIGN(Brought brought, whose(school, device, up.cursor));
  return DeviceCursor{up.cursor, std::move(brought)};
}

Done expect_cursor(School& school, const Device& device, const DeviceCursor& now,
                   const std::vector<std::int64_t>& learners, bundle::DownBundle& answer) {
  DeviceCursor next{bundle::after(now.cursor, answer), now.brought};
  for (std::size_t i = 0; i < learners.size(); ++i) {
    Hash& base = next.brought[learners[i]];
    std::erase(next.cursor.bases, base);
    base = hash(answer.bases[i].sealed);
  }
  answer.expected_cursor = bundle::name_of(next.cursor);
  TRY_DONE(keep(school, device, now));
  TRY_DONE(keep(school, device, next));
  return school.database().run(
      "DELETE FROM device_cursor WHERE device = ?1 AND number NOT IN "
      "(SELECT number FROM device_cursor WHERE device = ?1 ORDER BY number DESC LIMIT ?2)",
      device.number, cursors_kept);
}

}  // namespace hornbook::server
