// A station in the field and its school over links that are slow, stall, break at any byte, change bytes or close after
// a while; bundles and answers that come again later; answers that never come. Whatever the link does: what the device
// believes stored is at the school, what it was acknowledged is never sent again, and once the link is good, one sync
// brings each event there exactly once.
// HORNBOOK_THIN_LINK_SEEDS: how many days (dev soak).
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <set>

#include "sync/client/exchange.hpp"
#include "sync/link/http_connection.hpp"
#include "tests/support/simulated_link.hpp"
#include "tests/unit/sync/server/field_device.hpp"

namespace hornbook::device {
namespace {

using Place = std::pair<std::uint64_t, std::uint64_t>;  // epoch, sequence
using Places = std::set<Place>;

struct Tally {
  std::uint64_t events = 0;
  std::uint64_t dialled = 0;
  std::uint64_t broken = 0;  // syncs that did not come to their end
  std::uint64_t bundles = 0;
  std::uint64_t repeated = 0;  // old bundles and answers that came again, or with a byte changed
  std::vector<std::string> violations;
};

class Day : public test::FieldDeviceBed {
 public:
  Day(std::uint64_t seed, Tally& tally)
      : seed_(seed), random_(seed), tally_(tally), link_([this](link::Channel& channel) { serve(channel); }, seed) {}
  void TestBody() override {}

  void run() {
    enrol();
    const std::uint64_t rounds = 4 + random_.below(4);
    for (std::uint64_t round = 0; round < rounds; ++round) {
      if (random_.below(2) == 0) practise();
      link_.set_fate(some_fate());
      try_to_sync(some_options());
      something_comes_again();
      compare("round " + std::to_string(round));
    }
    link_.set_fate({});
    if (const auto synced = try_to_sync({}); !synced) violation("a good link: " + describe(synced.error()));
    compare("the end");
    if (!unsent().empty()) violation("a good link leaves events behind");
    if (at_school() != written_) violation("the school has other events than were written");
    tally_.events += written_.size();
  }

  // The percentage of a sync's time in which something goes up, on a link that takes ten seconds to answer.
  std::uint64_t share_of_slow_link_used() {
    enrol();
    if (!try_to_sync({})) violation("a good link breaks");
    for (int round = 0; round < 60; ++round) practise();
    test::LinkFate slow;
    slow.bytes_per_second = 300;
    slow.one_way_ms = 5000;
    link_.set_fate(slow);
    SyncOptions patient;
    patient.deadline_ms = 60 * 60'000;
    const std::int64_t began_ms = link_.now_ms();
    const auto report = try_to_sync(patient);
    if (!report || report->events_unsent > 0 || at_school() != written_) violation("a slow link loses events");
    if (!report) return 0;
    const std::uint64_t sending_ms = report->traffic.sent_bytes * 1000 / slow.bytes_per_second;
    return sending_ms * 100 / static_cast<std::uint64_t>(link_.now_ms() - began_ms);
  }

 private:
  // ---- the device ----
  void enrol() {
    const server::EnrolmentOrder order{"Station 1", journal::Profile::Station, "https://127.0.0.1:1", test::a_day_ms,
                                       clock_.now().unix_ms};
    const auto file = server::order_enrolment(*school_, order).value();
    const auto found = server::find_device_by_name(*school_, "Station 1").value();
    ASSERT_TRUE(server::assign_class(*school_, server::find_class(*school_, "4 Robin")->number, found.number));
    ASSERT_TRUE(device::enrol(data(), bundle::to_json(file)).has_value());
    settings_.emplace(link::TlsSettings::server(school_->tls(), [this](ByteView name) { return known(name); }).value());
  }
  // A run of the station: some lessons, sealed now and then.
  void practise() {
    const auto identity = journal::load_identity(data()).value();
    auto writer = journal::Writer::open(data(), identity, clock_, "boot").value();
    const std::uint64_t lessons = 1 + random_.below(12);
    for (std::uint64_t i = 0; i < lessons; ++i) {
      const std::vector<bool> answers(1 + random_.below(90), random_.below(2) == 0);
      const auto events = lesson(i % 2 == 0 ? "u1" : "u2", writer.next_sequence(), answers, i % 2 == 0 ? 1 : 2);
      for (const measure::Event& event : events) written_.emplace(writer.epoch(), event.sequence);
      ASSERT_TRUE(writer.append(events).has_value());
      if (random_.below(8) == 0) ask_to_talk(writer);
      if (random_.below(3) != 0) continue;
      ASSERT_TRUE(writer.seal().has_value());
    }
  }
  void ask_to_talk(journal::Writer& writer) {
    const measure::Event asked{writer.next_sequence(), 1, 5000,
                               measure::TalkRequested{learner("u1"), {clock_.now().unix_ms, 1000}}};
    written_.emplace(writer.epoch(), asked.sequence);
    asked_.emplace(writer.epoch(), asked.sequence);
    ASSERT_TRUE(writer.append(std::span(&asked, 1)).has_value());
  }
  Result<SyncReport> try_to_sync(SyncOptions options) {
    clock_.advance(1000);
    options.dialer = &link_;
    options.progress = [this](const SyncProgress& progress) {
      remember_acknowledged();
      if (progress.events_waiting != unsent().size()) violation("what is said to wait is not what waits");
    };
    ++tally_.dialled;
    auto folder = open_device();
    auto report = device::synchronise(folder, options);
    remember_acknowledged();
    tally_.broken += report ? 0u : 1u;
    if (report && report->events_unsent == 0 && !unsent().empty()) violation("it says that all has arrived");
    return report;
  }

