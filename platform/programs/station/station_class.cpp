// The station's class: opened, kept over a crash, closed when its day is over or the school takes it away; and whoever
// opens their own entry with a badge.
#include "platform/programs/station/class_room.hpp"
#include "platform/programs/station/sign_in.hpp"
#include "platform/programs/station/station.hpp"

namespace hornbook::platform {
namespace {

// How soon a station that nobody uses notices what hornbookctl brought beside it.
constexpr MonotonicMs looks_every_ms = 15'000;

}  // namespace

void Station::class_tried(Result<OpenedClass> opened) {
  if (!opened) {
    take(class_stays_shut(opened.error()));
    return;
  }
  open(std::move(*opened), clock_.monotonic_ms() + lease_ms(believable_time(data_, clock_), keeping_.hours_max));
}

void Station::open(OpenedClass opened, MonotonicMs ends_at) {
  class_ = std::move(opened);
  class_ends_at_ = ends_at;
  if (data_.demo_passphrase) class_ends_at_.reset();
  if (keeping_.keeper != nullptr && class_ends_at_)
    keep_class(*keeping_.keeper, {class_->class_number, ends_at, class_->class_key.copy()}, clock_.monotonic_ms());
  note_open();
  take(ui::ClassOpened{class_->roster.class_name, cards_of(class_->roster)});
}

// Neither is worth refusing a lesson for: at worst nobody can begin without a name after a power cut.
void Station::note_open() {
  TimeEstimate ends = believable_time(data_, clock_);
  if (!class_ends_at_) return;
  ends.unix_ms += *class_ends_at_ - clock_.monotonic_ms();
  static_cast<void>(note_class_open(data_.writer.store(), class_->class_number, ends));
}
void Station::note_shut() { static_cast<void>(note_class_shut(data_.writer.store())); }

void Station::open_kept_class() {
  if (keeping_.keeper == nullptr) return;
  const std::optional<KeptClass> kept = find_kept_class(*keeping_.keeper, clock_.monotonic_ms());
  if (!kept) return;
  Result<OpenedClass> again = open_again(data_.writer.store(), kept->class_number, kept->class_key);
  if (again) {
    open(std::move(*again), kept->ends_at);
  } else {
    keeping_.keeper->forget();
  }
}

void Station::shut_class() {
  class_.reset();
  class_ends_at_.reset();
  if (keeping_.keeper != nullptr) keeping_.keeper->forget();
  note_shut();
  take(ui::ClassClosed{});
}

std::optional<MonotonicMs> Station::looks_next_at() const {
  if (state_.session || opening_.valid()) return std::nullopt;
  return class_ends_at_ ? std::min(*class_ends_at_, look_at_) : look_at_;
}

// Whether anything changed. A lesson that has begun is not cut off: the class closes when it ends.
bool Station::look_after_class() {
  const std::optional<MonotonicMs> due = looks_next_at();
  const MonotonicMs now = clock_.monotonic_ms();
  if (!due || now < *due) return false;
  look_at_ = now + looks_every_ms;
  const auto badges = data_.writer.store().badges_mark();
  const bool any = badges && badges->has_value();
  bool changed = badges && any != state_.takes_badges;
  if (changed) take(ui::BadgesHere{any});
  if (state_.nameless_may_work && !was_cut_off(data_.writer.store(), believable_time(data_, clock_))) {
    take(ui::NamelessMayWork{false});
    changed = true;
  }
  if (!class_) return changed;
  const auto generation = data_.writer.store().lease_generation(class_->class_number);
  const bool is_over = class_ends_at_ && now >= *class_ends_at_;
  if (!is_over && (!generation || *generation == class_->generation)) return changed;
  Result<OpenedClass> again = is_over ? Result<OpenedClass>(fail(ErrorCode::NotAllowed, "class", "its day is over"))
                                      : open_again(data_.writer.store(), class_->class_number, class_->class_key);
  if (again) {
    class_ = std::move(*again);  // with another roster, until the same time
    take(ui::ClassOpened{class_->roster.class_name, cards_of(class_->roster)});
  } else {
    shut_class();
  }
  return true;
}

void Station::carry_out(const ui::OpenBadge& effect) {
  Result<journal::RosterLearner> holder = open_badge(data_.writer.store(), school_, effect.typed);
  if (!holder) {
    take(badge_opens_nothing(holder.error()));
    return;
  }
  badge_holder_ = std::move(*holder);
  take(ui::BadgeOpened{card_of(*badge_holder_, ui::badge_holder_index)});
}

const journal::RosterLearner* Station::learner_at(std::uint32_t index) const {
  if (index == ui::badge_holder_index || index == ui::nameless_index) return badge_holder_ ? &*badge_holder_ : nullptr;
  return class_ && index < class_->roster.learners.size() ? &class_->roster.learners[index] : nullptr;
}

}  // namespace hornbook::platform
