// Capsules in the journal's tables: two whole states a learner and the deltas since the older one.
#pragma once

#include "runtime/core/crypto.hpp"
#include "runtime/journal/capsule.hpp"
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {

// One learner's open capsule: holds their key until it is destroyed.
class CapsuleStore {
 public:
  [[nodiscard]] static Result<CapsuleStore> open(Database& database, const LearnerId& learner, const SecretKey& key);

  // The latest state: the newest whole state that opens, and every delta after it. nullopt when there is none.
  // NotAllowed when it was written under another key, Corrupt when neither whole state leads to the latest.
  [[nodiscard]] Result<std::optional<Capsule>> read(const Database& database) const;
  // Both inside the caller's transaction. `capsule.vector_number` is the number to write under, one above the last.
  [[nodiscard]] Done write_whole(Database& database, const Capsule& capsule) const;
  [[nodiscard]] Done write_delta(Database& database, std::uint64_t vector_number,
                                 std::span<const measure::EventRecord> events) const;
  [[nodiscard]] Done drop(Database& database) const;

  [[nodiscard]] const LearnerId& learner() const { return learner_; }

 private:
  CapsuleStore(const LearnerId& learner, const Slot& slot, SecretKey key)
      : learner_(learner), slot_(slot), key_(std::move(key)) {}
  [[nodiscard]] Bytes associated_data(std::string_view kind, std::uint64_t vector_number) const;
  [[nodiscard]] Hash key_check() const;
  [[nodiscard]] Result<Capsule> open_whole(std::uint64_t vector_number, ByteView sealed) const;
  [[nodiscard]] Done add_deltas(const Database& database, Capsule& capsule) const;

  LearnerId learner_;
  Slot slot_;
  SecretKey key_;
};

}  // namespace hornbook::journal
