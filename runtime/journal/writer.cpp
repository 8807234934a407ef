#include "runtime/journal/writer.hpp"

#include <algorithm>
#include <map>

#include "runtime/core/limits.hpp"
#include "runtime/journal/capsule_store.hpp"
#include "runtime/journal/join_segments.hpp"
#include "runtime/journal/opening.hpp"
#include "runtime/journal/salvage/salvage.hpp"
#include "runtime/journal/sealing.hpp"
#include "runtime/journal/station_lock.hpp"
#include "runtime/journal/store_tables.hpp"
#include "runtime/measure/event_codec.hpp"

namespace hornbook::journal {
namespace {

// An event that stands in a row and waits to be sealed, with the chain after it.
struct OpenEvent {
  measure::Event event;
  std::size_t size = 0;  // of its row form
  Hash chain;
};

struct SignedIn {
  CapsuleStore store;
  Capsule capsule;
  std::uint32_t learner_index = 0;
};

// Half of the limit, so that a segment that does not compress at all still fits.
constexpr std::size_t segment_rows_bytes_max = limits::segment_bytes_max / 2;
static_assert(limits::event_bytes_max < segment_rows_bytes_max);

Done insert_row(Statement& insert, const Row& row) {
  insert.bind(1, row.epoch).bind(2, row.sequence).bind(3, std::uint64_t{row.skipped ? 1u : 0u});
  insert.bind(4, row.skipped ? row.skip_signature.view() : ByteView(row.sealed)).bind(5, row.chain.view());
  return insert.run();
}

Done note_urgent(Database& database, const UrgentPlace& place) {
  TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO urgent(epoch, sequence) VALUES(?,?)"));
  return insert.bind(1, place.epoch).bind(2, place.sequence).run();
}

bool has_urgent(std::span<const measure::Event> events) {
  return std::any_of(events.begin(), events.end(), [](const auto& event) { return measure::is_urgent(event.body); });
}

}  // namespace

struct Writer::State {
  StationLock lock;
  Store store;
  Witness witness;
  SigningKey device_key;
  DeviceId device;
  SecretKey event_key;
  SecretKey segment_key;
  EpochHeader header;
  MonotonicMs opened_at = 0;

  Hash chain;                            // after the last row that is durable
  std::uint64_t next_sequence = 1;       // never encrypted so far
  std::uint32_t next_segment = 0;        // never encrypted so far
  std::vector<std::uint64_t> to_skip{};  // encrypted, but in no row: to be signed as skipped with the next success
  std::vector<OpenEvent> open_events{};
  std::map<LearnerId, std::uint32_t> learner_indexes{};
  std::optional<SignedIn> signed_in{};

