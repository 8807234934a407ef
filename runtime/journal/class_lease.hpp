// The class lease: what opens a class's roster and capsules on a device. The teacher's passphrase, never D alone, opens
// it.
#pragma once

#include <string>
#include <vector>

#include "runtime/core/bytes.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/core/ids.hpp"
#include "runtime/core/time.hpp"

namespace hornbook::journal {

struct RosterLearner {
  LearnerId learner;
  std::string display_name;
  std::string avatar;                          // name of a picture of ui/theme
  std::vector<std::uint8_t> picture_password;  // three taps, 0 … 8; selects and slows a sibling down, never a key
  std::string language;
  SecretKey capsule_key;
};
struct Roster {
  std::string class_name;
  std::vector<RosterLearner> learners;
};
// One entry alone, as a roster holds it. Secret: the caller wipes it.
[[nodiscard]] Bytes encode(const RosterLearner& learner);
[[nodiscard]] Result<RosterLearner> decode_roster_learner(ByteView bytes);
[[nodiscard]] Bytes encode(const Roster& roster);
[[nodiscard]] Result<Roster> decode_roster(ByteView bytes);

struct ClassLease {
  std::uint32_t class_number = 0;
  std::uint64_t generation = 0;  // a greater one replaces; 0 with an empty roster revokes
  PassphraseCost cost;
  Bytes wrapped_class_key;  // class key under the passphrase's key
  Bytes sealed_roster;      // roster under the class key; associated data: class number and generation
};
[[nodiscard]] Bytes encode(const ClassLease& lease);
[[nodiscard]] Result<ClassLease> decode_lease(ByteView bytes);

// Made by the server.
[[nodiscard]] Result<ClassLease> make_lease(std::uint32_t class_number, std::uint64_t generation, const Roster& roster,
                                            const SecretKey& class_key, std::string_view passphrase,
                                            const PassphraseCost& cost);
// The same class key under the same passphrase, around a changed roster. BadInput when the generation is not greater.
[[nodiscard]] Result<ClassLease> renew_lease(const ClassLease& lease, std::uint64_t generation, const Roster& roster,
                                             const SecretKey& class_key);
// The same class key and roster under another passphrase. NotAllowed when the old one is wrong.
[[nodiscard]] Result<ClassLease> change_passphrase(const ClassLease& lease, std::string_view old_passphrase,
                                                   std::string_view new_passphrase, const PassphraseCost& cost);
// Names how the class key is wrapped: the cost with its salt, and the wrapped key. Renewing a lease does not change it.
[[nodiscard]] Hash wrapping_of(const ClassLease& lease);
// NotAllowed when the passphrase is wrong, Corrupt when the key inside is malformed. Slow on purpose.
[[nodiscard]] Result<SecretKey> open_class_key(const ClassLease& lease, std::string_view passphrase);
// Corrupt when the key is not this lease's or the roster is damaged.
[[nodiscard]] Result<Roster> open_roster(const ClassLease& lease, const SecretKey& class_key);
// Both.
[[nodiscard]] Result<Roster> open_lease(const ClassLease& lease, std::string_view passphrase);

}  // namespace hornbook::journal
