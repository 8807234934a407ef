// hornbook-server relay: its folder, its TLS identity, its schools. What a relay is: sync/relay/README.md.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

#include "platform/programs/server/commands.hpp"
#include "platform/programs/server/listening_url.hpp"
#include "platform/programs/server/serve_lock.hpp"
#include "platform/system/clock.hpp"
#include "platform/system/stop_request.hpp"
#include "sync/bundle/carrier_limits.hpp"
#include "sync/link/address.hpp"
#include "sync/relay/relay.hpp"
#include "sync/server/keys/ingest_keys.hpp"
#include "sync/server/store/files.hpp"

namespace hornbook::platform {
namespace {

constexpr std::int64_t forward_deadline_ms = 120'000;
constexpr std::size_t identity_bytes_max = 8u << 10;  // of a certificate or a key
constexpr std::size_t card_name_bytes = 8;

Result<link::TlsIdentity> relay_identity(const std::filesystem::path& data) {
  const std::filesystem::path certificate = data / "certificate.pem";
  const std::filesystem::path key = data / "key.pem";
  if (!std::filesystem::exists(certificate)) {
    TRY_ASSIGN(const link::TlsIdentity made, link::make_tls_identity("Hornbook relay"));
    TRY_DONE(server::write_private_file(key, as_bytes(made.key_pem)));
    TRY_DONE(server::write_private_file(certificate, as_bytes(made.certificate_pem)));
    return made;
  }
  TRY_ASSIGN(const Bytes certificate_pem, server::read_file(certificate, identity_bytes_max));
  TRY_ASSIGN(const Bytes key_pem, server::read_file(key, identity_bytes_max));
  return link::TlsIdentity{std::string(as_text(certificate_pem)), std::string(as_text(key_pem))};
}

Result<bundle::Card> read_card(const std::filesystem::path& file) {
  TRY_ASSIGN(const Bytes json, server::read_file(file, limits::card_bytes_max));
  return bundle::parse_card(as_text(json));
}

std::filesystem::path file_of_card(const std::filesystem::path& folder, const BoxPublicKey& ingest) {
  return folder / (to_hex(hash(ingest.view()).view().first(card_name_bytes)) + ".json");
}

// A card is taken once and kept; a new one of the same school replaces it, also when the school has a new key since.
Done keep_card(const std::filesystem::path& folder, const std::filesystem::path& file) {
  TRY_ASSIGN(const bundle::Card card, read_card(file));
  if (!card.ingest)
    return fail(ErrorCode::BadInput, "card", "it is not a school's; make one with hornbook-server card");
  TRY_DONE(server::make_private_directory(folder));
  TRY_DONE(server::write_private_file(file_of_card(folder, *card.ingest), as_bytes(bundle::to_json(card))));
  std::error_code ignored;
  for (const BoxPublicKey& older : card.older_ingest) std::filesystem::remove(file_of_card(folder, older), ignored);
  return {};
}

Result<std::vector<bundle::Card>> known_cards(const std::filesystem::path& folder) {
  std::vector<bundle::Card> cards;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() != ".json") continue;
    TRY_ASSIGN(bundle::Card card, read_card(at->path()));
    cards.push_back(std::move(card));
  }
  return cards;
}

Result<std::vector<bundle::Card>> chosen_schools(const RelayOptions& options) {
  const std::filesystem::path folder = options.data_directory / "schools";
  for (const std::filesystem::path& file : options.cards) TRY_DONE(keep_card(folder, file));
  TRY_ASSIGN(std::vector<bundle::Card> known, known_cards(folder));
  if (options.schools.empty()) return known;
  std::vector<bundle::Card> chosen;
  for (const std::string& url : options.schools) {
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const bundle::Card& one) { return one.url == url; });
    if (found == known.end())
      return fail(ErrorCode::BadInput, "school",
                  "the relay has no card with the address " + url +
                      "; give it once with --card FILE (hornbook-server card makes it)");
    chosen.push_back(*found);
  }
  return chosen;
}

// Every `interval_s` seconds: what arrived in between goes together, so that a school's answers come back together,
// too.
void forward_often(relay::Relay& relay, std::int64_t interval_s, const std::stop_token& ended) {
  for (std::int64_t second = 1; !ended.stop_requested() && !stop_requested(); ++second) {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    if (second % interval_s != 0) continue;
    const relay::Forwarded forwarded = relay.forward(forward_deadline_ms);
    if (forwarded.first_failure)
      std::fprintf(stderr, "hornbook-server: %s\n", describe(*forwarded.first_failure).c_str());
    if (const Done expired = relay.expire(); !expired)
      std::fprintf(stderr, "hornbook-server: %s\n", describe(expired.error()).c_str());
  }
}

Done print_card(const RelayOptions& options, const link::TlsIdentity& identity) {
  TRY_ASSIGN(const link::ListenAddress address, link::parse_listen_address(options.listen));
  bundle::Card card;
  card.url = options.url.empty() ? url_for_devices(address, address.port, false) : options.url;
  TRY_ASSIGN(card.tls_pin, link::tls_pin(identity));
  fmt::print("{}", bundle::to_json(card));
  return {};
}

}  // namespace

Done run_relay(const RelayOptions& options) {
  listen_for_stop_requests();
  TRY_DONE(server::make_private_directory(options.data_directory));
  TRY_ASSIGN(const link::TlsIdentity identity, relay_identity(options.data_directory));
  if (options.show) return print_card(options, identity);
  TRY_ASSIGN(const link::ListenAddress address, link::parse_listen_address(options.listen));
  TRY_ASSIGN(const ServeLock lock, ServeLock::take(options.data_directory));
  TRY_ASSIGN(std::vector<bundle::Card> schools, chosen_schools(options));
  const SystemClock clock;
  relay::MailLimits room;
  room.bytes_max = options.space_mib << 20;
  room.days_kept = options.days;
  TRY_ASSIGN(relay::Relay relay, relay::Relay::open(options.data_directory / "mail", std::move(schools), room, clock));
  TRY_ASSIGN(link::HttpServer http, link::HttpServer::listen(address, &identity, [&](const link::HttpRequest& request) {
               return relay.answer(request);
             }));
  std::printf("listening on %s\n", url_of(address, http.port(), false).c_str());
  std::fflush(stdout);
  const std::jthread forwarding(
      [&](const std::stop_token& ended) { forward_often(relay, options.forward_seconds, ended); });
  return http.run(stop_request());
}

Done run_card(const SchoolPlace& place, const std::string& url, const std::filesystem::path& out) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  bundle::Card card;
  card.url = url;
  if (url.empty()) {
    TRY_ASSIGN(const auto remembered, school.setting(server::address_setting));
    card.url = remembered.value_or("https://127.0.0.1:8443");
  }
  TRY_ASSIGN([[maybe_unused]] const link::ServerAddress address, link::parse_server_address(card.url));
  TRY_ASSIGN(card.tls_pin, link::tls_pin(school.tls()));
  TRY_ASSIGN(const server::IngestKeys keys, server::load_ingest_keys(school));
  card.ingest = keys.front().key.public_key();
  for (std::size_t i = 1; i < keys.size(); ++i) card.older_ingest.push_back(keys[i].key.public_key());
  TRY_DONE(server::write_private_file(out, as_bytes(bundle::to_json(card))));
  fmt::print("wrote {}; give it to whoever runs a relay\n", out.string());
  return {};
}

}  // namespace hornbook::platform
