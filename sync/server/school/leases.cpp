#include "sync/server/school/leases.hpp"

#include <algorithm>

#include "runtime/journal/badge.hpp"
#include "sync/server/school/families.hpp"
#include "sync/server/school/learners.hpp"

namespace hornbook::server {
namespace {

constexpr std::size_t passphrase_bytes_min = 8;

std::string key_place(std::int64_t class_number) { return "class.class_key " + std::to_string(class_number); }

Result<journal::Roster> roster_of(School& school, std::int64_t class_number) {
  journal::Roster roster;
  TRY_ASSIGN(Statement row, school.database().query("SELECT title FROM class WHERE number = ?", class_number));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return fail(ErrorCode::NotFound, "class", "the school has no such class");
  TRY_ASSIGN(const auto family, family_name(school, class_number));
  roster.class_name = family.value_or(row.text(0));
  TRY_ASSIGN(std::vector<Learner> learners, learners_of_class(school, class_number));
  for (Learner& learner : learners) {
    LearnerProfile& profile = learner.profile;
    roster.learners.push_back({learner.id, profile.display_name, profile.avatar, profile.picture_password,
                               profile.language, std::move(profile.capsule_key)});
  }
  return roster;
}

Result<std::uint64_t> next_generation(School& school, std::int64_t class_number) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT lease_generation FROM class WHERE number = ?", class_number));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return fail(ErrorCode::NotFound, "class", "the school has no such class");
  return row.number(0) + 1;
}

Done store_lease(School& school, std::int64_t class_number, const SecretKey& class_key,
                 const journal::ClassLease& lease) {
  return school.database().run("UPDATE class SET lease_generation = ?, class_key = ?, lease = ? WHERE number = ?",
                               lease.generation, school.vault().seal(key_place(class_number), class_key.view()),
                               journal::encode(lease), class_number);
}

Result<SecretKey> stored_class_key(School& school, std::int64_t class_number) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT class_key FROM class WHERE number = ?", class_number));
  TRY_ASSIGN(const bool found, row.step());
  if (!found || row.is_null(0)) return fail(ErrorCode::NotFound, "class lease", "the class has no lease yet");
  TRY_ASSIGN(Bytes plain, school.vault().open_sealed(key_place(class_number), row.blob(0)));
  auto key = SecretKey::from_bytes(plain);
  wipe(plain);
  return key;
}

}  // namespace

Done make_class_lease(School& school, std::int64_t class_number, std::string_view passphrase,
                      std::uint64_t memory_bytes) {
  if (passphrase.size() < passphrase_bytes_min)
    return fail(ErrorCode::BadInput, "class lease", "the passphrase has fewer than 8 characters");
  if (journal::looks_like_badge(passphrase))
    return fail(ErrorCode::BadInput, "class lease", "a station would take the passphrase for a badge; choose another");
  TRY_ASSIGN(const journal::Roster roster, roster_of(school, class_number));
  if (roster.learners.empty()) return fail(ErrorCode::BadInput, "class lease", "the class has no learner");
  TRY_ASSIGN(const std::uint64_t generation, next_generation(school, class_number));
  PassphraseCost cost;
  cost.memory_bytes = memory_bytes;
  const Bytes salt = random_bytes(cost.salt.size());
  std::copy(salt.begin(), salt.end(), cost.salt.begin());
  const SecretKey class_key = SecretKey::generate();
  TRY_ASSIGN(const journal::ClassLease lease, journal::make_lease(static_cast<std::uint32_t>(class_number), generation,
                                                                  roster, class_key, passphrase, cost));
  return store_lease(school, class_number, class_key, lease);
}

Done reseal_class_lease(School& school, std::int64_t class_number) {
  TRY_ASSIGN(const auto lease, find_class_lease(school, class_number));
  if (!lease) return {};
  TRY_ASSIGN(const SecretKey class_key, stored_class_key(school, class_number));
  TRY_ASSIGN(const journal::Roster roster, roster_of(school, class_number));
  TRY_ASSIGN(const std::uint64_t generation, next_generation(school, class_number));
  TRY_ASSIGN(const journal::ClassLease renewed, journal::renew_lease(*lease, generation, roster, class_key));
  return store_lease(school, class_number, class_key, renewed);
}

Result<std::optional<journal::ClassLease>> find_class_lease(School& school, std::int64_t class_number) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT lease FROM class WHERE number = ?", class_number));
  TRY_ASSIGN(const bool found, row.step());
  if (!found || row.is_null(0)) return std::optional<journal::ClassLease>{};
  TRY_ASSIGN(journal::ClassLease lease, journal::decode_lease(row.blob(0)));
  return std::optional<journal::ClassLease>(std::move(lease));
}

}  // namespace hornbook::server
