// Class leases as the school issues them: a class's roster and capsule keys under a class key, and that under the
// teacher's passphrase. The passphrase itself is never kept.
#pragma once

#include <optional>

#include "runtime/journal/class_lease.hpp"
#include "sync/server/school/school.hpp"

namespace hornbook::server {

// Makes or replaces the lease, with a new class key and the next generation. BadInput when the passphrase is shorter
// than 8 characters or the class has no learner.
// `memory_bytes` is what Argon2id takes on each device that opens it.
inline constexpr std::uint64_t small_device_memory_bytes = 32u << 20;  // where a device has less than 1 GiB
[[nodiscard]] Done make_class_lease(School& school, std::int64_t class_number, std::string_view passphrase,
                                    std::uint64_t memory_bytes = PassphraseCost{}.memory_bytes);
// After a change of the roster: the same class key, the next generation. Changes nothing when the class has no lease.
[[nodiscard]] Done reseal_class_lease(School& school, std::int64_t class_number);
[[nodiscard]] Result<std::optional<journal::ClassLease>> find_class_lease(School& school, std::int64_t class_number);

}  // namespace hornbook::server
