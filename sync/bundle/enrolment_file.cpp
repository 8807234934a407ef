#include "sync/bundle/enrolment_file.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "runtime/core/limits.hpp"

namespace hornbook::bundle {
namespace {

using Json = nlohmann::json;
using Token = OpaqueId<struct EnrolmentTokenTag, 16>;
constexpr int format_version = 1;
constexpr std::int64_t expires_ms_max = 253'402'300'799'999;  // the last of the year 9999

tl::unexpected<Error> wrong(std::string_view field, const char* why) {
  return fail(ErrorCode::BadInput, "enrolment file", "\"" + std::string(field) + "\" " + why + "; ask for a new file");
}

Result<std::string> text_of(const Json& object, const char* field) {
  const auto at = object.find(field);
  if (at == object.end()) return wrong(field, "is missing");
  if (!at->is_string()) return wrong(field, "is not a text");
  const auto& text = at->get_ref<const std::string&>();
  if (text.empty()) return wrong(field, "is empty");
  if (text.size() > limits::name_bytes_max) return wrong(field, "is too long");
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return wrong(field, "has a control character");
  return text;
}

Result<std::int64_t> number_of(const Json& object, const char* field, std::int64_t greatest) {
  const auto at = object.find(field);
  if (at == object.end()) return wrong(field, "is missing");
  if (!at->is_number_unsigned() || at->get<std::uint64_t>() > static_cast<std::uint64_t>(greatest))
    return wrong(field, "is not a whole number in its range");
  return at->get<std::int64_t>();
}

template <class Id>
Result<Id> id_of(const Json& object, const char* field) {
  TRY_ASSIGN(const std::string text, text_of(object, field));
  auto id = id_from_hex<Id>(text);
  if (!id) return wrong(field, "is not a key in hexadecimal");
  return *id;
}

Result<pack::Trust> publishers_of(const Json& school) {
  static constexpr const char* field = "pack_publishers";
  const auto list = school.find(field);
  if (list == school.end()) return wrong(field, "is missing");
  if (!list->is_array() || list->size() > limits::pack_publishers_max) return wrong(field, "is not a list of keys");
  pack::Trust trust;
  for (const Json& entry : *list) {
    const auto key = entry.is_string() ? id_from_hex<VerifyKey>(entry.get_ref<const std::string&>())
                                       : Result<VerifyKey>(wrong(field, "has something else than a text"));
    if (!key) return wrong(field, "has something else than keys in hexadecimal");
    trust.publishers.push_back(*key);
  }
  const std::set<VerifyKey> distinct(trust.publishers.begin(), trust.publishers.end());
  if (distinct.size() != trust.publishers.size()) return wrong(field, "names a key twice");
  // A school without packs names nobody, and then no pack is taken: one signature is always asked for.
  const std::size_t greatest = std::max<std::size_t>(1, trust.publishers.size());
  TRY_ASSIGN(const std::int64_t threshold, number_of(school, "pack_threshold", static_cast<std::int64_t>(greatest)));
  if (threshold == 0) return wrong("pack_threshold", "must be at least 1");
  trust.threshold = static_cast<std::size_t>(threshold);
  return trust;
}

Result<journal::SchoolTrust> school_of(const Json& file) {
  const auto school = file.find("school");
  if (school == file.end() || !school->is_object()) return wrong("school", "is missing");
  journal::SchoolTrust trust;
  TRY_ASSIGN(trust.name, text_of(*school, "name"));
  TRY_ASSIGN(trust.signing, id_of<VerifyKey>(*school, "signing_key"));
  TRY_ASSIGN(trust.ingest, id_of<BoxPublicKey>(*school, "ingest_key"));
  TRY_ASSIGN(trust.tls_pin, id_of<Hash>(*school, "tls_pin"));
  TRY_ASSIGN(trust.server_url, text_of(*school, "server"));
  TRY_ASSIGN(trust.packs, publishers_of(*school));
  return trust;
}

}  // namespace

std::string to_json(const EnrolmentFile& file) {
  Json publishers = Json::array();
  for (const VerifyKey& key : file.school.packs.publishers) publishers.push_back(to_hex(key.view()));
  Json json = {{"hornbook_enrolment", format_version},
               {"device", file.device_name},
               {"profile", std::string(journal::name_of(file.profile))},
               {"token", to_hex(file.token)},
               {"expires_ms", file.expires_ms},
               {"school",
                {{"name", file.school.name},
                 {"signing_key", to_hex(file.school.signing.view())},
                 {"ingest_key", to_hex(file.school.ingest.view())},
                 {"tls_pin", to_hex(file.school.tls_pin.view())},
                 {"server", file.school.server_url},
                 {"pack_publishers", publishers},
                 {"pack_threshold", file.school.packs.threshold}}}};
  if (file.delivery_root) json["school"]["delivery_root"] = to_hex(file.delivery_root->view());
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<EnrolmentFile> parse_enrolment(std::string_view json) {
  if (json.size() > limits::enrolment_bytes_max) return fail(ErrorCode::BadInput, "enrolment file", "it is too long");
  const Json parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object()) return fail(ErrorCode::BadInput, "enrolment file", "this is no enrolment file");
  TRY_ASSIGN(const std::int64_t version, number_of(parsed, "hornbook_enrolment", 1'000'000));
  if (version != format_version) return wrong("hornbook_enrolment", "is a version that this program does not know");
  EnrolmentFile file;
  TRY_ASSIGN(file.device_name, text_of(parsed, "device"));
  TRY_ASSIGN(const std::string profile, text_of(parsed, "profile"));
  const auto known = journal::profile_from(profile);
  if (!known) return wrong("profile", "is none of demo, station, home, hub");
  file.profile = *known;
  TRY_ASSIGN(const auto token, id_of<Token>(parsed, "token"));
  file.token.assign(token.bytes.begin(), token.bytes.end());
  TRY_ASSIGN(file.expires_ms, number_of(parsed, "expires_ms", expires_ms_max));
  TRY_ASSIGN(file.school, school_of(parsed));
  if (parsed["school"].contains("delivery_root")) {
    TRY_ASSIGN(file.delivery_root, id_of<Hash>(parsed["school"], "delivery_root"));
  }
  return file;
}

std::string confirmation_code(const VerifyKey& device, ByteView token) {
  const Hash digest = hash({as_bytes("hornbook confirmation"), device.view(), token});
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | digest.bytes[i];
  std::string digits = std::to_string(number % 1'000'000);
  return std::string(6 - digits.size(), '0') + digits;
}

}  // namespace hornbook::bundle
