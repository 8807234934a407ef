#include "tests/support/enrolled_station.hpp"

#include <fstream>

#include "content_packs/build/build_pack.hpp"
#include "platform/system/files.hpp"
#include "runtime/journal/class_lease.hpp"
#include "runtime/journal/store.hpp"
#include "runtime/pack/pack.hpp"

namespace hornbook::test {
namespace {

// The cheapest that the key derivation takes: tests wait for it.
PassphraseCost cheap_cost() {
  PassphraseCost cost;
  cost.operations = 1;
  cost.memory_bytes = 8u << 20;
  const Bytes salt = random_bytes(cost.salt.size());
  std::copy(salt.begin(), salt.end(), cost.salt.begin());
  return cost;
}

journal::RosterLearner learner(const char* name, const char* avatar, std::vector<std::uint8_t> pictures) {
  const Bytes id = random_bytes(LearnerId::size);
  return {id_from_bytes<LearnerId>(id).value(), name, avatar, std::move(pictures), "en", SecretKey::generate()};
}

Done put_class(const std::filesystem::path& data) {
  journal::Roster roster;
  roster.class_name = "Owls";
  roster.learners.push_back(learner("Amina", "fox", {0, 1, 2}));
  roster.learners.push_back(learner("Ben", "owl", {}));
  TRY_ASSIGN(const journal::ClassLease lease,
             journal::make_lease(1, 1, roster, SecretKey::generate(), station_passphrase, cheap_cost()));
  TRY_ASSIGN(journal::Store store, journal::Store::open(data));
  return store.put_lease(lease);
}

}  // namespace

Result<EnrolledStation> make_enrolled_station(const std::filesystem::path& data, journal::Profile profile) {
  std::filesystem::create_directories(data);
  const SigningKey school = SigningKey::generate();
  SigningKey publisher = SigningKey::generate();
  BoxKey ingest = BoxKey::generate();
  journal::SchoolTrust trust;
  trust.name = "Riverside";
  trust.signing = school.verify_key();
  trust.ingest = ingest.public_key();
  trust.server_url = "https://127.0.0.1:8443";
  trust.packs.publishers = {publisher.verify_key()};
  const journal::DeviceIdentity identity{"Station 1", profile, SigningKey::generate(), trust, {}, true};
  TRY_DONE(journal::save(identity, data));
  TRY_DONE(put_class(data));
  TRY_ASSIGN([[maybe_unused]] const Hash installed, install_library_pack(data, "fractions", publisher));
  if (profile == journal::Profile::Demo) {
    TRY_DONE(
        platform::write_file(data / "demo-passphrase", as_bytes(station_passphrase), platform::Readers::OwnerAlone));
  }
  return EnrolledStation{data, std::move(ingest), identity.key.verify_key(), std::move(publisher)};
}

Result<Hash> install_library_pack(const std::filesystem::path& data, const std::string& name,
                                  const SigningKey& publisher) {
  TRY_ASSIGN(const content::SourceTree tree,
             content::read_source(std::filesystem::path(HORNBOOK_SOURCE_DIR) / "content_packs/library" / name));
  return install_pack(data, tree, publisher);
}

Result<Hash> install_pack(const std::filesystem::path& data, const content::SourceTree& tree,
                          const SigningKey& publisher) {
  const content::ReadOutcome outcome = content::read_pack(tree);
  if (!outcome.problems.empty()) return fail(ErrorCode::BadInput, "test", content::describe(outcome.problems.front()));
  TRY_ASSIGN(const content::BuiltPack built, content::build_pack(outcome.source));
  const SigningKey* keys[] = {&publisher};
  const std::filesystem::path file = data / "new.hbpack";
  TRY_DONE(platform::write_file(file, content::to_file(built, keys)));
  TRY_ASSIGN(pack::PackStore store, pack::PackStore::open(data / "packs"));
  TRY_ASSIGN(const Hash installed, store.install_file(file, pack::Trust{{publisher.verify_key()}, 1}));
  std::filesystem::remove(file);
  return installed;
}

}  // namespace hornbook::test