  // ---- the link ----
  test::LinkFate some_fate() {
    test::LinkFate fate;
    constexpr std::array<std::uint64_t, 4> rates{300, 1200, 8000, 10'000'000};
    fate.bytes_per_second = rates[random_.below(rates.size())];
    fate.one_way_ms = static_cast<std::int64_t>(1 + random_.below(1500));
    fate.stalls_permille = random_.below(2) == 0 ? 200 : 0;
    fate.is_refused = random_.below(12) == 0;
    fate.ends_silently = random_.below(2) == 0;
    switch (random_.below(6)) {
      case 0:
        fate.cut_up_at = random_.below(6000);
        break;
      case 1:
        fate.cut_down_at = random_.below(3000);
        break;
      case 2:
        fate.changes_up_at = random_.below(4000);
        break;
      case 3:
        fate.changes_down_at = random_.below(2000);
        break;
      case 4:
        fate.lasts_ms = static_cast<std::int64_t>(random_.below(180'000));
        break;
      default:
        break;
    }
    return fate;
  }
  SyncOptions some_options() {
    SyncOptions options;
    if (random_.below(4) == 0) options.traffic_bytes_max = 1 + random_.below(8000);
    if (random_.below(4) == 0) options.deadline_ms = static_cast<std::int64_t>(1 + random_.below(120'000));
    loses_its_answers_ = random_.below(8) == 0;
    return options;
  }
  // A hub, a stick or somebody who listened brings what was brought before, whole or with a byte changed.
  void something_comes_again() {
    loses_its_answers_ = false;
    if (!bundles_.empty() && random_.below(2) == 0) {
      auto folder = open_device();
      Bytes bundle = changed_perhaps(bundles_[random_.below(bundles_.size())]);
      static_cast<void>(server::exchange(*school_, library_, bundle, clock_.now().unix_ms));
      ++tally_.repeated;
    }
    if (!answers_.empty() && random_.below(2) == 0) {
      auto folder = open_device();
      static_cast<void>(take_in(folder, changed_perhaps(answers_[random_.below(answers_.size())])));
      remember_acknowledged();
      ++tally_.repeated;
    }
  }
  Bytes changed_perhaps(Bytes bytes) {
    if (random_.below(2) == 0) bytes[random_.below(bytes.size())] ^= 0x10;
    return bytes;
  }

  // ---- the school ----
  void serve(link::Channel& channel) {
    const std::atomic<bool> stopping = false;
    const link::HttpTimeouts timeouts;
    link::serve_connection(
        channel, &*settings_, [this](const link::HttpRequest& request) { return answer(request); }, timeouts, stopping);
  }
  std::optional<link::KnownPeer> known(ByteView name) {
    const auto device = server::find_device_by_name(*school_, "Station 1").value();
    if (!device.key) return std::nullopt;
    auto peer = link::known_device(school_->ingest_key(), *device.key).value();
    return link::is_identity_of(name, peer) ? std::optional(std::move(peer)) : std::nullopt;
  }
  link::HttpResponse answer(const link::HttpRequest& request) {
    ++tally_.bundles;
    look_into(request.body);
    const bool without_bases = request.query.contains("bases") && request.query.at("bases") == "0";
    const auto exchanged = server::exchange(*school_, library_, request.body, clock_.now().unix_ms,
                                            without_bases ? 0 : limits::down_bases_bytes_max);
    if (!exchanged) {
      violation("the school refuses: " + describe(exchanged.error()));
      return link::text_response(400, "text/plain", "refused\n");
    }
    bundles_.push_back(request.body);
    answers_.push_back(exchanged->reply);
    if (loses_its_answers_) return link::text_response(502, "text/plain", "lost\n");
    return {200, {}, exchanged->reply};
  }
  // The school answers one piece while the device sends the next.
  void remember_acknowledged() {
    Places stored = stored_on_device();
    const std::scoped_lock lock(mutex_);
    acknowledged_ = std::move(stored);
  }
  void look_into(ByteView bytes) {
    const std::scoped_lock lock(mutex_);
    const VerifyKey key = journal::load_identity(data())->key.verify_key();
    const auto up = bundle::decode_up(bytes, school_->ingest_key(), [&](const DeviceId&) { return key; });
    if (!up) return violation("what arrives is no bundle: " + describe(up.error()));
    urgent_comes_first(*up);
    for (const journal::Segment& segment : up->segments)
      if (acknowledged_.contains({segment.epoch, segment.first_sequence})) violation("sent again though acknowledged");
    for (const journal::Row& row : up->rows)
      if (acknowledged_.contains({row.epoch, row.sequence})) violation("a row sent again though acknowledged");
  }

  // As long as somebody's wish to talk waits, nothing else goes without it.
  void urgent_comes_first(const bundle::UpBundle& up) {
    Places waiting;
    std::set_difference(asked_.begin(), asked_.end(), arrived_.begin(), arrived_.end(),
                        std::inserter(waiting, waiting.end()));
    for (const journal::Segment& segment : up.segments) arrived_.emplace(segment.epoch, segment.first_sequence);
    for (const journal::Row& row : up.rows) arrived_.emplace(row.epoch, row.sequence);
    if (waiting.empty() || (up.segments.empty() && up.rows.empty())) return;
    const Place first = up.segments.empty() ? Place(up.rows.front().epoch, up.rows.front().sequence)
                                            : Place(up.segments.front().epoch, up.segments.front().first_sequence);
    if (!asked_.contains(first)) violation("older events go before a wish to talk");
  }

  // ---- what is where ----
  [[nodiscard]] Places unsent() const {
    const journal::Store store = journal::Store::open(data()).value();
    Places places;
    const auto add = [](void* into, int, char** values, char**) {
      for (std::uint64_t at = std::strtoull(values[1], nullptr, 10); at <= std::strtoull(values[2], nullptr, 10); ++at)
        static_cast<Places*>(into)->emplace(std::strtoull(values[0], nullptr, 10), at);
      return 0;
    };
    const char* query =
        "SELECT epoch, first_sequence, last_sequence FROM segments WHERE stored=0 UNION ALL "
        "SELECT epoch, sequence, sequence FROM rows WHERE stored=0";
    EXPECT_EQ(sqlite3_exec(store.handle(), query, add, &places, nullptr), SQLITE_OK);
    return places;
  }
  [[nodiscard]] Places stored_on_device() const {
    const Places waiting = unsent();
    Places stored;
    std::set_difference(written_.begin(), written_.end(), waiting.begin(), waiting.end(),
                        std::inserter(stored, stored.end()));
    return stored;
  }
  [[nodiscard]] Places at_school() {
    auto row = school_->database()
                   .query("SELECT epoch, sequence FROM event UNION ALL SELECT epoch, sequence FROM waiting_event")
                   .value();
    Places places;
    while (row.step().value())
      if (!places.emplace(row.number(0), row.number(1)).second) violation("an event is at the school twice");
    return places;
  }
  void compare(const std::string& when) {
    const Places school = at_school();
    const Places device = stored_on_device();
    if (!std::includes(school.begin(), school.end(), device.begin(), device.end()))
      violation(when + ": the device believes stored what the school has not");
  }
  void violation(const std::string& what) {
    const std::scoped_lock lock(tally_mutex_);
    tally_.violations.push_back("seed " + std::to_string(seed_) + ": " + what);
  }

  std::uint64_t seed_;
  SeededRandom random_;
  Tally& tally_;
  std::optional<link::TlsSettings> settings_;
  bool loses_its_answers_ = false;
  Places written_;
  Places asked_;  // of them, the wishes to talk
  std::mutex mutex_;
  std::mutex tally_mutex_;
  Places acknowledged_;
  Places arrived_;  // the first sequences of what came
  std::vector<Bytes> bundles_;
  std::vector<Bytes> answers_;
  test::SimulatedLink link_;
};

std::uint64_t seeds() {
  const char* wanted = std::getenv("HORNBOOK_THIN_LINK_SEEDS");
  return wanted == nullptr ? 25 : std::strtoull(wanted, nullptr, 10);
}

TEST(ThinLinks, WhateverTheLinkDoes_EachEventArrivesOnceAndNothingAcknowledgedIsSentAgain) {
  ASSERT_TRUE(crypto_start());
  Tally tally;
  for (std::uint64_t seed = 1; seed <= seeds(); ++seed) Day(seed, tally).run();
  std::printf(
      "thin links: seeds 1 to %llu, %llu events, %llu syncs, %llu of them broken off, %llu bundles, %llu repeated or "
      "changed; %zu violations\n",
      static_cast<unsigned long long>(seeds()), static_cast<unsigned long long>(tally.events),
      static_cast<unsigned long long>(tally.dialled), static_cast<unsigned long long>(tally.broken),
      static_cast<unsigned long long>(tally.bundles), static_cast<unsigned long long>(tally.repeated),
      tally.violations.size());
  EXPECT_EQ(tally.violations, std::vector<std::string>{});
}

// Two pieces are under way: while one is answered, the next one goes up. One after the other they would leave the link
// idle for ten seconds after each fifteen.
TEST(ThinLinks, LinkThatIsSlowToAnswer_IsNotLeftIdle) {
  ASSERT_TRUE(crypto_start());
  Tally tally;
  const std::uint64_t used = Day(1, tally).share_of_slow_link_used();
  std::printf("a link of 300 bytes/s that takes 10 s to answer: busy for %llu %% of the sync\n",
              static_cast<unsigned long long>(used));
  EXPECT_GT(used, 75u);
  EXPECT_EQ(tally.violations, std::vector<std::string>{});
}

}  // namespace
}  // namespace hornbook::device
