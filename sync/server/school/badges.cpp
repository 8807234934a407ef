#include "sync/server/school/badges.hpp"

namespace hornbook::server {
namespace {

constexpr std::string_view secret_place = "badge.secret";

struct KnownBadge {
  std::uint64_t generation = 0;  // 0: there never was one
  std::optional<journal::Badge> badge;
};

Result<KnownBadge> find_badge(School& school, const Learner& learner) {
  KnownBadge known;
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT generation, secret FROM badge WHERE learner = ?", learner.number));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return known;
  known.generation = row.number(0);
  if (row.is_null(1)) return known;
  TRY_ASSIGN(Bytes plain, open_random(learner.data_key, as_bytes(secret_place), row.blob(1)));
  const auto secret = id_from_bytes<journal::BadgeSecret>(plain);
  wipe(plain);
  if (!secret) return fail(ErrorCode::Corrupt, "school store", "a stored badge is damaged");
  known.badge = journal::Badge{journal::school_mark_of(school.signing_key().verify_key()), *secret};
  return known;
}

Done store_badge(School& school, const Learner& learner, const journal::Badge& badge, std::uint64_t generation) {
  const LearnerProfile& profile = learner.profile;
  const journal::RosterLearner entry{learner.id,       profile.display_name,
                                     profile.avatar,   profile.picture_password,
                                     profile.language, profile.capsule_key.copy()};
  TRY_ASSIGN(const journal::BadgeSlot slot, journal::make_badge_slot(badge, generation, entry));
  return school.database().run(
      "INSERT INTO badge (learner, generation, secret, address, slot) VALUES (?, ?, ?, ?, ?) ON CONFLICT (learner) DO "
      "UPDATE SET generation = excluded.generation, secret = excluded.secret, address = excluded.address, slot = "
      "excluded.slot",
      learner.number, generation, seal_random(learner.data_key, as_bytes(secret_place), badge.secret.view()),
      slot.address, slot.sealed);
}

}  // namespace

Result<std::optional<journal::Badge>> badge_for_sheet(School& school, const Learner& learner) {
  TRY_ASSIGN(KnownBadge known, find_badge(school, learner));
  if (known.generation > 0) return known.badge;
  TRY_ASSIGN(const journal::Badge made, renew_badge(school, learner));
  return std::optional(made);
}

Result<journal::Badge> renew_badge(School& school, const Learner& learner) {
  TRY_ASSIGN(const KnownBadge known, find_badge(school, learner));
  const journal::Badge badge = journal::make_badge(school.signing_key().verify_key());
  TRY_DONE(store_badge(school, learner, badge, known.generation + 1));
  return badge;
}

Done revoke_badge(School& school, const Learner& learner) {
  TRY_DONE(
      school.database().run("UPDATE badge SET generation = generation + 1, secret = NULL, address = NULL, slot = NULL "
                            "WHERE learner = ? AND secret IS NOT NULL",
                            learner.number));
  if (school.database().changed() == 0) return fail(ErrorCode::NotFound, "badge", "this learner has none");
  return {};
}

Done reseal_badge(School& school, const Learner& learner) {
  TRY_ASSIGN(const KnownBadge known, find_badge(school, learner));
  if (!known.badge) return {};
  return store_badge(school, learner, *known.badge, known.generation + 1);
}

Result<std::vector<journal::BadgeSlot>> badges_of_device(School& school, std::int64_t device_number) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT DISTINCT badge.address, badge.generation, badge.slot FROM badge JOIN "
                                     "membership ON membership.learner = badge.learner JOIN device_class ON "
                                     "device_class.class = membership.class WHERE device_class.device = ? AND "
                                     "badge.address IS NOT NULL ORDER BY badge.address LIMIT ?",
                                     device_number, journal::badges_max));
  std::vector<journal::BadgeSlot> slots;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return slots;
    TRY_ASSIGN(const journal::BadgeAddress address, row.id<journal::BadgeAddress>(0));
    slots.push_back({address, row.number(1), row.blob(2)});
  }
}

}  // namespace hornbook::server