  [[nodiscard]] Database& database() { return store.connection().database; }
  [[nodiscard]] Result<Statement> row_inserter() {
    return database().prepare("INSERT INTO rows(epoch, sequence, skipped, sealed, chain) VALUES(?,?,?,?,?)");
  }
  Result<std::vector<Bytes>> encode_all(std::span<const measure::Event> events) const;
  std::vector<Row> seal_all(std::span<const measure::Event> events, const std::vector<Bytes>& plain, Hash after);
  std::vector<Row> skip_rows() const;
  std::vector<measure::EventRecord> of_signed_in(std::span<const measure::Event> events) const;
  Done commit_rows(const std::vector<Row>& skips, const std::vector<Row>& rows,
                   const std::vector<measure::EventRecord>& records, std::span<const measure::Event> events);
  void take_over(std::span<const measure::Event> events, const std::vector<Row>& rows,
                 const std::vector<measure::EventRecord>& records);
  Done write_pending_skips();
  [[nodiscard]] std::vector<measure::Event> next_to_seal() const;
  Done commit_segment(const Segment& segment, std::size_t events, std::span<const Segment> joined);
  Done seal_after(JoinableSegments before, const std::vector<measure::Event>& events);
  Done seal_one_segment();
  Done write_capsule(Capsule capsule);
  Result<Capsule> open_capsule(CapsuleStore capsules);
};

Writer::Writer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() {
  if (state_) (void)seal();
}

Result<Writer> Writer::open(const std::filesystem::path& data_directory, const DeviceIdentity& identity,
                            const Clock& clock, std::string_view boot_id) {
  TRY_ASSIGN(StationLock lock, StationLock::take(data_directory));
  TRY_ASSIGN(Store store, open_mended(data_directory, identity, lock));
  TRY_ASSIGN(Witness witness, Witness::open(data_directory));
  const SecretKey epoch_key = SecretKey::generate();
  TRY_ASSIGN(EpochHeader header,
             open_next_epoch(store.connection().database, identity, epoch_key, clock.now(), boot_id, witness.last()));
  const Hash chain = hash_of(header);
  return Writer(std::unique_ptr<State>(new State{
      std::move(lock), std::move(store), std::move(witness), SigningKey::from_seed(identity.key.seed()), identity.id(),
      journal::event_key(epoch_key), journal::segment_key(epoch_key), std::move(header), clock.monotonic_ms(), chain}));
}

std::uint64_t Writer::epoch() const { return state_->header.epoch; }
MonotonicMs Writer::opened_at() const { return state_->opened_at; }
std::uint64_t Writer::next_sequence() const { return state_->next_sequence; }
Store& Writer::store() { return state_->store; }

std::uint32_t Writer::learner_index(const LearnerId& learner) {
  const auto next = static_cast<std::uint32_t>(state_->learner_indexes.size() + 1);
  return state_->learner_indexes.try_emplace(learner, next).first->second;
}

Result<Capsule> Writer::State::open_capsule(CapsuleStore capsules) {
  TRY_ASSIGN(const std::optional<Capsule> found, capsules.read(database()));
  signed_in.emplace(SignedIn{std::move(capsules), found.value_or(Capsule{}), 0});
  if (!found) {
    // A first whole state, so that a later sign-in with another key is told apart from a learner who is new here.
    auto written = write_capsule(Capsule{});
    if (!written) {
      signed_in.reset();
      return tl::unexpected(std::move(written).error());
    }
  }
  return signed_in->capsule;
}

Result<Capsule> Writer::sign_in(const LearnerId& learner, const SecretKey& capsule_key) {
  state_->signed_in.reset();
  TRY_ASSIGN(CapsuleStore capsules, CapsuleStore::open(state_->database(), learner, capsule_key));
  TRY_ASSIGN(Capsule capsule, state_->open_capsule(std::move(capsules)));
  state_->signed_in->learner_index = learner_index(learner);
  return capsule;
}

Result<Capsule> Writer::sign_in_afresh(const LearnerId& learner, const SecretKey& capsule_key) {
  state_->signed_in.reset();
  TRY_ASSIGN(CapsuleStore capsules, CapsuleStore::open(state_->database(), learner, capsule_key));
  {
    TRY_ASSIGN(Transaction transaction, Transaction::begin(state_->database()));
    TRY_DONE(capsules.drop(state_->database()));
    TRY_DONE(transaction.commit());
  }
  return sign_in(learner, capsule_key);
}

Done Writer::State::write_capsule(Capsule capsule) {
  capsule.vector_number = signed_in->capsule.vector_number + 1;
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database()));
  TRY_DONE(signed_in->store.write_whole(database(), capsule));
  TRY_DONE(transaction.commit());
  signed_in->capsule = std::move(capsule);
  return {};
}

Done Writer::rewrite_capsule(const Capsule& capsule) {
  if (!state_->signed_in) return fail(ErrorCode::NotAllowed, "capsule", "nobody is signed in");
  return state_->write_capsule(capsule);
}

Done Writer::keep_settings(std::map<std::string, std::string> settings) {
  if (!state_->signed_in) return fail(ErrorCode::NotAllowed, "capsule", "nobody is signed in");
  Capsule capsule = state_->signed_in->capsule;
  capsule.settings = std::move(settings);
  return state_->write_capsule(std::move(capsule));
}

