#include "sync/bundle/cursor.hpp"

#include <algorithm>
#include <array>

#include "sync/bundle/sections.hpp"

namespace hornbook::bundle {
namespace {

Bytes encode(const Cursor& cursor) {
  ByteWriter writer;
  writer.varint(cursor.server_generation);
  writer.varint(cursor.packs.size());
  for (const Hash& pack : cursor.packs) writer.raw(pack.view());
  writer.varint(cursor.leases.size());
  for (const auto& [number, generation] : cursor.leases) {
    writer.varint(number);
    writer.varint(generation);
  }
  writer.varint(cursor.bases.size());
  for (const Hash& base : cursor.bases) writer.raw(base.view());
  writer.varint(cursor.parameter_version);
  writer.varint(cursor.rules_version);
  return writer.take();
}

// A lease of generation 0 takes the class off the device.
void take(std::vector<std::pair<std::uint32_t, std::uint64_t>>& leases, const journal::ClassLease& lease) {
  std::erase_if(leases, [&](const auto& known) { return known.first == lease.class_number; });
  if (lease.generation != 0) leases.emplace_back(lease.class_number, lease.generation);
}

}  // namespace

void put_cursor(ByteWriter& payload, const Cursor& cursor) {
  put_section(payload, Section::Cursor, encode(cursor));
  if (cursor.parameters) put_section(payload, Section::ParametersInUse, cursor.parameters->view());
  if (cursor.parameter_format != 0) put_section(payload, Section::ParameterFormat, std::array{cursor.parameter_format});
  if (cursor.badges) put_section(payload, Section::BadgesMark, cursor.badges->view());
}

CursorName name_of(const Cursor& cursor) {
  Cursor sorted = cursor;
  std::sort(sorted.packs.begin(), sorted.packs.end());
  std::sort(sorted.leases.begin(), sorted.leases.end());
  std::sort(sorted.bases.begin(), sorted.bases.end());
  ByteWriter sections;
  put_cursor(sections, sorted);
  const Hash all = hash({as_bytes("hornbook cursor"), sections.view()});
  CursorName name;
  std::copy_n(all.bytes.begin(), CursorName::size, name.bytes.begin());
  return name;
}

Cursor after(Cursor cursor, const DownBundle& answer) {
  cursor.server_generation = answer.acknowledgement.generation;
  for (const journal::ClassLease& lease : answer.leases) take(cursor.leases, lease);
  for (const BaseDelivery& base : answer.bases) cursor.bases.push_back(hash(base.sealed));
  if (answer.rules) cursor.rules_version = answer.rules->version;
  if (answer.parameters && cursor.parameters) cursor.parameters = hash(*answer.parameters);
  if (answer.badges) cursor.badges = journal::mark_of(*answer.badges);
  return cursor;
}

}  // namespace hornbook::bundle
