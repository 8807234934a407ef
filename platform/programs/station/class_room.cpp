#include "platform/programs/station/class_room.hpp"

#include <algorithm>

#include "platform/system/clock.hpp"
#include "runtime/journal/badge_slot.hpp"

namespace hornbook::platform {
namespace {

// Name of the setting (journal::Store) that holds which class is open: u32 number, u64 end in Unix ms or 0.
constexpr std::string_view open_class_setting = "open class";

constexpr std::int64_t hour_ms = 60 * 60 * 1000;

Result<OpenedClass> opened(const journal::ClassLease& lease, SecretKey class_key) {
  TRY_ASSIGN(journal::Roster roster, journal::open_roster(lease, class_key));
  return OpenedClass{lease.class_number, lease.generation, std::move(class_key), std::move(roster)};
}

}  // namespace

Result<OpenedClass> open_class(std::span<const journal::ClassLease> leases, std::string_view passphrase) {
  if (leases.empty()) {
    return fail(ErrorCode::NotFound, "class",
                "The school has sent no class yet. Connect this station to the school once.");
  }
  for (const journal::ClassLease& lease : leases) {
    Result<SecretKey> class_key = journal::open_class_key(lease, passphrase);
    if (class_key) return opened(lease, std::move(*class_key));
    if (class_key.error().code != ErrorCode::NotAllowed) return tl::unexpected(std::move(class_key).error());
  }
  return fail(ErrorCode::NotAllowed, "class", "That is not the passphrase of a class here.");
}

Result<OpenedClass> open_again(const journal::Store& store, std::uint32_t class_number, const SecretKey& class_key) {
  TRY_ASSIGN(const std::vector<journal::ClassLease> leases, store.leases());
  const auto lease = std::find_if(leases.begin(), leases.end(),
                                  [&](const journal::ClassLease& each) { return each.class_number == class_number; });
  Result<OpenedClass> again = lease == leases.end()
                                  ? Result<OpenedClass>(fail(ErrorCode::NotFound, "class", "it is gone"))
                                  : opened(*lease, class_key.copy());
  if (!again) return fail(ErrorCode::NotAllowed, "class", "The school has closed this class here.");
  return again;
}

Result<journal::RosterLearner> open_badge(const journal::Store& store, const journal::SchoolMark& school,
                                          std::string_view typed) {
  TRY_ASSIGN(const journal::Badge badge, journal::parse_badge(typed));
  if (badge.school != school) return fail(ErrorCode::NotAllowed, "badge", "it is another school's");
  TRY_ASSIGN(const auto slot, store.badge(journal::address_of(badge)));
  if (!slot) return fail(ErrorCode::NotFound, "badge", "it opens nothing here");
  return journal::open_badge_slot(*slot, badge);
}

ui::ClassStaysShut class_stays_shut(const Error& error) {
  if (error.code == ErrorCode::NotAllowed) return {error.sentence, ui::StayedShut::WrongPassphrase};
  if (error.code == ErrorCode::NotFound) return {error.sentence, ui::StayedShut::NoClassYet};
  return {error.sentence};
}

ui::ClassStaysShut badge_opens_nothing(const Error& error) {
  if (error.code == ErrorCode::BadInput) return {error.sentence, ui::StayedShut::BadgeMisread};
  if (error.code == ErrorCode::NotAllowed) return {error.sentence, ui::StayedShut::BadgeOfAnotherSchool};
  return {error.sentence, ui::StayedShut::BadgeUnknown};
}

ui::LearnerCard card_of(const journal::RosterLearner& learner, std::uint32_t index) {
  return {index, learner.display_name, learner.avatar, learner.language, !learner.picture_password.empty()};
}

std::vector<ui::LearnerCard> cards_of(const journal::Roster& roster) {
  std::vector<ui::LearnerCard> cards;
  for (const journal::RosterLearner& learner : roster.learners)
    cards.push_back(card_of(learner, static_cast<std::uint32_t>(cards.size())));
  return cards;
}

std::int64_t lease_ms(const TimeEstimate& believable, std::int64_t hours_max) {
  const std::int64_t longest = hours_max * hour_ms;
  const bool is_known = believable.uncertainty_ms >= 0 && believable.uncertainty_ms <= hour_ms;
  return is_known ? std::min(longest, ms_until_midnight(believable.unix_ms)) : longest;
}

void keep_class(SecretKeeper& keeper, const KeptClass& kept, MonotonicMs now) {
  ByteWriter writer;
  writer.u32(kept.class_number);
  writer.u64(static_cast<std::uint64_t>(kept.ends_at));
  writer.raw(kept.class_key.view());
  Bytes secret = writer.take();
  // Where nothing can be kept, a crash of the program asks for the teacher again; hornbookctl status says so.
  [[maybe_unused]] const Done done = keeper.keep(secret, (kept.ends_at - now + 999) / 1000);
  wipe(secret);
}

std::optional<KeptClass> find_kept_class(SecretKeeper& keeper, MonotonicMs now) {
  Result<Bytes> secret = keeper.find();
  if (!secret) return std::nullopt;
  const auto read = [](ByteView bytes) -> Result<KeptClass> {
    ByteReader reader(bytes);
    TRY_ASSIGN(const std::uint32_t class_number, reader.u32());
    TRY_ASSIGN(const std::uint64_t ends_at, reader.u64());
    TRY_ASSIGN(SecretKey key, SecretKey::from_bytes(reader.rest()));
    return KeptClass{class_number, static_cast<MonotonicMs>(ends_at), std::move(key)};
  };
  Result<KeptClass> kept = read(*secret);
  wipe(*secret);
  if (kept && kept->ends_at > now) return std::move(*kept);
  keeper.forget();
  return std::nullopt;
}

Done note_class_open(journal::Store& store, std::uint32_t class_number, const TimeEstimate& ends) {
  ByteWriter writer;
  writer.u32(class_number);
  writer.u64(static_cast<std::uint64_t>(ends.uncertainty_ms >= 0 ? ends.unix_ms : 0));
  return store.put_setting(open_class_setting, writer.take());
}

Done note_class_shut(journal::Store& store) {
  const auto noted = store.setting(open_class_setting);
  if (noted && (!*noted || (*noted)->empty())) return {};
  return store.put_setting(open_class_setting, {});
}

bool was_cut_off(const journal::Store& store, const TimeEstimate& now) {
  const auto noted = store.setting(open_class_setting);
  if (!noted || !*noted) return false;
  ByteReader reader(**noted);
  const auto class_number = reader.u32();
  const auto ends_ms = reader.u64();
  if (!class_number || !ends_ms) return false;
  const auto generation = store.lease_generation(*class_number);
  const bool is_over = now.uncertainty_ms >= 0 && *ends_ms > 0 && now.unix_ms >= static_cast<UnixMs>(*ends_ms);
  return generation && generation->has_value() && !is_over;
}

journal::RosterLearner nameless_learner(std::string language) {
  LearnerId id;
  const Bytes random = random_bytes(LearnerId::size);
  std::copy(random.begin(), random.end(), id.bytes.begin());
  return {id, "", "paddle", {}, std::move(language), SecretKey::generate()};
}

}  // namespace hornbook::platform
