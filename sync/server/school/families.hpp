// Families: a few learners whose devices at home a guardian's passphrase opens. To the rest of the server a family is a
// small class with a lease and devices; teachers do not see it, and its name is sealed.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sync/server/school/school.hpp"

namespace hornbook::server {

struct FamilyOrder {
  std::string name;                    // as its members know it
  std::vector<std::int64_t> learners;  // numbers of their rows
  std::string_view passphrase;
  bool small_devices = false;  // with less than 1 GiB of memory: the passphrase's key takes half as much
};
// BadInput when there is a family of this name, when nobody belongs to it, or as make_class_lease().
[[nodiscard]] Done make_family(School& school, const FamilyOrder& order);
// Its number as a class. NotFound when there is none; the error does not repeat the name.
[[nodiscard]] Result<std::int64_t> find_family(School& school, std::string_view name);
// Names, in their order.
[[nodiscard]] Result<std::vector<std::string>> list_families(School& school);
// The name of a class that is a family; nothing of another.
[[nodiscard]] Result<std::optional<std::string>> family_name(School& school, std::int64_t class_number);

// After a change of these learners' profiles: the same passphrase opens the new entries.
[[nodiscard]] Done reseal_families_of(School& school, const std::set<std::int64_t>& learners);

// Takes the family off its devices with their next contact.
[[nodiscard]] Done revoke_family(School& school, std::int64_t class_number);
// Off this one alone.
[[nodiscard]] Done revoke_family(School& school, std::int64_t class_number, std::int64_t device_number);

}  // namespace hornbook::server
