#include "sync/bundle/card.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sync/bundle/carrier_limits.hpp"

namespace hornbook::bundle {
namespace {

using Json = nlohmann::json;
constexpr int format_version = 1;
constexpr std::size_t card_older_keys_max = 16;

tl::unexpected<Error> wrong(std::string_view field, const char* why) {
  return fail(ErrorCode::BadInput, "card", "\"" + std::string(field) + "\" " + why + "; ask for a new card");
}

Result<std::string> text_of(const Json& card, const char* field) {
  const auto at = card.find(field);
  if (at == card.end() || !at->is_string()) return wrong(field, "is no text");
  const auto& text = at->get_ref<const std::string&>();
  const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
  if (text.empty() || !is_plain || text.size() > limits::url_bytes_max) return wrong(field, "is not as it must be");
  return text;
}

Result<std::vector<BoxPublicKey>> keys_of(const Json& card, const char* field) {
  std::vector<BoxPublicKey> keys;
  const auto at = card.find(field);
  if (at == card.end()) return keys;
  if (!at->is_array() || at->size() > card_older_keys_max) return wrong(field, "is no list, or too long");
  for (const Json& each : *at) {
    const auto key = each.is_string() ? id_from_hex<BoxPublicKey>(each.get_ref<const std::string&>())
                                      : fail(ErrorCode::BadInput, "card", "no text");
    if (!key) return wrong(field, "has something that is not a key in hexadecimal");
    keys.push_back(*key);
  }
  return keys;
}

template <class Id>
Result<Id> id_of(const Json& card, const char* field) {
  TRY_ASSIGN(const std::string text, text_of(card, field));
  const auto id = id_from_hex<Id>(text);
  if (!id) return wrong(field, "is not a key in hexadecimal");
  return *id;
}

}  // namespace

std::string to_json(const Card& card) {
  Json json = {{"hornbook_card", format_version}, {"url", card.url}, {"tls_pin", to_hex(card.tls_pin.view())}};
  if (card.ingest) json["ingest_key"] = to_hex(card.ingest->view());
  for (const BoxPublicKey& older : card.older_ingest) json["older_ingest_keys"].push_back(to_hex(older.view()));
  return json.dump(2) + "\n";
}

Result<Card> parse_card(std::string_view json) {
  if (json.size() > limits::card_bytes_max) return fail(ErrorCode::BadInput, "card", "it is too long");
  const Json parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object()) return fail(ErrorCode::BadInput, "card", "this is no card of a relay or a school");
  if (parsed.value("hornbook_card", Json()) != Json(format_version))
    return wrong("hornbook_card", "is missing, or a version that this program does not know");
  Card card;
  TRY_ASSIGN(card.url, text_of(parsed, "url"));
  TRY_ASSIGN(card.tls_pin, id_of<Hash>(parsed, "tls_pin"));
  if (parsed.contains("ingest_key")) {
    TRY_ASSIGN(card.ingest, id_of<BoxPublicKey>(parsed, "ingest_key"));
    TRY_ASSIGN(card.older_ingest, keys_of(parsed, "older_ingest_keys"));
  }
  return card;
}

}  // namespace hornbook::bundle
