#include "runtime/journal/capsule_store.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/journal/compression.hpp"

namespace hornbook::journal {
namespace {

constexpr std::string_view whole_kind = "whole";
constexpr std::string_view delta_kind = "delta";

tl::unexpected<Error> damaged() {
  return fail(ErrorCode::Corrupt, "capsule", "what this device kept of the learner is damaged");
}

}  // namespace

Result<CapsuleStore> CapsuleStore::open(Database& database, const LearnerId& learner, const SecretKey& key) {
  TRY_ASSIGN(const Slot slot, slot_of(database, "capsule", learner));
  return CapsuleStore(learner, slot, derive_key(key, "capsule"));
}

Bytes CapsuleStore::associated_data(std::string_view kind, std::uint64_t vector_number) const {
  ByteWriter writer;
  writer.text(kind);
  writer.raw(learner_.view());
  writer.raw(slot_.view());
  writer.u64(vector_number);
  return writer.take();
}

Hash CapsuleStore::key_check() const { return hash({derive_key(key_, "check").view(), slot_.view()}); }

Result<Capsule> CapsuleStore::open_whole(std::uint64_t vector_number, ByteView sealed) const {
  TRY_ASSIGN(const Bytes frame, open_random(key_, associated_data(whole_kind, vector_number), sealed));
  TRY_ASSIGN(Bytes plain, decompress(frame, limits::capsule_bytes_max));
  auto capsule = decode_capsule(plain);
  wipe(plain);
  return capsule;
}

// Deltas are numbered without gaps, but for the numbers that whole states took.
Done CapsuleStore::add_deltas(const Database& database, Capsule& capsule) const {
  TRY_ASSIGN(Statement query,
             database.prepare("SELECT vector_number, sealed, 0 FROM capsule_deltas WHERE slot=?1 AND vector_number>?2 "
                              "UNION ALL SELECT vector_number, NULL, 1 FROM capsules WHERE slot=?1 AND "
                              "vector_number>?2 ORDER BY vector_number"));
  query.bind(1, slot_.view()).bind(2, capsule.vector_number);
  for (;;) {
    TRY_ASSIGN(const bool found, query.step());
    if (!found) return {};
    if (query.number(0) != capsule.vector_number + 1) return damaged();
    capsule.vector_number += 1;
    if (query.number(2) == 1) continue;
    TRY_ASSIGN(Bytes plain, open_random(key_, associated_data(delta_kind, capsule.vector_number), query.blob(1)));
    auto applied = apply_capsule_delta(capsule, plain);
    wipe(plain);
    TRY_DONE(applied);
  }
}

Result<std::optional<Capsule>> CapsuleStore::read(const Database& database) const {
  TRY_ASSIGN(Statement query, database.prepare("SELECT vector_number, key_check, sealed FROM capsules WHERE slot=? "
                                               "ORDER BY vector_number DESC"));
  query.bind(1, slot_.view());
  bool any = false;
  bool key_fits = false;
  for (;;) {
    TRY_ASSIGN(const bool found, query.step());
    if (!found) break;
    any = true;
    key_fits = key_fits || equal_secret(query.blob(1), key_check().view());
    auto capsule = open_whole(query.number(0), query.blob(2));
    if (!capsule) continue;
    key_fits = true;
    if (add_deltas(database, *capsule)) return std::optional<Capsule>(std::move(*capsule));
  }
  if (!any) return std::optional<Capsule>();
  if (!key_fits) return fail(ErrorCode::NotAllowed, "capsule", "it belongs to another key of this learner");
  return damaged();
}

Done CapsuleStore::write_whole(Database& database, const Capsule& capsule) const {
  TRY_ASSIGN(Bytes plain, encode(capsule));
  TRY_ASSIGN(const Bytes frame, compress(plain, Effort::Quick));
  wipe(plain);
  const Bytes sealed = seal_random(key_, associated_data(whole_kind, capsule.vector_number), frame);
  TRY_ASSIGN(Statement put, database.prepare("INSERT INTO capsules VALUES(?,?,?,?)"));
  put.bind(1, slot_.view()).bind(2, capsule.vector_number).bind(3, key_check().view()).bind(4, sealed);
  TRY_DONE(put.run());
  TRY_ASSIGN(Statement old, database.prepare("DELETE FROM capsules WHERE slot=?1 AND vector_number NOT IN (SELECT "
                                             "vector_number FROM capsules WHERE slot=?1 ORDER BY vector_number DESC "
                                             "LIMIT 2)"));
  TRY_DONE(old.bind(1, slot_.view()).run());
  TRY_ASSIGN(Statement covered, database.prepare("DELETE FROM capsule_deltas WHERE slot=?1 AND vector_number<(SELECT "
                                                 "min(vector_number) FROM capsules WHERE slot=?1)"));
  return covered.bind(1, slot_.view()).run();
}

Done CapsuleStore::write_delta(Database& database, std::uint64_t vector_number,
                               std::span<const measure::EventRecord> events) const {
  TRY_ASSIGN(Bytes plain, encode_capsule_delta(events));
  const Bytes sealed = seal_random(key_, associated_data(delta_kind, vector_number), plain);
  wipe(plain);
  TRY_ASSIGN(Statement put, database.prepare("INSERT INTO capsule_deltas VALUES(?,?,?)"));
  return put.bind(1, slot_.view()).bind(2, vector_number).bind(3, sealed).run();
}

Done CapsuleStore::drop(Database& database) const {
  for (const char* statement : {"DELETE FROM capsules WHERE slot=?", "DELETE FROM capsule_deltas WHERE slot=?"}) {
    TRY_ASSIGN(Statement drop, database.prepare(statement));
    TRY_DONE(drop.bind(1, slot_.view()).run());
  }
  return {};
}

}  // namespace hornbook::journal
