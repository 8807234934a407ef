// A relay: takes bundles from devices, hands them to their schools when there is a link, and keeps the answers until
// they are fetched. It holds nothing that opens a bundle. What it sees nevertheless: README.md.
#pragma once

#include <optional>

#include "sync/bundle/card.hpp"
#include "sync/link/http.hpp"
#include "sync/relay/mail_room.hpp"

namespace hornbook::relay {

struct Forwarded {
  std::size_t bundles = 0;             // that schools have handled
  std::size_t replies = 0;             // that came back
  std::optional<Error> first_failure;  // of a school that could not be reached; the others went on
};

class Relay {
 public:
  // `schools`: cards with ingest keys, 1 to limits::relay_schools_max. BadInput otherwise.
  [[nodiscard]] static Result<Relay> open(const std::filesystem::path& folder, std::vector<bundle::Card> schools,
                                          const MailLimits& mail_limits, const Clock& clock);

  // Safe from any thread.
  [[nodiscard]] link::HttpResponse answer(const link::HttpRequest& request);
  // One round to every school for which something waits. One thread at a time, beside answer().
  [[nodiscard]] Forwarded forward(std::int64_t deadline_ms);
  [[nodiscard]] Done expire() { return mail_->expire(); }

 private:
  Relay(std::vector<bundle::Card> schools, std::unique_ptr<MailRoom> mail)
      : schools_(std::move(schools)), mail_(std::move(mail)) {}
  [[nodiscard]] link::HttpResponse answer_visit(const link::HttpRequest& request);
  [[nodiscard]] Done forward_to(std::size_t school, std::int64_t deadline_ms, Forwarded& report);

  std::vector<bundle::Card> schools_;
  std::unique_ptr<MailRoom> mail_;
};

}  // namespace hornbook::relay
