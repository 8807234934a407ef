// Opening a class with the teacher's passphrase.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "runtime/journal/class_lease.hpp"
#include "ui/screens/flow.hpp"

namespace hornbook::platform {

// The first class that the passphrase opens. NotAllowed when it opens none, NotFound when the school has sent none yet,
// Corrupt when the one it opens is damaged.
[[nodiscard]] Result<journal::Roster> open_class(std::span<const journal::ClassLease> leases,
                                                 std::string_view passphrase);

// How the roster's learners are shown, in its order.
[[nodiscard]] std::vector<ui::LearnerCard> cards_of(const journal::Roster& roster);

}  // namespace hornbook::platform
