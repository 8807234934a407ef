#include "sync/device/passphrase.hpp"

#include <algorithm>

#include "runtime/journal/badge.hpp"

namespace hornbook::device {
namespace {

constexpr std::size_t passphrase_bytes_min = 8;

}  // namespace

Done change_passphrase(DeviceFolder& folder, std::string_view old_passphrase, std::string_view new_passphrase) {
  constexpr auto place = "passphrase";
  if (folder.identity.profile != journal::Profile::Home)
    return fail(ErrorCode::NotAllowed, place, "this is no family's device; a class's passphrase is changed at school");
  if (new_passphrase.size() < passphrase_bytes_min)
    return fail(ErrorCode::BadInput, place, "the new one has fewer than 8 characters");
  if (journal::looks_like_badge(new_passphrase))
    return fail(ErrorCode::BadInput, place, "the device would take the new one for a badge; choose another");
  TRY_ASSIGN(const std::vector<journal::ClassLease> leases, folder.store.leases());
  for (const journal::ClassLease& lease : leases) {
    PassphraseCost cost = lease.cost;  // as dear as the school made it
    const Bytes salt = random_bytes(cost.salt.size());
    std::copy(salt.begin(), salt.end(), cost.salt.begin());
    auto changed = journal::change_passphrase(lease, old_passphrase, new_passphrase, cost);
    if (changed) return folder.store.put_changed_passphrase(*changed);
    if (changed.error().code != ErrorCode::NotAllowed) return tl::unexpected(std::move(changed).error());
  }
  return fail(ErrorCode::NotAllowed, place, "the old one opens nothing here");
}

}  // namespace hornbook::device
