#include "tests/support/tuf_repository.hpp"

#include "sync/delivery/names.hpp"
#include "sync/delivery/sign_metadata.hpp"

namespace hornbook::test {
namespace {

using Json = nlohmann::json;
constexpr const char* four_roles[] = {"root", "timestamp", "snapshot", "targets"};

}  // namespace

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

Result<std::optional<Bytes>> TrustedMemory::read(std::string_view role, std::size_t) {
  const auto found = kept.find(role);
  return found == kept.end() ? std::optional<Bytes>() : std::optional<Bytes>(found->second);
}

Done TrustedMemory::write(std::string_view role, ByteView bytes) {
  if (refuses == role) return fail(ErrorCode::StorageFailure, "memory", "it is full");
  kept[std::string(role)] = Bytes(bytes.begin(), bytes.end());
  return {};
}

Done TrustedMemory::remove(std::string_view role) {
  kept.erase(std::string(role));
  return {};
}

std::int64_t TrustedMemory::version(const std::string& role) const {
  const auto found = kept.find(role);
  return found == kept.end() ? 0 : Json::parse(found->second)["signed"]["version"].get<std::int64_t>();
}

std::set<std::string> TrustedMemory::roles() const {
  std::set<std::string> names;
  for (const auto& [name, bytes] : kept) names.insert(name);
  return names;
}

TufRepository::TufRepository() {
  for (const char* role : four_roles)
    roles_[role].content = {{"_type", role}, {"spec_version", "1.0.33"}, {"version", 0}, {"expires", future}};
  of("root").update({{"consistent_snapshot", true}, {"keys", Json::object()}, {"roles", Json::object()}});
  of("timestamp")["meta"]["snapshot.json"] = {{"version", 1}};
  of("snapshot")["meta"]["targets.json"] = {{"version", 1}};
  of("targets")["targets"] = Json::object();
  for (int number = 0; const char* role : four_roles) assign(role, {number++}, 1);
  publish_all({"root", "targets", "snapshot", "timestamp"});
}

SigningKey TufRepository::key(int number) {
  Bytes seed(SecretKey::size, 7);
  seed[0] = static_cast<std::uint8_t>(number);
  return SigningKey::from_seed(SecretKey::from_bytes(seed).value());
}

std::string TufRepository::key_id(int number) { return delivery::key_id_of(key(number).verify_key()); }

Json TufRepository::key_json(int number) { return delivery::key_json(key(number).verify_key()); }

void TufRepository::assign(const std::string& role, const std::vector<int>& keys, int threshold) {
  Json ids = Json::array();
  for (const int number : keys) {
    ids.push_back(key_id(number));
    of("root")["keys"][key_id(number)] = key_json(number);
  }
  of("root")["roles"][role] = {{"keyids", ids}, {"threshold", threshold}};
  signers(role) = keys;
}

void TufRepository::delegate(const std::string& delegator, const std::string& role, int signer, Json fields) {
  Json& delegations = of(delegator)["delegations"];
  delegations["keys"][key_id(signer)] = key_json(signer);
  fields.update({{"name", role}, {"keyids", {key_id(signer)}}, {"threshold", 1}});
  if (!fields.contains("terminating")) fields["terminating"] = false;
  delegations["roles"].push_back(fields);
  RoleState& state = roles_[role];
  state.signers.push_back(signer);
  if (!state.content.is_null()) return;
  state.content = {{"_type", "targets"}, {"spec_version", "1.0.33"}, {"version", 0}, {"expires", future}};
  state.content["targets"] = Json::object();
}

void TufRepository::add_target(const std::string& role, const std::string& path, std::string_view bytes) {
  const Json file = delivery::file_json(as_bytes(bytes));
  of(role)["targets"][path] = file;
  std::string hash;
  if (of("root")["consistent_snapshot"]) hash = file["hashes"]["sha256"];
  if (const auto address = delivery::target_address(path, hash)) files[*address] = bytes_of(bytes);
}

Bytes TufRepository::signed_document(const std::string& role) const {
  const RoleState& state = roles_.at(role);
  std::vector<SigningKey> keys;
  for (const int number : state.signers) keys.push_back(key(number));
  std::vector<const SigningKey*> signers;
  for (const SigningKey& each : keys) signers.push_back(&each);
  return delivery::sign_document(state.content, signers).value();
}

void TufRepository::publish(const std::string& role) {
  Json& content = of(role);
  const std::int64_t version = content["version"].get<std::int64_t>() + 1;
  content["version"] = version;
  const Bytes document = signed_document(role);
  const bool has_version = role == "root" || (role != "timestamp" && of("root")["consistent_snapshot"].get<bool>());
  files[delivery::metadata_address(role, has_version ? version : 0)] = document;
  if (role == "root" || role == "timestamp") return;
  Json& list = role == "snapshot" ? of("timestamp")["meta"] : of("snapshot")["meta"];
  list[role + ".json"] = delivery::file_json(document);
  list[role + ".json"]["version"] = version;
}

void TufRepository::publish_all(const std::vector<std::string>& roles) {
  for (const std::string& role : roles) publish(role);
}

void TufRepository::republish() { publish_all({"targets", "snapshot", "timestamp"}); }

Result<Bytes> TufRepository::fetch(std::string_view address, std::size_t bytes_max) {
  asked.emplace_back(address);
  std::optional<Bytes> answer = mirror ? mirror(address) : std::nullopt;
  if (!answer) {
    const auto found = files.find(address);
    if (found == files.end()) return fail(ErrorCode::NotFound, "memory", std::string(address));
    answer = found->second;
  }
  if (answer->size() > bytes_max) return fail(ErrorCode::LimitExceeded, "memory", "it is too long");
  largest_read = std::max(largest_read, answer->size());
  return std::move(*answer);
}

}  // namespace hornbook::test
