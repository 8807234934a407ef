#include "platform/programs/station/class_room.hpp"

namespace hornbook::platform {

Result<journal::Roster> open_class(std::span<const journal::ClassLease> leases, std::string_view passphrase) {
  if (leases.empty()) {
    return fail(ErrorCode::NotFound, "class",
                "The school has sent no class yet. Connect this station to the school once.");
  }
  for (const journal::ClassLease& lease : leases) {
    Result<journal::Roster> roster = journal::open_lease(lease, passphrase);
    if (roster || roster.error().code != ErrorCode::NotAllowed) return roster;
  }
  return fail(ErrorCode::NotAllowed, "class", "That is not the passphrase of a class here.");
}

std::vector<ui::LearnerCard> cards_of(const journal::Roster& roster) {
  std::vector<ui::LearnerCard> cards;
  for (const journal::RosterLearner& learner : roster.learners) {
    const auto index = static_cast<std::uint32_t>(cards.size());
    cards.push_back({index, learner.display_name, learner.avatar, learner.language, !learner.picture_password.empty()});
  }
  return cards;
}

}  // namespace hornbook::platform
