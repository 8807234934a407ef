#include "sync/server/school/index_deltas.hpp"

#include <algorithm>

#include "runtime/pack/durable_file.hpp"
#include "runtime/pack/index_delta.hpp"
#include "runtime/pack/pack.hpp"

namespace hornbook::server {
namespace {

namespace fs = std::filesystem;

// The latest first.
Result<std::vector<Hash>> versions_before(School& school, const Hash& pack) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT replaced_pack.pack FROM replaced_pack "
                                                    "JOIN pack ON pack.hash = replaced_pack.pack "
                                                    "WHERE replaced_pack.by = ? "
                                                    "ORDER BY pack.added_ms DESC, pack.hash LIMIT ?",
                                                    pack, index_deltas_of_a_pack_max));
  std::vector<Hash> versions;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return versions;
    TRY_ASSIGN(const Hash hash, row.id<Hash>(0));
    versions.push_back(hash);
  }
}

// None where it would be no shorter than the index.
Done write_missing(const pack::PackStore& store, const fs::path& file, const Hash& later, const Hash& earlier) {
  std::error_code ignored;
  if (fs::exists(file, ignored)) return {};
  const auto from = store.signed_index(earlier);
  const auto to = store.signed_index(later);
  if (!from || !to) return {};
  const auto delta = pack::make_index_delta(*from, *to);
  if (!delta || delta->size() >= to->size()) return {};
  return pack::write_file_durably(file, *delta);
}

}  // namespace

fs::path index_deltas_directory(const School& school) { return school.delivery_directory() / "deltas"; }

Done bring_index_deltas_up_to_date(School& school, const std::vector<Hash>& in_use) {
  const fs::path directory = index_deltas_directory(school);
  TRY_DONE(pack::make_folder_durably(directory));
  TRY_ASSIGN(const pack::PackStore store, pack::PackStore::open(school.packs_directory()));
  std::vector<std::string> wanted;
  for (const Hash& later : in_use) {
    TRY_ASSIGN(const std::vector<Hash> versions, versions_before(school, later));
    for (const Hash& earlier : versions) {
      wanted.push_back(to_hex(later.view()) + "." + to_hex(earlier.view()));
      TRY_DONE(write_missing(store, directory / wanted.back(), later, earlier));
    }
  }
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(directory, ignored))
    if (std::find(wanted.begin(), wanted.end(), entry.path().filename().string()) == wanted.end())
      fs::remove(entry.path(), ignored);
  return {};
}

}  // namespace hornbook::server
