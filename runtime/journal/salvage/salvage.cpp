#include "runtime/journal/salvage/salvage.hpp"

#include <algorithm>
#include <array>

#include "runtime/journal/salvage/file_pages.hpp"
#include "runtime/journal/salvage/salvaged_records.hpp"
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {
namespace {

using std::filesystem::path;

// The new journal while it is made, and when it is complete: from then on it is the one that counts.
constexpr auto unfinished_name = "journal.mending.sqlite";
constexpr auto complete_name = "journal.mended.sqlite";
constexpr auto journal_name = "journal.sqlite";
constexpr auto damaged_name = "journal.damaged.sqlite";
constexpr std::array log_endings = {"-wal", "-shm"};

tl::unexpected<Error> refused() {
  return fail(ErrorCode::StorageFailure, "journal", "it is damaged, and the disk refused to write what is left of it");
}

path with(const path& file, const char* ending) { return file.string() + ending; }

Done remove_with_logs(const path& file) {
  std::error_code error;
  for (const char* ending : {"", "-wal", "-shm"}) {
    std::filesystem::remove(with(file, ending), error);
    if (error) return refused();
  }
  return {};
}

// Headers that stand in the copies alone come back; where their rows begin, the segments say.
Done restore_headers(Database& fresh) {
  return fresh.run(
      "INSERT INTO epochs(epoch, header, anchor_sequence, anchor_chain) SELECT epoch, header, "
      "(SELECT coalesce(max(last_sequence), 0) FROM segments WHERE segments.epoch=header_copies.epoch), zeroblob(32) "
      "FROM header_copies WHERE epoch NOT IN (SELECT epoch FROM epochs);"
      "INSERT INTO header_copies SELECT epoch, header FROM epochs WHERE epoch NOT IN (SELECT epoch FROM "
      "header_copies)");
}

// What headers repeat of the facts, for facts that shared the damaged page.
Done restore_facts(Database& fresh) {
  std::map<std::string_view, std::uint64_t> known;
  TRY_ASSIGN(Statement query, fresh.prepare("SELECT header FROM epochs"));
  for (;;) {
    TRY_ASSIGN(const bool found, query.step());
    if (!found) break;
    TRY_ASSIGN(const EpochHeader header, decode_epoch_header(query.blob(0)));
    const auto take = [&](std::string_view name, std::uint64_t value) { known[name] = std::max(known[name], value); };
    take(fact::boot_counter, header.boot_counter);
    take(fact::server_generation, header.server_generation);
    take(fact::last_contact_ms, static_cast<std::uint64_t>(std::max<UnixMs>(header.time_floor_ms, 0)));
  }
  for (const auto& [name, value] : known) {
    TRY_ASSIGN(const std::uint64_t here, read_fact(fresh, name));
    if (here < value) TRY_DONE(write_fact(fresh, name, value));
  }
  return {};
}

Done make_new_journal(const path& damaged, const path& unfinished) {
  TRY_ASSIGN(const FilePages pages, FilePages::open(damaged));
  TRY_ASSIGN(Database fresh, Database::open(unfinished));
  TRY_DONE(prepare_tables(fresh));
  {
    TRY_ASSIGN(Transaction transaction, Transaction::begin(fresh));
    TRY_DONE(put_records(fresh, pages.count(), [&](std::uint32_t number) { return pages.page(number); }));
    TRY_DONE(restore_headers(fresh));
    TRY_DONE(restore_facts(fresh));
    TRY_ASSIGN(const std::uint64_t before, read_fact(fresh, fact::times_mended));
    TRY_DONE(write_fact(fresh, fact::times_mended, before + 1));
    TRY_DONE(transaction.commit());
  }
  // One file, flushed, with no log beside it.
  return fresh.run("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE");
}

// Repeats nothing that is done already, so that a power cut in it is followed by the rest.
Done put_in_place(const path& folder) {
  std::error_code error;
  if (!std::filesystem::exists(folder / complete_name, error)) return {};
  const path journal = folder / journal_name;
  const path damaged = folder / damaged_name;
  if (std::filesystem::exists(journal, error)) {
    TRY_DONE(remove_with_logs(damaged));
    for (const char* ending : log_endings) {
      if (!std::filesystem::exists(with(journal, ending), error)) continue;
      std::filesystem::rename(with(journal, ending), with(damaged, ending), error);
      if (error) return refused();
    }
    std::filesystem::rename(journal, damaged, error);
    if (error) return refused();
  }
  std::filesystem::rename(folder / complete_name, journal, error);
  if (error) return refused();
  return flush_folder(folder);
}

Done mend(const path& folder) {
  TRY_DONE(remove_with_logs(folder / unfinished_name));
  TRY_DONE(make_new_journal(folder / journal_name, folder / unfinished_name));
  std::error_code error;
  std::filesystem::rename(folder / unfinished_name, folder / complete_name, error);
  if (error) return refused();
  TRY_DONE(flush_folder(folder));
  return put_in_place(folder);
}

// False when SQLite says that the file's structure is damaged; an error when the disk does not let it look.
Result<bool> is_whole(const Database& database) {
  const auto looked = [&]() -> Result<bool> {
    TRY_ASSIGN(Statement query, database.prepare("PRAGMA integrity_check(1)"));
    TRY_ASSIGN(const bool found, query.step());
    if (!found || as_text(query.blob(0)) != "ok") return false;
    return has_our_tables(database);
  }();
  if (!looked && looked.error().code == ErrorCode::Corrupt) return false;
  return looked;
}

// nullopt when the file is damaged; it is closed again then.
Result<std::optional<Store>> open_if_whole(const path& folder) {
  Result<Store> store = Store::open(folder);
  if (!store && store.error().code == ErrorCode::Corrupt) return std::optional<Store>();
  if (!store) return tl::unexpected(std::move(store).error());
  TRY_ASSIGN(const bool whole, is_whole(store->connection().database));
  return whole ? std::optional<Store>(std::move(*store)) : std::nullopt;
}

bool is_this_devices(ByteView bytes, const DeviceIdentity& identity) {
  const auto header = decode_epoch_header(bytes);
  return header && signed_by(*header, identity.key.verify_key());
}

// Of a header and its copy, whichever this device signed stands in both places.
Done mend_headers(Database& database, const DeviceIdentity& identity) {
  TRY_ASSIGN(Statement query,
             database.prepare("SELECT epoch, epochs.header, header_copies.header FROM epochs JOIN header_copies "
                              "USING(epoch) WHERE epochs.header<>header_copies.header"));
  std::map<std::uint64_t, Bytes> good;
  for (;;) {
    TRY_ASSIGN(const bool found, query.step());
    if (!found) break;
    for (const int column : {1, 2})
      if (is_this_devices(query.blob(column), identity)) good.try_emplace(query.number(0), query.blob(column));
  }
  for (const auto& [epoch, header] : good) {
    for (const char* update :
         {"UPDATE epochs SET header=?2 WHERE epoch=?1", "UPDATE header_copies SET header=?2 WHERE epoch=?1"}) {
      TRY_ASSIGN(Statement statement, database.prepare(update));
      TRY_DONE(statement.bind(1, epoch).bind(2, header).run());
    }
  }
  return {};
}

}  // namespace

Result<Store> open_mended(const path& data_directory, const DeviceIdentity& identity,
                          [[maybe_unused]] const StationLock& lock) {
  TRY_DONE(put_in_place(data_directory));
  TRY_ASSIGN(std::optional<Store> store, open_if_whole(data_directory));
  if (!store) {
    TRY_DONE(mend(data_directory));
    TRY_ASSIGN(store, Store::open(data_directory));
  }
  TRY_DONE(mend_headers(store->connection().database, identity));
  return std::move(*store);
}

Result<Store> open_beside_station(const path& data_directory, const DeviceIdentity& identity) {
  std::error_code error;
  if (!std::filesystem::exists(data_directory / complete_name, error)) {
    TRY_ASSIGN(std::optional<Store> store, open_if_whole(data_directory));
    if (store) return std::move(*store);
  }
  const auto lock = StationLock::take(data_directory);
  if (lock) return open_mended(data_directory, identity, *lock);
  return fail(lock.error().code, "journal", "it is damaged and a station runs; close the station and start it again");
}

}  // namespace hornbook::journal
