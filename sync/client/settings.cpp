#include "sync/client/settings.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::device {

Result<KnownRules> known_rules(const journal::Store& store) {
  TRY_ASSIGN(const auto bytes, store.setting(school_rules_setting));
  KnownRules rules;
  if (!bytes) return rules;
  ByteReader reader(*bytes);
  TRY_ASSIGN(rules.generation, reader.varint());
  TRY_ASSIGN(rules.version, reader.varint());
  TRY_DONE(reader.end());
  return rules;
}

Done remember_rules(journal::Store& store, const KnownRules& rules) {
  ByteWriter writer;
  writer.varint(rules.generation);
  writer.varint(rules.version);
  return store.put_setting(school_rules_setting, writer.view());
}

Result<std::vector<bundle::PackAssignment>> assigned_packs(const journal::Store& store) {
  TRY_ASSIGN(const auto bytes, store.setting(assigned_packs_setting));
  std::vector<bundle::PackAssignment> packs;
  if (!bytes) return packs;
  ByteReader reader(*bytes);
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::cursor_entries_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    bundle::PackAssignment assignment;
    TRY_ASSIGN(assignment.pack, reader.id<Hash>());
    TRY_ASSIGN(assignment.bytes, reader.varint());
    packs.push_back(assignment);
  }
  TRY_DONE(reader.end());
  return packs;
}

Done remember_assigned(journal::Store& store, const std::vector<bundle::PackAssignment>& packs) {
  ByteWriter writer;
  writer.varint(packs.size());
  for (const bundle::PackAssignment& assignment : packs) {
    writer.raw(assignment.pack.view());
    writer.varint(assignment.bytes);
  }
  return store.put_setting(assigned_packs_setting, writer.view());
}

}  // namespace hornbook::device
