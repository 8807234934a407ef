// Opening a class with the teacher's passphrase, or one learner's entry with their badge.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/system/secret_keeper.hpp"
#include "runtime/core/time.hpp"
#include "runtime/journal/badge.hpp"
#include "runtime/journal/class_lease.hpp"
#include "runtime/journal/store.hpp"
#include "ui/screens/flow.hpp"

namespace hornbook::platform {

struct OpenedClass {
  std::uint32_t class_number = 0;
  std::uint64_t generation = 0;
  SecretKey class_key;
  journal::Roster roster;
};

// The first class that the passphrase opens. NotAllowed when it opens none, NotFound when the school has sent none yet,
// Corrupt when the one it opens is damaged.
[[nodiscard]] Result<OpenedClass> open_class(std::span<const journal::ClassLease> leases, std::string_view passphrase);
// The class's lease as it is now, with the class key as it was. NotAllowed when the class is no more this device's or
// has another key.
[[nodiscard]] Result<OpenedClass> open_again(const journal::Store& store, std::uint32_t class_number,
                                             const SecretKey& class_key);

// BadInput when it is no badge or was misread, NotAllowed when it is another school's, NotFound when it opens nothing
// here: of another class, or lost and replaced.
[[nodiscard]] Result<journal::RosterLearner> open_badge(const journal::Store& store, const journal::SchoolMark& school,
                                                        std::string_view typed);

// What the screen says of an error of open_class() and of open_badge().
[[nodiscard]] ui::ClassStaysShut class_stays_shut(const Error& error);
[[nodiscard]] ui::ClassStaysShut badge_opens_nothing(const Error& error);

// How the roster's learners are shown, in its order.
[[nodiscard]] std::vector<ui::LearnerCard> cards_of(const journal::Roster& roster);
[[nodiscard]] ui::LearnerCard card_of(const journal::RosterLearner& learner, std::uint32_t index);

// How long a class stays open: until midnight where the clock can be believed, and never longer than this.
inline constexpr std::int64_t lease_hours_default = 12;
[[nodiscard]] std::int64_t lease_ms(const TimeEstimate& believable, std::int64_t hours_max);

// The class key beside the program, so that a crash of it does not stop a lesson. Both forget what has ended.
struct KeptClass {
  std::uint32_t class_number = 0;
  MonotonicMs ends_at = 0;  // the machine's monotonic time, which a crash of the program does not change
  SecretKey class_key;
};
void keep_class(SecretKeeper& keeper, const KeptClass& kept, MonotonicMs now);
[[nodiscard]] std::optional<KeptClass> find_kept_class(SecretKeeper& keeper, MonotonicMs now);

// That a class is open, on the disk: it says no more than which and until when. Whoever shuts the class takes it away,
// so that what finds it there at a start, and no class key in memory, comes from a power cut.
[[nodiscard]] Done note_class_open(journal::Store& store, std::uint32_t class_number, const TimeEstimate& ends);
[[nodiscard]] Done note_class_shut(journal::Store& store);
// Whether a power cut shut a class whose lease is still here and whose time is not over, as far as the clock is known.
[[nodiscard]] bool was_cut_off(const journal::Store& store, const TimeEstimate& now);

// Somebody who begins without a name: an id of this session alone, and a key that nothing is kept under.
[[nodiscard]] journal::RosterLearner nameless_learner(std::string language);

}  // namespace hornbook::platform
