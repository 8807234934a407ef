// The running station's journal: holds the epoch's key, appends events, seals segments. One per data folder; a second
// gets Busy. Thread rule: one thread.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "runtime/core/time.hpp"
#include "runtime/journal/capsule.hpp"
#include "runtime/journal/device_identity.hpp"
#include "runtime/journal/store.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::journal {

class Writer {
 public:
  // Takes the station lock and opens a new epoch: its header is durable when this returns.
  // `boot_id` names the machine's boot (on Linux /proc/sys/kernel/random/boot_id): the boot counter grows when it
  // differs from the last opening's, and with every opening when it is empty. Busy when another station runs,
  // StorageFailure when the disk refuses.
  [[nodiscard]] static Result<Writer> open(const std::filesystem::path& data_directory, const DeviceIdentity& identity,
                                           const Clock& clock, std::string_view boot_id = {});
  ~Writer();  // seals what is open, as far as the disk allows
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;

  [[nodiscard]] std::uint64_t epoch() const;
  [[nodiscard]] MonotonicMs opened_at() const;
  [[nodiscard]] std::uint64_t next_sequence() const;
  // A learner's index in this epoch; the same learner keeps it.
  [[nodiscard]] std::uint32_t learner_index(const LearnerId& learner);

  // Opens the learner's capsule for a session (an empty one when there is none). Corrupt when both generations are
  // damaged, NotAllowed when the key is not theirs.
  [[nodiscard]] Result<Capsule> sign_in(const LearnerId& learner, const SecretKey& capsule_key);
  // As sign_in, but what is damaged is dropped first and an empty capsule opened: the events are in the journal, and
  // the school's next base brings back what they showed.
  [[nodiscard]] Result<Capsule> sign_in_afresh(const LearnerId& learner, const SecretKey& capsule_key);
  // Replaces base and settings (adopting a new base), compacts, durable. NotAllowed when nobody is signed in.
  [[nodiscard]] Done rewrite_capsule(const Capsule& capsule);
  // Replaces the signed-in learner's settings alone, durable. NotAllowed when nobody is signed in.
  [[nodiscard]] Done keep_settings(std::map<std::string, std::string> settings);

  // Makes the events durable, and with them the signed-in learner's capsule delta, in one transaction
  // (fdatasync before it returns). Events carry consecutive sequences from next_sequence(). After a failure these
  // sequences are skipped for ever (a signed skip is written with the next success): next_sequence() has moved past
  // them.
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
