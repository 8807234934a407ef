#include "sync/relay/mail_room.hpp"

#include <algorithm>

#include "sync/bundle/carrier_limits.hpp"
#include "sync/bundle/envelope.hpp"

namespace hornbook::relay {
namespace {

constexpr std::size_t shelf_name_bytes = 8;

LetterName name_of(ByteView id) { return id_from_bytes<LetterName>(id).value(); }

}  // namespace

Result<std::unique_ptr<MailRoom>> MailRoom::open(const std::filesystem::path& folder, std::vector<BoxPublicKey> schools,
                                                 const MailLimits& mail_limits, const Clock& clock) {
  const MailShelf::Room room{mail_limits.bytes_max / (2 * std::max<std::size_t>(schools.size(), 1)),
                             mail_limits.bundles_per_school_max};
  std::unique_ptr<MailRoom> opened(new MailRoom(RelayClock::open(folder / "age", clock), mail_limits.days_kept));
  for (const BoxPublicKey& ingest : schools) {
    // By the key and not by its place in the list, so that schools may come and go.
    const Hash named = hash({as_bytes("hornbook relay shelf"), ingest.view()});
    const std::filesystem::path shelves = folder / to_hex(named.view().first(shelf_name_bytes));
    TRY_ASSIGN(MailShelf up, MailShelf::open(shelves / "up", room));
    TRY_ASSIGN(MailShelf down, MailShelf::open(shelves / "down", room));
    opened->schools_.push_back({ingest, std::move(up), std::move(down)});
  }
  TRY_DONE(opened->expire());
  return opened;
}

Done MailRoom::leave(ByteView bundle) {
  if (bundle.size() > limits::relay_bundle_bytes_max)
    return fail(ErrorCode::LimitExceeded, "bundle", "it is longer than a relay keeps");
  TRY_ASSIGN(const bundle::Outside outside, bundle::read_outside(bundle));
  if (outside.direction != bundle::Direction::Up) return fail(ErrorCode::BadInput, "bundle", "it is not from a device");
  const std::scoped_lock lock(mutex_);
  const auto school = std::find_if(schools_.begin(), schools_.end(),
                                   [&](const School& one) { return bundle::is_for(outside.mailbox, one.ingest); });
  if (school == schools_.end())
    return fail(ErrorCode::NotAllowed, "bundle", "it is for a school that this relay does not carry for");
  return school->up.put(name_of(outside.mailbox.view()), bundle, clock_.day());
}

bundle::Fetched MailRoom::fetch(const std::vector<bundle::ReplyBox>& boxes) {
  const std::scoped_lock lock(mutex_);
  bundle::Fetched fetched;
  std::size_t bytes = 0;
  for (const bundle::ReplyBox& box : boxes) {
    for (School& school : schools_) {
      const auto number = school.down.find(name_of(box.view()));
      if (!number || bytes >= limits::relay_batch_bytes_max || fetched.size() == limits::relay_boxes) continue;
      auto reply = school.down.read(*number);
      if (!reply) continue;
      school.down.mark_fetched(*number);
      bytes += reply->size();
      fetched.push_back({box, std::move(*reply)});
    }
  }
  return fetched;
}

MailRoom::Waiting MailRoom::waiting_for(std::size_t school) {
  const std::scoped_lock lock(mutex_);
  Waiting waiting;
  std::size_t bytes = 0;
  for (const auto& [number, letter] : schools_.at(school).up.letters()) {
    const bool is_full = bytes + letter.bytes > limits::relay_batch_bytes_max ||
                         waiting.bundles.size() == limits::relay_batch_bundles_max;
    if (is_full) break;
    auto bundle = schools_.at(school).up.read(number);
    waiting.numbers.push_back(number);
    waiting.bundles.push_back(bundle ? std::move(*bundle) : Bytes{});  // a damaged disk: the school refuses it
    bytes += letter.bytes;
  }
  return waiting;
}

void MailRoom::settle(std::size_t school, const Waiting& given, const bundle::BatchAnswer& answer) {
  const std::scoped_lock lock(mutex_);
  School& place = schools_.at(school);
  for (const bundle::BoxedReply& boxed : answer.replies)
    static_cast<void>(place.down.put(name_of(boxed.box.view()), boxed.reply, clock_.day()));
  for (std::size_t i = 0; i < std::min(answer.handled, given.numbers.size()); ++i)
    if (place.up.letters().contains(given.numbers[i])) place.up.remove(given.numbers[i]);
}

Done MailRoom::expire() {
  const std::scoped_lock lock(mutex_);
  const std::uint64_t today = clock_.day();
  for (School& school : schools_) {
    if (today <= days_kept_) break;
    school.up.remove_older_than(today - days_kept_);
    school.down.remove_older_than(today - days_kept_);
  }
  return clock_.save();
}

}  // namespace hornbook::relay
