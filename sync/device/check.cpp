#include "sync/device/check.hpp"

namespace hornbook::device {

Result<std::vector<std::string>> find_damage(const DeviceFolder& folder) {
  TRY_ASSIGN(std::vector<std::string> damage, folder.store.verify(folder.identity));
  TRY_ASSIGN(std::vector<std::string> packs, folder.packs.verify_all(folder.identity.school.packs));
  damage.insert(damage.end(), packs.begin(), packs.end());
  return damage;
}

}  // namespace hornbook::device
