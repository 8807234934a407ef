#include "sync/server/school/publication.hpp"

#include <algorithm>
#include <array>

#include "runtime/pack/durable_file.hpp"
#include "sync/delivery/delivery_limits.hpp"
#include "sync/delivery/repository.hpp"
#include "sync/server/school/index_deltas.hpp"

namespace hornbook::server {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view root_key_setting = "delivery_root_key";
constexpr std::string_view publishing_key_setting = "delivery_key";
constexpr std::string_view published_generation_setting = "delivery_generation";
constexpr std::int64_t year_ms = 365ll * 24 * 60 * 60'000;
constexpr std::int64_t root_valid_ms = 5 * year_ms;

fs::path first_root_file(const School& school) { return school.delivery_directory() / "metadata" / "1.root.json"; }

Result<SigningKey> key_called(School& school, std::string_view name) {
  TRY_ASSIGN(const auto kept, school.setting(name));
  if (!kept) {
    SigningKey made = SigningKey::generate();
    const Bytes sealed = school.vault().seal(name, made.seed().view());
    TRY_DONE(school.put_setting(name, as_text(sealed)));
    return made;
  }
  TRY_ASSIGN(Bytes plain, school.vault().open_sealed(name, as_bytes(*kept)));
  auto seed = SecretKey::from_bytes(plain);
  wipe(plain);
  if (!seed) return tl::unexpected(seed.error());
  return SigningKey::from_seed(*seed);
}

struct DeliveryKeys {
  std::array<SigningKey, 1> root;
  std::array<SigningKey, 1> publishing;
};

// Made and kept before anything is signed with them.
Result<DeliveryKeys> delivery_keys(School& school) {
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_ASSIGN(SigningKey root, key_called(school, root_key_setting));
  TRY_ASSIGN(SigningKey publishing, key_called(school, publishing_key_setting));
  TRY_DONE(transaction.commit());
  return DeliveryKeys{{std::move(root)}, {std::move(publishing)}};
}

// What lies there without a first root was begun before a power cut, and nobody has been told of it.
Result<delivery::Repository> open_or_make(School& school, const DeliveryKeys& keys, UnixMs now_ms) {
  auto repository = delivery::Repository::open(school.delivery_directory());
  if (repository || repository.error().code != ErrorCode::NotFound) return repository;
  std::error_code ignored;
  fs::remove_all(school.delivery_directory(), ignored);
  return delivery::Repository::create(school.delivery_directory(), {keys.root, 1}, now_ms + root_valid_ms,
                                      {keys.publishing, 1}, now_ms + publication_valid_ms);
}

// True when the packs in use are others than those that were published.
Result<bool> bring_up_to_date(School& school, delivery::Repository& repository) {
  TRY_ASSIGN(const std::vector<std::string> listed, repository.paths());
  TRY_ASSIGN(const std::vector<Hash> wanted, packs_in_use(school));
  TRY_ASSIGN(const pack::PackStore store, pack::PackStore::open(school.packs_directory()));
  std::vector<std::string> paths;
  for (const Hash& pack : wanted) paths.push_back(target_of(pack));
  bool changed = false;
  for (const std::string& path : listed) {
    if (std::find(paths.begin(), paths.end(), path) != paths.end()) continue;
    TRY_DONE(repository.remove(path));
    changed = true;
  }
  for (const Hash& pack : wanted) {
    if (std::find(listed.begin(), listed.end(), target_of(pack)) != listed.end()) continue;
    const auto index = store.signed_index(pack);
    if (!index) continue;  // it is damaged here (packs list says so), and the others go on
    TRY_DONE(repository.add(target_of(pack), *index));
    changed = true;
  }
  TRY_DONE(bring_index_deltas_up_to_date(school, wanted));
  return changed;
}

// With a clock that was set back, the last publication seems good for longer than any is.
bool is_due(UnixMs expires, UnixMs now_ms) {
  return expires - now_ms <= publication_valid_ms - publication_renewed_after_ms;
}

Result<bool> is_restored(School& school) {
  TRY_ASSIGN(const auto generation, school.setting(published_generation_setting));
  return generation != std::to_string(school.generation());
}

Result<bool> publish(School& school, const DeliveryKeys& keys, UnixMs now_ms) {
  TRY_ASSIGN(delivery::Repository repository, open_or_make(school, keys, now_ms));
  TRY_ASSIGN(const bool changed, bring_up_to_date(school, repository));
  TRY_ASSIGN(const bool restored, is_restored(school));
  const UnixMs expires = now_ms + publication_valid_ms;
  const auto expiry = repository.expiry();
  if (expiry && expiry->root - now_ms < year_ms)
    TRY_DONE(repository.rotate(keys.root, {}, now_ms + root_valid_ms, {}, expires));
  if (expiry && !changed && !restored && !is_due(expiry->publication, now_ms)) return false;
  // Seconds of the clock are beyond any count that a backup has forgotten.
  TRY_DONE(repository.publish(keys.publishing, expires, std::max<std::int64_t>(now_ms / 1000, 1)));
  TRY_DONE(school.put_setting(published_generation_setting, std::to_string(school.generation())));
  return true;
}

}  // namespace

Result<std::vector<Hash>> packs_in_use(School& school) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT hash FROM pack WHERE revoked = 0"));
  std::vector<Hash> packs;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return packs;
    TRY_ASSIGN(const Hash hash, row.id<Hash>(0));
    packs.push_back(hash);
  }
}

std::string target_of(const Hash& pack) { return "packs/" + to_hex(pack.view()) + ".index"; }

Result<bool> publish_when_due(School& school, UnixMs now_ms) {
  TRY_ASSIGN(const DeliveryKeys keys, delivery_keys(school));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school.database()));
  TRY_ASSIGN(const bool published, publish(school, keys, now_ms));
  TRY_DONE(transaction.commit());
  return published;
}

Result<std::optional<Hash>> delivery_root(const School& school) {
  const auto bytes = pack::read_file(first_root_file(school), limits::tuf_root_bytes_max);
  if (bytes) return std::optional<Hash>(hash(*bytes));
  if (bytes.error().code == ErrorCode::NotFound) return std::optional<Hash>();
  return tl::unexpected(bytes.error());
}

}  // namespace hornbook::server
