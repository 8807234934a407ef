#include "sync/client/settings.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::device {

namespace {

// A generation of the server, and a number within it; 0 of both before there was any.
using InGeneration = std::pair<std::uint64_t, std::uint64_t>;

Result<InGeneration> read(const journal::Store& store, std::string_view setting) {
  TRY_ASSIGN(const auto bytes, store.setting(setting));
  InGeneration place;
  if (!bytes) return place;
  ByteReader reader(*bytes);
  TRY_ASSIGN(place.first, reader.varint());
  TRY_ASSIGN(place.second, reader.varint());
  TRY_DONE(reader.end());
  return place;
}

Done put(journal::Store& store, std::string_view setting, const InGeneration& place) {
  ByteWriter writer;
  writer.varint(place.first);
  writer.varint(place.second);
  return store.put_setting(setting, writer.view());
}

// Pairs of a version and the pack that took its place.
Done add_earlier(const journal::Store& store, std::vector<AssignedPack>& packs) {
  TRY_ASSIGN(const auto bytes, store.setting(replaced_packs_setting));
  if (!bytes) return {};
  ByteReader reader(*bytes);
  while (!reader.at_end()) {
    TRY_ASSIGN(const Hash earlier, reader.id<Hash>());
    TRY_ASSIGN(const Hash by, reader.id<Hash>());
    for (AssignedPack& assigned : packs)
      if (assigned.pack == by) assigned.earlier.push_back(earlier);
  }
  return {};
}

}  // namespace

Result<KnownRules> known_rules(const journal::Store& store) {
  TRY_ASSIGN(const InGeneration place, read(store, school_rules_setting));
  return KnownRules{place.first, place.second};
}

Done remember_rules(journal::Store& store, const KnownRules& rules) {
  return put(store, school_rules_setting, {rules.generation, rules.version});
}

Result<GivenAt> parameters_given(const journal::Store& store) {
  TRY_ASSIGN(const InGeneration place, read(store, parameters_given_setting));
  return GivenAt{place.first, place.second};
}

Done take_parameters(journal::Store& store, ByteView parameters, const GivenAt& given) {
  TRY_DONE(store.put_setting(parameters_setting, parameters));
  return put(store, parameters_given_setting, {given.generation, given.signed_ms});
}

Done take_badges(journal::Store& store, const std::vector<journal::BadgeSlot>& badges, const GivenAt& given) {
  TRY_ASSIGN(const InGeneration known, read(store, badges_given_setting));
  const InGeneration offered{given.generation, given.signed_ms};
  if (offered < known) return {};
  // The order first: a cut between the two leaves badges whose mark the school sees, and it sends them again.
  TRY_DONE(put(store, badges_given_setting, offered));
  return store.put_badges(badges);
}

Result<std::optional<bundle::CursorName>> expected_cursor(const journal::Store& store) {
  TRY_ASSIGN(const auto bytes, store.setting(expected_cursor_setting));
  if (!bytes || bytes->empty()) return std::optional<bundle::CursorName>{};
  return id_from_bytes<bundle::CursorName>(*bytes);
}

Done remember_expected(journal::Store& store, const bundle::CursorName& name) {
  return store.put_setting(expected_cursor_setting, name.view());
}

Done forget_expected(journal::Store& store) { return store.put_setting(expected_cursor_setting, {}); }

Result<std::optional<std::vector<AssignedPack>>> assigned_packs(const journal::Store& store) {
  TRY_ASSIGN(const auto bytes, store.setting(assigned_packs_setting));
  if (!bytes) return std::optional<std::vector<AssignedPack>>();
  std::vector<AssignedPack> packs;
  ByteReader reader(*bytes);
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::cursor_entries_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    AssignedPack assigned;
    TRY_ASSIGN(assigned.pack, reader.id<Hash>());
    TRY_ASSIGN(assigned.bytes, reader.varint());
    packs.push_back(std::move(assigned));
  }
  TRY_DONE(reader.end());
  TRY_DONE(add_earlier(store, packs));
  return std::optional(std::move(packs));
}

Result<GivenAt> packs_given(const journal::Store& store) {
  TRY_ASSIGN(const InGeneration place, read(store, packs_given_setting));
  return GivenAt{place.first, place.second};
}

// What is written last says that the rest is done.
Done remember_assigned(journal::Store& store, const std::vector<bundle::PackAssignment>& packs,
                       const std::vector<bundle::ReplacedPack>& replaced, const GivenAt& given) {
  ByteWriter pairs;
  for (const bundle::ReplacedPack& each : replaced) {
    pairs.raw(each.pack.view());
    pairs.raw(each.by.view());
  }
  TRY_DONE(store.put_setting(replaced_packs_setting, pairs.view()));
  ByteWriter writer;
  writer.varint(packs.size());
  for (const bundle::PackAssignment& assignment : packs) {
    writer.raw(assignment.pack.view());
    writer.varint(assignment.bytes);
  }
  TRY_DONE(store.put_setting(assigned_packs_setting, writer.view()));
  return put(store, packs_given_setting, {given.generation, given.signed_ms});
}

}  // namespace hornbook::device
