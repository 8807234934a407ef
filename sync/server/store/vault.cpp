#include "sync/server/store/vault.hpp"

#include "sync/server/store/files.hpp"

namespace hornbook::server {
namespace {

constexpr std::string_view key_file_magic = "hornbook server key 1\n";

}  // namespace

Vault::Vault(const SecretKey& master)
    : values_(derive_key(master, "srvvalue")),
      learners_(derive_key(master, "srvlearn")),
      fingerprints_(derive_key(master, "srvfinge")) {}

Result<SecretKey> read_key_file(const std::filesystem::path& file) {
  TRY_ASSIGN(Bytes content, read_file(file, key_file_magic.size() + SecretKey::size));
  if (!as_text(content).starts_with(key_file_magic)) {
    wipe(content);
    return fail(ErrorCode::BadInput, "key file", "it is no key of a Hornbook server");
  }
  auto master = SecretKey::from_bytes(ByteView(content).subspan(key_file_magic.size()));
  wipe(content);
  return master;
}

Done write_key_file(const std::filesystem::path& file, const SecretKey& master) {
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored))
    return fail(ErrorCode::BadInput, "key file", "there is one already, and it is never overwritten");
  Bytes content(key_file_magic.begin(), key_file_magic.end());
  content.insert(content.end(), master.view().begin(), master.view().end());
  Done written = write_private_file(file, content);
  wipe(content);
  return written;
}

Result<Vault> Vault::create(const std::filesystem::path& key_file) {
  const SecretKey master = SecretKey::generate();
  TRY_DONE(write_key_file(key_file, master));
  return Vault(master);
}

Result<Vault> Vault::open(const std::filesystem::path& key_file) {
  TRY_ASSIGN(const SecretKey master, read_key_file(key_file));
  return Vault(master);
}

Bytes Vault::seal(std::string_view place, ByteView plain) const { return seal_random(values_, as_bytes(place), plain); }
Result<Bytes> Vault::open_sealed(std::string_view place, ByteView sealed) const {
  return open_random(values_, as_bytes(place), sealed);
}

Bytes Vault::wrap(const LearnerId& learner, const SecretKey& data_key) const {
  return seal_random(learners_, learner.view(), data_key.view());
}
Result<SecretKey> Vault::unwrap(const LearnerId& learner, ByteView wrapped) const {
  TRY_ASSIGN(Bytes plain, open_random(learners_, learner.view(), wrapped));
  auto key = SecretKey::from_bytes(plain);
  wipe(plain);
  return key;
}

Hash Vault::fingerprint(std::string_view purpose, std::string_view text) const {
  return hash({fingerprints_.view(), as_bytes(purpose), ByteView(hash(as_bytes(text)).bytes)});
}

}  // namespace hornbook::server
