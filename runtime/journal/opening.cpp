#include "runtime/journal/opening.hpp"

#include <algorithm>

namespace hornbook::journal {
namespace {

// Grows when the boot differs from the last one seen. Only a hash of the machine's boot id is kept.
Result<std::uint64_t> count_boot(Database& database, std::string_view boot_id) {
  constexpr std::string_view last_boot = "last boot";
  const Hash digest = hash(as_bytes(boot_id));
  std::uint64_t mark = 0;
  for (std::size_t i = 0; i < sizeof mark; ++i) mark |= std::uint64_t{digest.bytes[i]} << (8 * i);
  TRY_ASSIGN(const std::uint64_t counter, read_fact(database, fact::boot_counter));
  TRY_ASSIGN(const std::uint64_t seen, read_fact(database, last_boot));
  if (counter > 0 && !boot_id.empty() && seen == mark) return counter;
  TRY_DONE(write_fact(database, last_boot, mark));
  TRY_DONE(write_fact(database, fact::boot_counter, counter + 1));
  return counter + 1;
}

// The end of the journal as far as anything here knows it; counts a loss when the witness knows more than the store.
Result<Position> last_position(Database& database, const std::optional<Position>& witnessed) {
  // Events whose header a damaged file lost are of an epoch that was, too.
  TRY_ASSIGN(const std::uint64_t newest,
             database.number("SELECT max(epoch) FROM (SELECT max(epoch) AS epoch FROM epochs UNION ALL "
                             "SELECT max(epoch) FROM rows UNION ALL SELECT max(epoch) FROM segments)"));
  TRY_ASSIGN(const auto stored, end_of_epoch(database, newest));
  Position last = stored.value_or(Position{newest, 0, Hash{}});
  if (!witnessed || witnessed->epoch < last.epoch) return last;
  const bool store_is_behind = witnessed->epoch > last.epoch || witnessed->sequence > last.sequence;
  if (!store_is_behind) return last;
  TRY_ASSIGN(const std::uint64_t lost, read_fact(database, fact::commits_lost));
  TRY_DONE(write_fact(database, fact::commits_lost, lost + 1));
  return *witnessed;
}

Result<Hash> hash_of_header(const Database& database, std::uint64_t epoch) {
  TRY_ASSIGN(Statement query, database.prepare("SELECT header FROM epochs WHERE epoch=?"));
  TRY_ASSIGN(const bool found, query.bind(1, epoch).step());
  return found ? hash(query.blob(0)) : Hash{};
}

}  // namespace

Result<EpochHeader> open_next_epoch(Database& database, const DeviceIdentity& identity, const SecretKey& epoch_key,
                                    const TimeEstimate& time, std::string_view boot_id,
                                    const std::optional<Position>& witnessed) {
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
  TRY_ASSIGN(const Position last, last_position(database, witnessed));
  EpochHeader header;
  header.device = identity.id();
  header.epoch = last.epoch + 1;
  TRY_ASSIGN(header.boot_counter, count_boot(database, boot_id));
  TRY_ASSIGN(header.previous_header, hash_of_header(database, last.epoch));
  header.previous_last_sequence = last.sequence;
  TRY_ASSIGN(header.server_generation, read_fact(database, fact::server_generation));
  header.time = time;
  TRY_ASSIGN(const std::uint64_t contact, read_fact(database, fact::last_contact_ms));
  header.time_floor_ms = static_cast<UnixMs>(contact);
  header.ingest_key = hash(identity.school.ingest.view());
  header.sealed_key = seal_to(identity.school.ingest, epoch_key.view());
  sign(header, identity.key);
  TRY_ASSIGN(Statement insert, database.prepare("INSERT INTO epochs(epoch, header, anchor_chain) VALUES(?,?,?)"));
  TRY_DONE(insert.bind(1, header.epoch).bind(2, encode(header)).bind(3, hash_of(header).view()).run());
  TRY_ASSIGN(Statement copy, database.prepare("INSERT INTO header_copies VALUES(?,?)"));
  TRY_DONE(copy.bind(1, header.epoch).bind(2, encode(header)).run());
  TRY_DONE(transaction.commit());
  return header;
}

}  // namespace hornbook::journal