// Before any of them is encrypted: an event that cannot be written uses up no sequence.
Result<std::vector<Bytes>> Writer::State::encode_all(std::span<const measure::Event> events) const {
  std::vector<Bytes> plain;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events[i].sequence != next_sequence + i) {
      return fail(ErrorCode::OurBug, "journal", "an event does not carry the next sequence");
    }
    TRY_ASSIGN(Bytes bytes, measure::encode_event(events[i]));
    plain.push_back(std::move(bytes));
  }
  return plain;
}

std::vector<Row> Writer::State::seal_all(std::span<const measure::Event> events, const std::vector<Bytes>& plain,
                                         Hash after) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < events.size(); ++i) {
    next_sequence = events[i].sequence + 1;
    rows.push_back(seal_row(event_key, device, header.epoch, events[i].sequence, plain[i], after));
    after = rows.back().chain;
  }
  return rows;
}

std::vector<Row> Writer::State::skip_rows() const {
  std::vector<Row> rows;
  Hash after = chain;
  for (const std::uint64_t sequence : to_skip) {
    rows.push_back(make_skip(device_key, header.epoch, sequence, after));
    after = rows.back().chain;
  }
  return rows;
}

std::vector<measure::EventRecord> Writer::State::of_signed_in(std::span<const measure::Event> events) const {
  std::vector<measure::EventRecord> records;
  if (!signed_in) return records;
  for (const measure::Event& event : events) {
    if (event.learner_index == signed_in->learner_index) records.push_back({device, header.epoch, event});
  }
  return records;
}

Done Writer::State::commit_rows(const std::vector<Row>& skips, const std::vector<Row>& rows,
                                const std::vector<measure::EventRecord>& records,
                                std::span<const measure::Event> events) {
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database()));
  TRY_ASSIGN(Statement insert, row_inserter());
  for (const Row& row : skips) TRY_DONE(insert_row(insert, row));
  for (const Row& row : rows) TRY_DONE(insert_row(insert, row));
  for (const measure::Event& event : events)
    if (measure::is_urgent(event.body)) TRY_DONE(note_urgent(database(), {header.epoch, event.sequence}));
  if (!records.empty()) {
    TRY_DONE(signed_in->store.write_delta(database(), signed_in->capsule.vector_number + 1, records));
  }
  return transaction.commit();
}

void Writer::State::take_over(std::span<const measure::Event> events, const std::vector<Row>& rows,
                              const std::vector<measure::EventRecord>& records) {
  to_skip.clear();
  chain = rows.back().chain;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    open_events.push_back({events[i], rows[i].sealed.size(), rows[i].chain});
  }
  if (!records.empty()) {
    signed_in->capsule.vector_number += 1;
    add_to_tail(signed_in->capsule, records);
  }
  // The witness is a second opinion: what is durable stays durable when it cannot be written.
  (void)witness.write({header.epoch, rows.back().sequence, chain});
}

Done Writer::append(std::span<const measure::Event> events) {
  if (events.empty()) return {};
  State& state = *state_;
  TRY_ASSIGN(std::vector<Bytes> plain, state.encode_all(events));
  const std::vector<Row> skips = state.skip_rows();
  const std::vector<Row> rows = state.seal_all(events, plain, skips.empty() ? state.chain : skips.back().chain);
  for (Bytes& bytes : plain) wipe(bytes);
  const auto records = state.of_signed_in(events);
  auto committed = state.commit_rows(skips, rows, records, events);
  if (!committed) {
    for (const Row& row : rows) state.to_skip.push_back(row.sequence);
    return committed;
  }
  state.take_over(events, rows, records);
  // The events are durable whatever becomes of the segment; the next seal tries again.
  if (state.open_events.size() >= limits::seal_after_events || has_urgent(events)) (void)seal();
  return {};
}

Done Writer::State::write_pending_skips() {
  if (to_skip.empty()) return {};
  const std::vector<Row> skips = skip_rows();
  TRY_DONE(commit_rows(skips, {}, {}, {}));
  chain = skips.back().chain;
  to_skip.clear();
  return {};
}

