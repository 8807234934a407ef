#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {
namespace {

// A passphrase that was changed here: which wrapping of the school's it replaces, and the lease that holds the new one.
std::string changed_setting(std::uint32_t class_number) { return "changed passphrase " + std::to_string(class_number); }

// The lease as the school sends it, or with the passphrase that replaced the one inside.
Result<ClassLease> with_passphrase_of_here(const Store& store, const ClassLease& lease) {
  TRY_ASSIGN(const auto kept, store.setting(changed_setting(lease.class_number)));
  if (!kept) return lease;
  ByteReader reader(*kept);
  TRY_ASSIGN(const Hash replaced, reader.id<Hash>());
  TRY_ASSIGN(const ClassLease changed, decode_lease(reader.rest()));
  if (wrapping_of(lease) != replaced) return lease;
  ClassLease result = lease;
  result.cost = changed.cost;
  result.wrapped_class_key = changed.wrapped_class_key;
  return result;
}

}  // namespace

Done Store::put_lease(const ClassLease& lease) {
  Database& database = connection_->database;
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
  const bool revokes = lease.generation == 0 && lease.sealed_roster.empty();
  if (revokes) {
    // The row stays, without its lease, so that a replayed one of this generation is not taken again.
    TRY_ASSIGN(Statement drop, database.prepare("UPDATE leases SET lease=NULL WHERE class_number=?"));
    TRY_DONE(drop.bind(1, std::uint64_t{lease.class_number}).run());
    TRY_ASSIGN(Statement forget, database.prepare("DELETE FROM settings WHERE name=?"));
    TRY_DONE(forget.bind_text(1, changed_setting(lease.class_number)).run());
    return transaction.commit();
  }
  TRY_ASSIGN(const ClassLease kept, with_passphrase_of_here(*this, lease));
  TRY_ASSIGN(Statement put, database.prepare("INSERT INTO leases VALUES(?1,?2,?3) ON CONFLICT(class_number) DO UPDATE "
                                             "SET generation=?2, lease=?3 WHERE generation<?2"));
  TRY_DONE(put.bind(1, std::uint64_t{lease.class_number}).bind(2, lease.generation).bind(3, encode(kept)).run());
  return transaction.commit();
}

Result<std::vector<ClassLease>> Store::leases() const {
  TRY_ASSIGN(Statement query,
             connection_->database.prepare("SELECT lease FROM leases WHERE lease IS NOT NULL ORDER BY class_number"));
  std::vector<ClassLease> leases;
  for (;;) {
    TRY_ASSIGN(const bool found, query.step());
    if (!found) return leases;
    TRY_ASSIGN(ClassLease lease, decode_lease(query.blob(0)));
    leases.push_back(std::move(lease));
  }
}

Result<std::optional<std::uint64_t>> Store::lease_generation(std::uint32_t class_number) const {
  TRY_ASSIGN(Statement query,
             connection_->database.prepare("SELECT generation FROM leases WHERE class_number=? AND lease IS NOT NULL"));
  TRY_ASSIGN(const bool found, query.bind(1, std::uint64_t{class_number}).step());
  return found ? std::optional(query.number(0)) : std::nullopt;
}

Done Store::put_changed_passphrase(const ClassLease& changed) {
  Database& database = connection_->database;
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
  TRY_ASSIGN(Statement query,
             database.prepare("SELECT lease FROM leases WHERE class_number=? AND generation=? AND lease IS NOT NULL"));
  TRY_ASSIGN(const bool found, query.bind(1, std::uint64_t{changed.class_number}).bind(2, changed.generation).step());
  if (!found) return fail(ErrorCode::NotFound, "class lease", "the school has changed it meanwhile; try again");
  TRY_ASSIGN(const ClassLease before, decode_lease(query.blob(0)));
  TRY_ASSIGN(const auto kept, setting(changed_setting(changed.class_number)));
  ByteWriter writer;
  // Changed twice: what the school sends is still wrapped as it was before the first time.
  if (kept && kept->size() > Hash::size) {
    TRY_ASSIGN(const ClassLease last, decode_lease(ByteView(*kept).subspan(Hash::size)));
    if (wrapping_of(last) == wrapping_of(before)) writer.raw(ByteView(*kept).first(Hash::size));
  }
  if (writer.size() == 0) writer.raw(wrapping_of(before).view());
  ClassLease without_roster = changed;
  without_roster.sealed_roster.clear();
  writer.raw(encode(without_roster));
  TRY_DONE(put_setting(changed_setting(changed.class_number), writer.view()));
  TRY_ASSIGN(Statement put, database.prepare("UPDATE leases SET lease=? WHERE class_number=?"));
  TRY_DONE(put.bind(1, encode(changed)).bind(2, std::uint64_t{changed.class_number}).run());
  return transaction.commit();
}

}  // namespace hornbook::journal
