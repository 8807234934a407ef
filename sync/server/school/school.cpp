#include "sync/server/school/school.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "sync/server/store/files.hpp"
#include "sync/server/store/schema.hpp"

namespace hornbook::server {
namespace {

constexpr std::string_view signing_setting = "signing_key";
constexpr std::string_view ingest_setting = "ingest_key";
constexpr std::string_view tls_key_setting = "tls_key";
constexpr std::string_view tls_certificate_setting = "tls_certificate";
constexpr std::string_view generation_setting = "generation";
constexpr std::string_view name_setting = "name";
constexpr std::string_view key_file_setting = "key_file";
constexpr std::string_view pack_threshold_setting = "pack_threshold";
constexpr std::string_view deletion_grace_setting = "deletion_grace";
constexpr std::string_view rules_version_setting = "rules_version";

std::filesystem::path database_file(const std::filesystem::path& data_directory) {
  return data_directory / "school.sqlite";
}

Result<std::optional<Bytes>> read_setting(Database& database, std::string_view name) {
  TRY_ASSIGN(Statement statement, database.query("SELECT value FROM setting WHERE name = ?", name));
  TRY_ASSIGN(const bool found, statement.step());
  if (!found) return std::optional<Bytes>{};
  return std::optional<Bytes>(statement.blob(0));
}

Result<Bytes> required_setting(Database& database, std::string_view name) {
  TRY_ASSIGN(std::optional<Bytes> value, read_setting(database, name));
  if (!value) return fail(ErrorCode::Corrupt, "school store", "a part of the school's set-up is missing");
  return std::move(*value);
}

Done write_setting(Database& database, std::string_view name, ByteView value) {
  return database.run(
      "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name,
      value);
}

Result<std::optional<std::uint64_t>> read_number(Database& database, std::string_view name) {
  TRY_ASSIGN(const std::optional<Bytes> value, read_setting(database, name));
  if (!value) return std::optional<std::uint64_t>{};
  TRY_ASSIGN(const std::uint64_t number, ByteReader(*value).varint());
  return std::optional(number);
}

Done write_number(Database& database, std::string_view name, std::uint64_t number) {
  ByteWriter writer;
  writer.varint(number);
  return write_setting(database, name, writer.view());
}

Result<SecretKey> sealed_key(Database& database, const Vault& vault, std::string_view name) {
  TRY_ASSIGN(const Bytes sealed, required_setting(database, name));
  auto plain = vault.open_sealed(name, sealed);
  if (!plain) return fail(ErrorCode::Corrupt, "school keys", "the key file is not the one this school was made with");
  auto key = SecretKey::from_bytes(*plain);
  wipe(*plain);
  return key;
}

std::uint64_t new_generation(UnixMs now_ms) {
  const Bytes random = random_bytes(2);
  return static_cast<std::uint64_t>(now_ms) << 16 | static_cast<std::uint64_t>(random[0]) << 8 | random[1];
}

Done write_generation(Database& database, std::uint64_t generation) {
  ByteWriter writer;
  writer.u64(generation);
  return write_setting(database, generation_setting, writer.view());
}

Done write_new_keys(Database& database, const Vault& vault, const SigningKey& signing, const BoxKey& ingest,
                    const link::TlsIdentity& tls, UnixMs now_ms) {
  TRY_DONE(write_setting(database, signing_setting, vault.seal(signing_setting, signing.seed().view())));
  TRY_DONE(write_setting(database, ingest_setting, vault.seal(ingest_setting, ingest.secret().view())));
  TRY_DONE(write_setting(database, tls_key_setting, vault.seal(tls_key_setting, as_bytes(tls.key_pem))));
  TRY_DONE(write_setting(database, tls_certificate_setting, as_bytes(tls.certificate_pem)));
  return write_generation(database, new_generation(now_ms));
}

Result<Database> open_database(const std::filesystem::path& data_directory) {
  std::error_code ignored;
  if (!std::filesystem::exists(database_file(data_directory), ignored))
    return fail(ErrorCode::NotFound, "school", "there is none in this folder; make one with 'hornbook-server init'");
  TRY_ASSIGN(Database database, Database::open(database_file(data_directory)));
  TRY_DONE(prepare_schema(database));
  return database;
}

std::filesystem::path key_file_of(const SchoolOpening& opening) {
  return opening.key_file.value_or(opening.data_directory / "keys" / "master.key");
}

Result<std::filesystem::path> key_file_in(Database& database, const SchoolOpening& opening) {
  if (opening.key_file) return *opening.key_file;
  TRY_ASSIGN(const std::optional<Bytes> elsewhere, read_setting(database, key_file_setting));
  if (elsewhere) return std::filesystem::path(std::string(as_text(*elsewhere)));
  return key_file_of(opening);
}

}  // namespace

School::School(std::filesystem::path data_directory, Database database, Vault vault, SigningKey signing, BoxKey ingest)
    : data_directory_(std::move(data_directory)),
      database_(std::move(database)),
      vault_(std::move(vault)),
      signing_(std::move(signing)),
      ingest_(std::move(ingest)) {}

Result<School> School::create(const SchoolOpening& opening, std::string_view name, UnixMs now_ms) {
  if (name.empty() || name.size() > limits::name_bytes_max)
    return fail(ErrorCode::BadInput, "school", "its name is empty or too long");
  std::error_code ignored;
  if (std::filesystem::exists(database_file(opening.data_directory), ignored))
    return fail(ErrorCode::BadInput, "school", "there is one in this folder already; nothing was changed");
  TRY_ASSIGN(const link::TlsIdentity tls, link::make_tls_identity("Hornbook school server"));
  TRY_DONE(make_private_directory(opening.data_directory));
  const std::filesystem::path key_file = std::filesystem::absolute(key_file_of(opening));
  TRY_DONE(make_private_directory(key_file.parent_path()));
  TRY_ASSIGN(Vault vault, Vault::create(key_file));
  TRY_ASSIGN(Database database, Database::open(database_file(opening.data_directory)));
  TRY_DONE(prepare_schema(database));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
  TRY_DONE(write_new_keys(database, vault, SigningKey::generate(), BoxKey::generate(), tls, now_ms));
  TRY_DONE(write_setting(database, name_setting, as_bytes(name)));
  if (opening.key_file) TRY_DONE(write_setting(database, key_file_setting, as_bytes(key_file.string())));
  TRY_DONE(transaction.commit());
  return load(opening.data_directory, std::move(database), std::move(vault));
}

Result<School> School::open(const SchoolOpening& opening) {
  TRY_ASSIGN(Database database, open_database(opening.data_directory));
  TRY_ASSIGN(const std::filesystem::path key_file, key_file_in(database, opening));
  TRY_ASSIGN(Vault vault, Vault::open(key_file));
  return load(opening.data_directory, std::move(database), std::move(vault));
}

Done School::is_of(const SchoolOpening& opening, const SecretKey& master) {
  TRY_ASSIGN(Database database, open_database(opening.data_directory));
  if (sealed_key(database, Vault::of(master), signing_setting)) return {};
  return fail(ErrorCode::NotAllowed, "school keys", "they are those of another school; nothing was changed");
}

Result<std::filesystem::path> key_file_of_school(const SchoolOpening& opening) {
  TRY_ASSIGN(Database database, open_database(opening.data_directory));
  return key_file_in(database, opening);
}

Done School::begin_generation(UnixMs now_ms) {
  const std::uint64_t next = std::max(new_generation(now_ms), generation_ + 1);
  TRY_DONE(write_generation(database_, next));
  generation_ = next;
  return {};
}

Result<School> School::load(const std::filesystem::path& data_directory, Database database, Vault vault) {
  TRY_ASSIGN(const SecretKey signing_seed, sealed_key(database, vault, signing_setting));
  TRY_ASSIGN(const SecretKey ingest_secret, sealed_key(database, vault, ingest_setting));
  School school(data_directory, std::move(database), std::move(vault), SigningKey::from_seed(signing_seed),
                BoxKey::from_secret(ingest_secret));
  TRY_ASSIGN(const Bytes certificate, required_setting(school.database_, tls_certificate_setting));
  TRY_ASSIGN(const Bytes sealed_tls_key, required_setting(school.database_, tls_key_setting));
  TRY_ASSIGN(Bytes tls_key, school.vault_.open_sealed(tls_key_setting, sealed_tls_key));
  school.tls_ = {std::string(as_text(certificate)), std::string(as_text(tls_key))};
  wipe(tls_key);
  TRY_ASSIGN(const Bytes name, required_setting(school.database_, name_setting));
  school.name_ = std::string(as_text(name));
  TRY_ASSIGN(const Bytes generation, required_setting(school.database_, generation_setting));
  TRY_ASSIGN(school.generation_, ByteReader(generation).u64());
  return school;
}

Result<std::optional<std::string>> School::setting(std::string_view name) {
  TRY_ASSIGN(const std::optional<Bytes> value, read_setting(database_, name));
  if (!value) return std::optional<std::string>{};
  return std::optional<std::string>(std::string(as_text(*value)));
}

Done School::put_setting(std::string_view name, std::string_view value) {
  return write_setting(database_, name, as_bytes(value));
}

Result<pack::Trust> School::pack_trust() {
  pack::Trust trust;
  TRY_ASSIGN(Statement statement, database_.query("SELECT verify_key FROM publisher ORDER BY verify_key"));
  while (true) {
    TRY_ASSIGN(const bool row, statement.step());
    if (!row) break;
    TRY_ASSIGN(const VerifyKey key, statement.id<VerifyKey>(0));
    trust.publishers.push_back(key);
  }
  TRY_ASSIGN(const auto threshold, read_number(database_, pack_threshold_setting));
  trust.threshold = static_cast<std::size_t>(threshold.value_or(trust.threshold));
  return trust;
}

Result<std::uint64_t> School::deletion_grace_ms() {
  TRY_ASSIGN(const auto grace_ms, read_number(database_, deletion_grace_setting));
  return grace_ms.value_or(default_grace_ms);
}

Result<std::uint64_t> School::rules_version() {
  TRY_ASSIGN(const auto version, read_number(database_, rules_version_setting));
  return version.value_or(1);
}

Done School::count_change_of_rules() {
  TRY_ASSIGN(const std::uint64_t version, rules_version());
  return write_number(database_, rules_version_setting, version + 1);
}

Done School::put_deletion_grace_ms(std::uint64_t grace_ms) {
  TRY_DONE(write_number(database_, deletion_grace_setting, grace_ms));
  return count_change_of_rules();
}

Done School::put_pack_trust(const pack::Trust& trust) {
  TRY_DONE(database_.run("DELETE FROM publisher"));
  for (const VerifyKey& key : trust.publishers)
    TRY_DONE(database_.run("INSERT OR IGNORE INTO publisher (verify_key) VALUES (?)", key));
  TRY_DONE(write_number(database_, pack_threshold_setting, trust.threshold));
  return count_change_of_rules();
}

}  // namespace hornbook::server
