// The journal's file: DIR/journal.sqlite (WAL, synchronous=FULL). This is the carrier's view: it stores, lists and
// drops sealed things and can read none of them. hornbookctl uses it beside a running station. Tables: FORMAT.md.
// Thread rule: one object per thread.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/journal/acknowledgement.hpp"
#include "runtime/journal/badge_slot.hpp"
#include "runtime/journal/class_lease.hpp"
#include "runtime/journal/device_identity.hpp"
#include "runtime/journal/epoch.hpp"

struct sqlite3;

namespace hornbook::journal {

struct JournalStatus {
  std::uint64_t events_stored = 0;        // rows and sealed events that are on the device, skips not counted
  std::uint64_t events_unsent = 0;        // not yet acknowledged as stored
  std::uint64_t events_refused = 0;       // sent often enough, and the school cannot open them; kept, not sent again
  std::uint64_t events_acknowledged = 0;  // acknowledged over the device's life
  std::uint64_t epochs = 0;
  std::uint64_t segments = 0;
  UnixMs last_contact_ms = 0;  // signed time of the last acknowledgement; 0 for never
  std::uint64_t server_generation = 0;
  std::uint64_t commits_lost = 0;  // times that the disk had lost what it once confirmed
  std::uint64_t times_mended = 0;  // times that the file was damaged, and what could be read put into a new one
};

// Name of the setting (see Store::setting) that holds the school's grace time: a u64 in milliseconds, little-endian.
// What is stored for this long, by the school's own signed times, may be deleted without a backup. Absent or 0: never.
inline constexpr std::string_view deletion_grace_setting = "deletion grace ms";

// What has become of an urgent event.
enum class UrgentStanding : std::uint8_t {
  Unknown,  // nothing of it is here, or not any more
  Waits,    // for a contact with the school
  Arrived,  // the school has it
  Seen,     // and a person there has seen it
};

// Where one is in sending order: what is urgent first, then the rest, each by epoch and sequence. What is urgent and
// new stands behind all that was urgent before it, and still goes next.
struct OutgoingPlace {
  std::uint64_t epoch = 0;
  std::uint64_t sequence = 0;
  UrgentPlace urgent = {};
};

// What waits to be carried, in sending order; sizes add up to at most the budget (at least one piece when any waits).
struct Outgoing {
  std::vector<EpochHeader> headers;  // of every epoch that the school has not acknowledged yet, also of empty ones
  std::vector<Segment> segments;     // in sending order, with the rows
  std::vector<Row> rows;             // of closed or crashed epochs only: the running station's rows wait for its seal
  bool more = false;
  OutgoingPlace next;  // where to go on when there is more
};

class Store {
 public:
  // StorageFailure when the disk refuses, Corrupt when it is damaged, BadInput when it is no journal. Waits up to five
  // seconds for another program.
  [[nodiscard]] static Result<Store> open(const std::filesystem::path& data_directory);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Carrying
  // Rows of the newest epoch are left alone while a station holds the station lock: it will seal them.
  // `from`: leaves out what stands before it, for a carrier that takes more than one bundle and brings no answer yet.
  [[nodiscard]] Result<Outgoing> outgoing(std::uint64_t bytes_budget, const OutgoingPlace& from = {}) const;
  // NotAllowed when the signature is not the school's or it names another device. Deletes what is backed up (or,
  // without a backup, stored longer than the school's grace time) and marks the rest. What lies in a gap that it names
  // stays here; what was sent, too (something behind it that is not urgent has arrived), is set aside after
  // limits::refused_sends_max acknowledgements and not sent any more. Older or repeated ones change nothing.
  [[nodiscard]] Done apply(const Acknowledgement& acknowledgement, const VerifyKey& school);
  // What has become of an urgent event of this device.
  [[nodiscard]] Result<UrgentStanding> standing_of(const UrgentPlace& place) const;
  // Of these a person at the school has seen what they say; places that are not here change nothing.
  [[nodiscard]] Done mark_seen(const std::vector<UrgentPlace>& places);
  [[nodiscard]] Result<JournalStatus> status() const;
  // The latest time that the school has signed; 0 for none. No true time lies before it, as far as the school's clock
  // was right: a later acknowledgement of new events takes back what a wrong one said.
  [[nodiscard]] Result<UnixMs> latest_signed_ms() const;
  // Chain, signatures and structure; what is damaged, in words. Empty when all is well.
  [[nodiscard]] Result<std::vector<std::string>> verify(const DeviceIdentity& identity) const;

  // Sealed things from the school
  // Keeps the lease when its generation is greater than the one here. A lease of generation 0 with no roster revokes:
  // the class's lease is dropped, and none of its generation or an older one comes back.
  [[nodiscard]] Done put_lease(const ClassLease& lease);
  [[nodiscard]] Result<std::vector<ClassLease>> leases() const;
  // A lease that change_passphrase() made of the one here, in its place. What the school sends keeps the new passphrase
  // as long as its class key is still wrapped as it was before: with another one, the school's new passphrase holds.
  // NotFound when the class's lease here is none or of another generation.
  [[nodiscard]] Done put_changed_passphrase(const ClassLease& changed);
  // Of the class's lease; nothing when there is none or it was revoked.
  [[nodiscard]] Result<std::optional<std::uint64_t>> lease_generation(std::uint32_t class_number) const;
  // The badges that are good here, in place of those before: one that is not among them opens nothing any more.
  [[nodiscard]] Done put_badges(const std::vector<BadgeSlot>& slots);
  [[nodiscard]] Result<std::optional<BadgeSlot>> badge(const BadgeAddress& address) const;
  // mark_of() all of them, without reading what is sealed; nothing when there are none.
  [[nodiscard]] Result<std::optional<BadgesMark>> badges_mark() const;
  // A base for one learner, sealed by the server under the learner's capsule key (seal_random, associated data: learner
  // id); waits here until the learner signs in. A newer one replaces an older one. That it was brought is remembered
  // by its hash, under a name that says nothing of the learner.
  [[nodiscard]] Done park_base(const LearnerId& learner, ByteView sealed);
  [[nodiscard]] Result<std::optional<Bytes>> parked_base(const LearnerId& learner) const;
  [[nodiscard]] Done drop_parked_base(const LearnerId& learner);
  // Hashes of the sealed bases that were parked last, one a learner, adopted or not; at most
  // limits::cursor_entries_max.
  [[nodiscard]] Result<std::vector<Hash>> brought_bases() const;
  // Parameters and the list of assigned packs, as the school signed them.
  [[nodiscard]] Done put_setting(std::string_view name, ByteView value);
  [[nodiscard]] Result<std::optional<Bytes>> setting(std::string_view name) const;

  struct Connection;
  [[nodiscard]] Connection& connection() { return *connection_; }  // for runtime/journal alone
  [[nodiscard]] sqlite3* handle() const;                           // for runtime/journal and its tests alone

 private:
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace hornbook::journal
