// The running station's journal: holds the epoch's key, appends events, seals segments. One per data folder; a second
// gets Busy. Thread rule: one thread.
#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "runtime/core/time.hpp"
#include "runtime/journal/device_identity.hpp"
#include "runtime/journal/store.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::journal {

// One learner's capsule: what the device may know of them. Encrypted under the learner's capsule key.
struct Capsule {
  std::uint64_t vector_number = 0;                 // counts writes of this slot; bound into the encryption
  Bytes base;                                      // interpret::encode(Base); empty: none
  std::vector<measure::EventRecord> tail;          // this device's events of the learner that the base does not cover
  std::uint32_t sessions = 0;                      // sessions of this learner on this device
  std::map<std::string, std::string> settings;     // the learner's own: language, text size, …
};

class Writer {
 public:
  // Takes the station lock and opens a new epoch: its header is durable when this returns.
  // Busy when another station runs, StorageFailure when the disk refuses.
  [[nodiscard]] static Result<Writer> open(const std::filesystem::path& data_directory, const DeviceIdentity& identity,
                                           const Clock& clock);
  ~Writer();  // seals what is open, as far as the disk allows
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;

  [[nodiscard]] std::uint64_t epoch() const;
  [[nodiscard]] MonotonicMs opened_at() const;
  [[nodiscard]] std::uint64_t next_sequence() const;
  // A learner's index in this epoch; the same learner keeps it.
  [[nodiscard]] std::uint32_t learner_index(const LearnerId& learner);

  // Opens the learner's capsule for a session (an empty one when there is none). Corrupt when both generations are damaged,
  // NotAllowed when the key is not theirs.
  [[nodiscard]] Result<Capsule> sign_in(const LearnerId& learner, const SecretKey& capsule_key);
  // Replaces base and settings (adopting a new base), compacts, durable.
  [[nodiscard]] Done rewrite_capsule(const Capsule& capsule);

  // Makes the events durable, and with them the signed-in learner's capsule delta, in one transaction
  // (fdatasync before it returns). Events carry consecutive sequences from next_sequence(). After a failure these
  // sequences are skipped for ever (a signed skip is written with the next success): next_sequence() has moved past them.
  [[nodiscard]] Done append(std::span<const measure::Event> events);
  // Compacts the capsule, seals the rows, forgets the learner's key.
  [[nodiscard]] Done sign_out();
  // Turns all open rows into a segment, in one transaction that removes them. Call when idle, too.
  [[nodiscard]] Done seal();

  [[nodiscard]] Store& store();

 private:
  struct State;
  explicit Writer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace hornbook::journal
