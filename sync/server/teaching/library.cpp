#include "sync/server/teaching/library.hpp"

#include <algorithm>

#include "sync/server/school/publication.hpp"

namespace hornbook::server {
namespace {

constexpr std::int64_t replaced = 2;  // in pack.revoked; 1: revoked

// The publishers of all packs together; one threshold holds for the school.
Result<pack::Trust> join_trust(School& school, const pack::Trust& added) {
  TRY_ASSIGN(pack::Trust trust, school.pack_trust());
  if (trust.publishers.empty()) return added;
  if (trust.threshold != added.threshold)
    return fail(ErrorCode::NotAllowed, "pack",
                "its root asks for another number of signatures than the school's packs");
  for (const VerifyKey& key : added.publishers)
    if (std::find(trust.publishers.begin(), trust.publishers.end(), key) == trust.publishers.end())
      trust.publishers.push_back(key);
  return trust;
}

Done put_in_place_of(Database& database, const Hash& earlier, const Hash& added) {
  TRY_DONE(database.run("UPDATE pack SET revoked = ? WHERE hash = ?", replaced, earlier));
  TRY_DONE(database.run("UPDATE replaced_pack SET by = ? WHERE by = ?", added, earlier));
  return database.run(
      "INSERT INTO replaced_pack (pack, by) VALUES (?, ?) ON CONFLICT (pack) DO UPDATE SET by = excluded.by", earlier,
      added);
}

// The pack takes the place of those of the same name: a device teaches one version of it, and keeps the one before in
// case that the new one does not open there.
Done replace_earlier(School& school, const pack::PackStore& store, const pack::Trust& trust, const Hash& added) {
  TRY_ASSIGN(const pack::Pack pack, store.load(added, trust));
  TRY_ASSIGN(const std::vector<Hash> in_use, packs_in_use(school));
  TRY_DONE(school.database().run("DELETE FROM replaced_pack WHERE pack = ?", added));
  for (const Hash& other : in_use) {
    if (other == added) continue;
    const auto earlier = store.load(other, trust);
    if (!earlier || earlier->name() != pack.name()) continue;
    TRY_DONE(put_in_place_of(school.database(), other, added));
  }
  return {};
}

}  // namespace

Done Library::refresh(School& school) {
  TRY_ASSIGN(const pack::PackStore store, pack::PackStore::open(school.packs_directory()));
  TRY_ASSIGN(const pack::Trust trust, school.pack_trust());
  TRY_ASSIGN(Statement row, school.database().query("SELECT hash FROM pack"));
  damaged_ = 0;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return {};
    TRY_ASSIGN(const Hash hash, row.id<Hash>(0));
    if (packs_.contains(hash)) continue;
    auto pack = store.load(hash, trust);
    if (!pack) {
      ++damaged_;
      continue;
    }
    curricula_[hash] = pack->curriculum();
    packs_.emplace(hash, std::move(*pack));
  }
}

Result<Hash> add_pack(School& school, const std::filesystem::path& file, const pack::Trust& trust, UnixMs now_ms) {
  TRY_ASSIGN(pack::PackStore store, pack::PackStore::open(school.packs_directory()));
  TRY_ASSIGN(const pack::Trust joined, join_trust(school, trust));
  TRY_ASSIGN(const Hash hash, store.install_file(file, trust));
  std::error_code ignored;
  const std::uintmax_t bytes = std::filesystem::file_size(file, ignored);
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_DONE(school.put_pack_trust(joined));
  TRY_DONE(school.database().run(
      "INSERT INTO pack (hash, added_ms, bytes) VALUES (?, ?, ?) ON CONFLICT (hash) DO UPDATE SET revoked = 0", hash,
      now_ms, ignored ? 0 : bytes));
  TRY_DONE(replace_earlier(school, store, trust, hash));
  TRY_DONE(school.database().run("DELETE FROM state"));
  TRY_DONE(transaction.commit());
  TRY_DONE(publish_when_due(school, now_ms));
  return hash;
}

Done revoke_pack(School& school, const Hash& pack, UnixMs now_ms) {
  TRY_DONE(school.database().run("UPDATE pack SET revoked = 1 WHERE hash = ?", pack));
  if (school.database().changed() == 0) return fail(ErrorCode::NotFound, "pack", "the school has no such pack");
  TRY_DONE(publish_when_due(school, now_ms));
  return {};
}

Result<std::vector<SchoolPack>> list_packs(School& school) {
  Library library;
  TRY_DONE(library.refresh(school));
  TRY_ASSIGN(Statement row, school.database().query("SELECT hash, revoked, bytes FROM pack ORDER BY added_ms, hash"));
  std::vector<SchoolPack> packs;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return packs;
    SchoolPack pack;
    TRY_ASSIGN(pack.hash, row.id<Hash>(0));
    pack.revoked = row.integer(1) != 0;
    pack.replaced = row.integer(1) == replaced;
    pack.bytes = row.number(2);
    if (const auto open = library.packs().find(pack.hash); open != library.packs().end()) {
      pack.name = open->second.name();
      pack.version = open->second.version();
    }
    packs.push_back(std::move(pack));
  }
}

}  // namespace hornbook::server
