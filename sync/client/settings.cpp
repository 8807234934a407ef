#include "sync/client/settings.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::device {

Result<CarriedBases> carried_bases(const journal::Store& store) {
  TRY_ASSIGN(const auto bytes, store.setting(carried_bases_setting));
  CarriedBases bases;
  if (!bytes) return bases;
  ByteReader reader(*bytes);
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::cursor_entries_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(const LearnerId learner, reader.id<LearnerId>());
    TRY_ASSIGN(const Hash sealed, reader.id<Hash>());
    bases.emplace_back(learner, sealed);
  }
  TRY_DONE(reader.end());
  return bases;
}

Done remember_carried(journal::Store& store, const std::vector<bundle::BaseDelivery>& bases) {
  if (bases.empty()) return {};
  TRY_ASSIGN(CarriedBases carried, carried_bases(store));
  for (const bundle::BaseDelivery& base : bases) {
    std::erase_if(carried, [&](const auto& entry) { return entry.first == base.learner; });
    carried.emplace_back(base.learner, hash(base.sealed));
  }
  // The oldest go first: the school sends such a base once more, which is harmless.
  if (carried.size() > limits::cursor_entries_max)
    carried.erase(carried.begin(), carried.end() - static_cast<std::ptrdiff_t>(limits::cursor_entries_max));
  ByteWriter writer;
  writer.varint(carried.size());
  for (const auto& [learner, sealed] : carried) {
    writer.raw(learner.view());
    writer.raw(sealed.view());
  }
  return store.put_setting(carried_bases_setting, writer.view());
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
