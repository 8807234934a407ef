#include "sync/relay/relay.hpp"

#include <algorithm>

#include "sync/bundle/carrier_limits.hpp"
#include "sync/link/http_client.hpp"
#include "sync/link/http_status.hpp"

namespace hornbook::relay {
namespace {

constexpr std::string_view message_type = "application/octet-stream";

link::HttpResponse refusal(const Error& error) {
  return link::text_response(link::status_of(error.code), "text/plain; charset=utf-8", describe(error) + "\n");
}

// Every key that a school opens has a shelf of its own: a device says by the key for whom its bundle is.
std::vector<bundle::Card> one_for_each_key(const std::vector<bundle::Card>& schools) {
  std::vector<bundle::Card> cards;
  for (const bundle::Card& card : schools) {
    cards.push_back({card.url, card.tls_pin, card.ingest});
    for (const BoxPublicKey& older : card.older_ingest) cards.push_back({card.url, card.tls_pin, older});
  }
  return cards;
}

}  // namespace

Result<Relay> Relay::open(const std::filesystem::path& folder, std::vector<bundle::Card> schools,
                          const MailLimits& mail_limits, const Clock& clock) {
  if (schools.empty() || schools.size() > limits::relay_schools_max)
    return fail(ErrorCode::BadInput, "relay", "it needs the cards of 1 to 64 schools");
  schools = one_for_each_key(schools);
  std::vector<BoxPublicKey> keys;
  for (const bundle::Card& card : schools) {
    if (!card.ingest) return fail(ErrorCode::BadInput, "relay", "a card is not a school's: it has no ingest key");
    TRY_ASSIGN([[maybe_unused]] const link::ServerAddress address, link::parse_server_address(card.url));
    if (std::find(keys.begin(), keys.end(), *card.ingest) != keys.end())
      return fail(ErrorCode::BadInput, "relay", "two cards are of one school");
    keys.push_back(*card.ingest);
  }
  TRY_ASSIGN(std::unique_ptr<MailRoom> mail, MailRoom::open(folder, std::move(keys), mail_limits, clock));
  return Relay(std::move(schools), std::move(mail));
}

link::HttpResponse Relay::answer(const link::HttpRequest& request) {
  if (request.path == "/health") return link::text_response(200, "application/json", "{\"status\":\"ok\"}\n");
  if (request.path == "/relay/v1" && request.method == "POST") return answer_visit(request);
  return link::text_response(404, "text/plain; charset=utf-8", "this is a relay: it answers devices alone\n");
}

link::HttpResponse Relay::answer_visit(const link::HttpRequest& request) {
  const auto visit = bundle::decode_visit(request.body);
  if (!visit) return refusal(visit.error());
  if (!visit->bundle.empty()) {
    if (const Done left = mail_->leave(visit->bundle); !left) return refusal(left.error());
  }
  return {200,
          {{"content-type", std::string(message_type)}, {"cache-control", "no-store"}},
          bundle::encode_fetched(mail_->fetch(visit->boxes))};
}

Forwarded Relay::forward(std::int64_t deadline_ms) {
  Forwarded report;
  for (std::size_t school = 0; school < schools_.size(); ++school) {
    const Done done = forward_to(school, deadline_ms, report);
    if (!done && !report.first_failure) report.first_failure = done.error();
  }
  return report;
}

Done Relay::forward_to(std::size_t school, std::int64_t deadline_ms, Forwarded& report) {
  MailRoom::Waiting waiting = mail_->waiting_for(school);
  if (waiting.bundles.empty()) return {};
  const bundle::Card& card = schools_[school];
  TRY_ASSIGN(const link::ServerAddress address, link::parse_server_address(card.url));
  TRY_ASSIGN(link::HttpClient client, link::HttpClient::connect(address, card.tls_pin, deadline_ms));
  while (!waiting.bundles.empty()) {
    TRY_ASSIGN(const link::HttpResponse response,
               client.post("/relay/v1", bundle::encode_batch(waiting.bundles), limits::relay_message_bytes_max));
    if (response.status != 200)
      return fail(ErrorCode::NoLink, "school", "it answered " + std::to_string(response.status) + "; the mail waits");
    TRY_ASSIGN(const bundle::BatchAnswer answer, bundle::decode_batch_answer(response.body));
    if (answer.handled == 0 || answer.handled > waiting.bundles.size())
      return fail(ErrorCode::BadInput, "school", "it answered in no way that this relay knows; the mail waits");
    mail_->settle(school, waiting, answer);
    report.bundles += answer.handled;
    report.replies += answer.replies.size();
    waiting = mail_->waiting_for(school);
  }
  client.close();
  return {};
}

}  // namespace hornbook::relay