// What is urgent gets a segment of its own, which travels before older ones.
std::vector<measure::Event> Writer::State::next_to_seal() const {
  std::vector<measure::Event> events;
  std::size_t size = 0;
  for (const OpenEvent& open : open_events) {
    size += open.size;
    if (!events.empty() && (measure::is_urgent(open.event.body) || measure::is_urgent(events.back().body))) break;
    if (events.size() == limits::segment_events_max || size > segment_rows_bytes_max) break;
    events.push_back(open.event);
  }
  return events;
}

// In one transaction: the segment is there, the rows and the segments that went into it are not.
Done Writer::State::commit_segment(const Segment& segment, std::size_t events, std::span<const Segment> joined) {
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database()));
  for (const Segment& each : joined) {
    TRY_ASSIGN(Statement remove, database().prepare("DELETE FROM segments WHERE epoch=? AND number=? AND stored=0"));
    TRY_DONE(remove.bind(1, each.epoch).bind(2, std::uint64_t{each.number}).run());
    TRY_ASSIGN(const std::uint64_t removed, database().number("SELECT changes()"));
    if (removed != 1) return fail(ErrorCode::Busy, "journal", "the school has a segment by now; it stays as it is");
  }
  TRY_ASSIGN(Statement insert, database().prepare("INSERT INTO segments(epoch, number, first_sequence, last_sequence, "
                                                  "events, segment) VALUES(?,?,?,?,?,?)"));
  insert.bind(1, segment.epoch).bind(2, std::uint64_t{segment.number}).bind(3, segment.first_sequence);
  TRY_DONE(insert.bind(4, segment.last_sequence).bind(5, std::uint64_t{events}).bind(6, encode(segment)).run());
  TRY_ASSIGN(Statement remove,
             database().prepare("DELETE FROM rows WHERE epoch=? AND skipped=0 AND sequence BETWEEN ? AND ?"));
  TRY_DONE(remove.bind(1, segment.epoch).bind(2, segment.first_sequence).bind(3, segment.last_sequence).run());
  TRY_ASSIGN(Statement anchor, database().prepare("UPDATE epochs SET anchor_sequence=?, anchor_chain=? WHERE epoch=?"));
  TRY_DONE(anchor.bind(1, segment.last_sequence).bind(2, segment.chain_end.view()).bind(3, segment.epoch).run());
  return transaction.commit();
}

Done Writer::State::seal_after(JoinableSegments before, const std::vector<measure::Event>& events) {
  before.events.insert(before.events.end(), events.begin(), events.end());
  Segment segment;
  segment.epoch = header.epoch;
  segment.number = next_segment++;
  segment.chain_end = open_events[events.size() - 1].chain;
  TRY_ASSIGN(segment, seal_segment(segment_key, device, segment, before.events));
  TRY_DONE(commit_segment(segment, before.events.size(), before.segments));
  open_events.erase(open_events.begin(), open_events.begin() + static_cast<std::ptrdiff_t>(events.size()));
  return {};
}

Done Writer::State::seal_one_segment() {
  const std::vector<measure::Event> events = next_to_seal();
  if (has_urgent(events)) return seal_after({}, events);
  Result<JoinableSegments> before = find_joinable(database(), segment_key, device, header.epoch, events.size());
  // Joining saves bytes, and is not worth a failure.
  if (before && !before->segments.empty() && seal_after(std::move(*before), events)) return {};
  return seal_after({}, events);
}

Done Writer::seal() {
  TRY_DONE(state_->write_pending_skips());
  if (state_->open_events.empty()) return {};
  while (!state_->open_events.empty()) TRY_DONE(state_->seal_one_segment());
  return state_->witness.flush();
}

Done Writer::sign_out() {
  Done compacted;
  if (state_->signed_in) compacted = state_->write_capsule(state_->signed_in->capsule);
  // The key goes even when the disk refuses: the deltas hold everything that the whole state would.
  state_->signed_in.reset();
  TRY_DONE(seal());
  return compacted;
}

}  // namespace hornbook::journal
