#include "sync/server/web/site.hpp"
#include "sync/link/http_status.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "sync/server/ingest/exchange.hpp"
#include "sync/server/ingest/key_reply.hpp"
#include "sync/server/ingest/relayed.hpp"
#include "sync/server/school/publication.hpp"
#include "sync/server/teaching/states.hpp"
#include "sync/server/teaching/talk_requests.hpp"
#include "sync/server/web/class_page.hpp"
#include "sync/server/web/content.hpp"
#include "sync/server/web/cookies.hpp"
#include "sync/server/web/form.hpp"
#include "sync/server/web/html.hpp"
#include "sync/server/web/nameless_section.hpp"
#include "sync/server/web/plan_page.hpp"
#include "sync/server/web/sign_in_page.hpp"
#include "sync/server/web/style.hpp"
#include "sync/server/web/thinking_page.hpp"
#include "sync/server/web/to_read_page.hpp"

namespace hornbook::server {
namespace {

constexpr std::string_view cookie_name = "hornbook_session";
constexpr std::string_view bundle_type = "application/vnd.hornbook.bundle";

std::string_view header(const link::HttpRequest& request, const char* name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? std::string_view{} : std::string_view(found->second);
}

link::HttpResponse plain(unsigned status, std::string_view text) {
  return link::text_response(status, "text/plain; charset=utf-8", text);
}

link::HttpResponse bundle_response(Bytes bundle) {
  return {200, {{"content-type", std::string(bundle_type)}, {"cache-control", "no-store"}}, std::move(bundle)};
}

Result<std::uint64_t> count(School& school, std::string_view sql) {
  TRY_ASSIGN(Statement row, school.database().query(sql));
  TRY_ASSIGN(const bool found, row.step());
  return found ? row.number(0) : 0;
}

}  // namespace

Site::ClassPart Site::part_named_by(std::string_view& path) {
  constexpr std::array<std::pair<std::string_view, ClassPart>, 5> parts{{{"/to-read", ClassPart::ToRead},
                                                                         {"/thinking", ClassPart::Thinking},
                                                                         {"/plan", ClassPart::Plan},
                                                                         {"/nameless", ClassPart::Nameless},
                                                                         {"/talk", ClassPart::Talk}}};
  for (const auto& [name, part] : parts) {
    if (!path.ends_with(name)) continue;
    path.remove_suffix(name.size());
    return part;
  }
  return ClassPart::Whole;
}

link::HttpResponse Site::answer(const link::HttpRequest& request) {
  if (request.path == "/sync/v1") return answer_bundle(request);
  if (request.path == "/sync/v1/key") return answer_key_request(request);
  if (request.path == "/relay/v1") return answer_relay(request);
  if (request.path.starts_with("/content/"))
    return answer_content({school_.packs_directory(), school_.delivery_directory()}, request);
  if (request.path == "/health") return link::text_response(200, "application/json", "{\"status\":\"ok\"}\n");
  if (request.path == "/metrics") return answer_metrics();
  if (request.path == "/style.css") {
    link::HttpResponse response = link::text_response(200, "text/css; charset=utf-8", style_sheet());
    response.headers["cache-control"] = "public, max-age=3600";
    return response;
  }
  return answer_page(request);
}

namespace {

// "?bases=BYTES" of a device over a thin link; whoever says nothing, or nothing sensible, gets what there is.
std::size_t bases_wanted(const link::HttpRequest& request) {
  std::size_t bytes = limits::down_bases_bytes_max;
  const auto wanted = request.query.find("bases");
  if (wanted == request.query.end()) return bytes;
  std::from_chars(wanted->second.data(), wanted->second.data() + wanted->second.size(), bytes);
  return bytes;
}

}  // namespace

link::HttpResponse Site::answer_bundle(const link::HttpRequest& request) {
  if (request.method != "POST") return plain(405, "send a bundle with POST\n");
  const std::lock_guard lock(school_mutex_);
  auto exchanged = exchange(school_, library_, request.body, clock_.now().unix_ms, bases_wanted(request));
  if (!exchanged) {
    ++bundles_refused_;
    return plain(link::status_of(exchanged.error().code), describe(exchanged.error()) + "\n");
  }
  ++bundles_taken_;
  last_bundle_ms_ = clock_.now().unix_ms;
  events_taken_ += exchanged->events_new;
  return bundle_response(std::move(exchanged->reply));
}

// From a device whose bundles the school cannot open. Nothing needs to be proved: what comes back is sealed to it.
link::HttpResponse Site::answer_key_request(const link::HttpRequest& request) {
  const auto id = id_from_bytes<DeviceId>(request.body);
  if (request.method != "POST" || !id) return plain(400, "send a device's id with POST\n");
  const std::lock_guard lock(school_mutex_);
  const auto device = find_device(school_, *id);
  auto reply = device && *device ? key_reply(school_, **device, clock_.now().unix_ms)
                                 : fail(ErrorCode::NotAllowed, "ingest key", "the school does not know this device");
  if (!reply) return plain(link::status_of(reply.error().code), describe(reply.error()) + "\n");
  return bundle_response(std::move(*reply));
}

link::HttpResponse Site::answer_relay(const link::HttpRequest& request) {
  if (request.method != "POST") return plain(405, "send bundles with POST\n");
  const std::lock_guard lock(school_mutex_);
  auto relayed = exchange_batch(school_, library_, request.body, clock_.now().unix_ms);
  if (!relayed) return plain(link::status_of(relayed.error().code), describe(relayed.error()) + "\n");
  bundles_taken_ += relayed->bundles_taken;
  bundles_refused_ += relayed->bundles_refused;
  last_bundle_ms_ = clock_.now().unix_ms;
  events_taken_ += relayed->events_new;
  return {
      200, {{"content-type", "application/octet-stream"}, {"cache-control", "no-store"}}, std::move(relayed->answer)};
}

Result<std::optional<interpret::SchoolAttempts>> Site::attempts_when_due() {
  constexpr UnixMs quiet_ms = 10 * 60'000;
  constexpr UnixMs between_ms = 24 * 60 * 60'000;
  const std::lock_guard lock(school_mutex_);
  const UnixMs now = clock_.now().unix_ms;
  if (!last_calibration_ms_) {
    TRY_ASSIGN(last_calibration_ms_, calibrated_at(school_));
  } else if (events_taken_ == events_calibrated_) {
    return std::optional<interpret::SchoolAttempts>{};
  }
  if (now - *last_calibration_ms_ < between_ms || now - last_bundle_ms_ < quiet_ms)
    return std::optional<interpret::SchoolAttempts>{};
  last_calibration_ms_ = now;
  events_calibrated_ = events_taken_;
  TRY_DONE(library_.refresh(school_));
  TRY_ASSIGN(interpret::SchoolAttempts attempts, read_attempts(school_, library_));
  return std::optional(std::move(attempts));
}

Result<bool> Site::calibrate_when_due() {
  TRY_ASSIGN(const std::optional<interpret::SchoolAttempts> attempts, attempts_when_due());
  if (!attempts) return false;
  const auto calibrated = interpret::calibrate(*attempts, interpret::default_parameters());
  if (!calibrated) return false;
  const std::lock_guard lock(school_mutex_);
  return adopt(school_, *calibrated, clock_.now().unix_ms);
}

Result<bool> Site::publish_when_due() {
  const std::lock_guard lock(school_mutex_);
  return server::publish_when_due(school_, clock_.now().unix_ms);
}

link::HttpResponse Site::answer_metrics() {
  const std::lock_guard lock(school_mutex_);
  const auto events = count(school_, "SELECT count(*) FROM event");
  const auto waiting = count(school_, "SELECT count(*) FROM waiting_event");
  const auto decisions = count(school_, "SELECT coalesce(sum(decisions), 0) FROM decision_check");
  const auto unmatched = count(school_, "SELECT coalesce(sum(unmatched), 0) FROM decision_check");
  const auto devices = count(school_, "SELECT count(*) FROM device WHERE device IS NOT NULL");
  if (!events || !waiting || !decisions || !unmatched || !devices) return plain(500, "the store cannot be read\n");
  std::string text;
  const auto add = [&](std::string_view name, std::string_view type, std::string_view help, std::uint64_t value) {
    text +=
        fmt::format("# HELP hornbook_{0} {1}\n# TYPE hornbook_{0} {2}\nhornbook_{0} {3}\n", name, help, type, value);
  };
  add("events_stored", "gauge", "Events in learners' records.", *events);
  add("events_waiting", "gauge", "Events that wait for an earlier part or for a change of class.", *waiting);
  add("devices_enrolled", "gauge", "Devices that have enrolled.", *devices);
  add("decisions_replayed_total", "counter", "Devices' decisions made again here.", *decisions);
  add("decisions_not_replaying_total", "counter", "Of them, those that came out otherwise.", *unmatched);
  add("bundles_taken_total", "counter", "Bundles taken since the start.", bundles_taken_);
  add("bundles_refused_total", "counter", "Bundles refused since the start.", bundles_refused_);
  add("events_taken_total", "counter", "New events since the start.", events_taken_);
  return link::text_response(200, "text/plain; version=0.0.4; charset=utf-8", text);
}

Site::Visitor Site::visitor_of(const link::HttpRequest& request) {
  Visitor visitor{words_for(header(request, "accept-language")), "", std::nullopt};
  visitor.cookie = find_cookie(header(request, "cookie"), cookie_name).value_or("");
  if (!visitor.cookie.empty()) visitor.session = sessions_.find(visitor.cookie, clock_.monotonic_ms());
  return visitor;
}

link::HttpResponse Site::answer_page(const link::HttpRequest& request) {
  const Visitor visitor = visitor_of(request);
  if (request.method == "POST") return answer_post(request, visitor);
  if (request.method != "GET") return plain(405, "this page is only read\n");
  const bool signed_in = visitor.session && visitor.session->account;
  if (request.path == "/sign-in") return signed_in ? redirect_to("/") : show_sign_in(visitor, 200, "", "");
  if (!signed_in) return redirect_to("/sign-in");
  if (request.path == "/") return show_home(visitor);
  if (request.path.starts_with("/class/")) return show_class(visitor, request);
  return message(visitor, 404, visitor.words.not_found);
}

link::HttpResponse Site::answer_post(const link::HttpRequest& request, const Visitor& visitor) {
  const auto form = parse_form(as_text(request.body));
  if (!form) return plain(link::status_of(form.error().code), describe(form.error()) + "\n");
  const bool ours =
      visitor.session && equal_secret(as_bytes(visitor.session->form_token), as_bytes(field(*form, "form_token")));
  // Whoever is signed in stays so: another site's post must not even sign a teacher out.
  if (!ours && visitor.session && visitor.session->account) return message(visitor, 403, visitor.words.form_expired);
  if (!ours) return show_sign_in(visitor, 403, visitor.words.form_expired, "");
  if (request.path == "/sign-in") return sign_in(visitor, field(*form, "user"), field(*form, "password"));
  if (request.path == "/sign-out") {
    sessions_.close(visitor.cookie);
    return redirect_to("/sign-in");
  }
  const auto shown = page_named_by(request.path);
  const bool takes_forms = shown && (shown->part == ClassPart::Plan || is_form_alone(shown->part));
  if (visitor.session->account && takes_forms) return take_form(visitor, *shown, *form);
  return message(visitor, 404, visitor.words.not_found);
}

link::HttpResponse Site::show_sign_in(const Visitor& visitor, unsigned status, std::string_view problem,
                                      std::string_view user) {
  const bool has_form = visitor.session && !visitor.session->account;
  const std::string cookie = has_form ? visitor.cookie : sessions_.open(std::nullopt, clock_.monotonic_ms());
  const auto session = sessions_.find(cookie, clock_.monotonic_ms());
  const std::string_view token = session ? std::string_view(session->form_token) : std::string_view{};
  link::HttpResponse response =
      page_response(status, render_sign_in(school_.name(), visitor.words, token, problem, user));
  if (!has_form) set_cookie(response, cookie);
  return response;
}

// The account is read under the school's lock; the slow derivation runs beside it.
Result<bool> Site::check_password(const std::string& user, const std::string& password, Account& account) {
  Result<AccountVerifier> verifier = [&] {
    const std::lock_guard lock(school_mutex_);
    return find_verifier(school_, user);
  }();
  if (!verifier) return tl::unexpected(std::move(verifier).error());
  account = verifier->account;
  const std::lock_guard one_at_a_time(password_mutex_);
  return password_fits(*verifier, password);
}

link::HttpResponse Site::sign_in(const Visitor& visitor, const std::string& user, const std::string& password) {
  if (!sessions_.may_try(user, clock_.monotonic_ms()))
    return show_sign_in(visitor, 429, visitor.words.too_many_tries, user);
  Account account;
  const auto fits = check_password(user, password, account);
  if (!fits) return message(visitor, 500, visitor.words.trouble);
  if (!*fits) {
    sessions_.count_failure(user, clock_.monotonic_ms());
    return show_sign_in(visitor, 403, visitor.words.wrong_password, user);
  }
  sessions_.close(visitor.cookie);
  link::HttpResponse response = redirect_to("/");
  set_cookie(response, sessions_.open(std::move(account), clock_.monotonic_ms()));
  return response;
}

link::HttpResponse Site::show_home(const Visitor& visitor) {
  const std::lock_guard lock(school_mutex_);
  const auto classes = classes_of_account(school_, *visitor.session->account);
  if (!classes) return message(visitor, 500, visitor.words.trouble);
  if (!classes->empty()) return redirect_to(fmt::format("/class/{}", classes->front().number));
  return page_response(200, render_empty_school(school_.name(), visitor.words, visitor.session->form_token));
}

std::optional<Site::ClassPage> Site::page_named_by(std::string_view path) {
  constexpr std::string_view before = "/class/";
  if (!path.starts_with(before)) return std::nullopt;
  path.remove_prefix(before.size());
  ClassPage shown;
  shown.part = part_named_by(path);
  const auto [end, error] = std::from_chars(path.data(), path.data() + path.size(), shown.class_number);
  if (error != std::errc{} || end != path.data() + path.size()) return std::nullopt;
  return shown;
}

link::HttpResponse Site::show_class(const Visitor& visitor, const link::HttpRequest& request) {
  const auto shown = page_named_by(request.path);
  if (!shown || is_form_alone(shown->part)) return message(visitor, 404, visitor.words.not_found);
  const std::lock_guard lock(school_mutex_);
  const Done refreshed = bring_up_to_date();
  if (!refreshed) return message(visitor, 500, visitor.words.trouble);
  const auto html = class_html(visitor, *shown, request);
  if (!html && html.error().code == ErrorCode::NotFound) return message(visitor, 404, visitor.words.not_found);
  if (!html) return message(visitor, 500, visitor.words.trouble);
  return page_response(200, *html);
}

namespace {

// That a teacher has seen a learner's request to talk. One that is no number is not found.
Done take_talk_form(School& school, const Account& account, std::int64_t class_number, const Form& form,
                    UnixMs now_ms) {
  const std::string& request = field(form, "request");
  std::int64_t number = 0;
  std::from_chars(request.data(), request.data() + request.size(), number);
  return mark_talk_seen(school, account, class_number, number, now_ms);
}

}  // namespace

link::HttpResponse Site::take_form(const Visitor& visitor, const ClassPage& page, const Form& form) {
  const std::lock_guard lock(school_mutex_);
  if (!bring_up_to_date()) return message(visitor, 500, visitor.words.trouble);
  const Account& account = *visitor.session->account;
  const UnixMs now_ms = clock_.now().unix_ms;
  const bool is_plan = page.part == ClassPart::Plan;
  Done taken;
  if (is_plan)
    taken = take_plan_form(school_, library_, account, page.class_number, form, now_ms);
  else if (page.part == ClassPart::Nameless)
    taken = take_nameless_form(school_, library_, account, page.class_number, form);
  else
    taken = take_talk_form(school_, account, page.class_number, form, now_ms);
  if (taken) return redirect_to(fmt::format("/class/{}{}", page.class_number, is_plan ? "/plan" : ""));
  if (taken.error().code == ErrorCode::NotFound) return message(visitor, 404, visitor.words.not_found);
  if (taken.error().code == ErrorCode::BadInput)
    return message(visitor, 400, is_plan ? visitor.words.plan_refused : visitor.words.nameless_refused);
  return message(visitor, 500, visitor.words.trouble);
}

Result<std::string> Site::class_html(const Visitor& visitor, const ClassPage& shown, const link::HttpRequest& request) {
  const Account& account = *visitor.session->account;
  const Words& words = visitor.words;
  const std::string& token = visitor.session->form_token;
  const UnixMs now_ms = clock_.now().unix_ms;
  if (shown.part == ClassPart::Thinking) {
    TRY_ASSIGN(const ThinkingView view,
               view_thinking(school_, library_, account, shown.class_number, words.language, now_ms));
    return render_thinking_page(view, words, token);
  }
  if (shown.part == ClassPart::ToRead) {
    TRY_ASSIGN(const ToReadView view, view_to_read(school_, library_, account, shown.class_number, now_ms));
    return render_to_read_page(view, words, token);
  }
  if (shown.part == ClassPart::Plan) {
    TRY_ASSIGN(PlanView view, view_plan(school_, library_, account, shown.class_number, words.language, now_ms));
    const auto learner = request.query.find("learner");
    if (learner != request.query.end()) {
      if (const auto id = id_from_hex<LearnerId>(learner->second)) view.selected = *id;
    }
    return render_plan_page(view, words, token);
  }
  TRY_ASSIGN(const ClassView view, view_class(school_, library_, account, shown.class_number, words.language, now_ms));
  return render_class_page(view, words, token);
}

// A pack that was added since the last exchange changes what earlier answers mean.
Done Site::bring_up_to_date() {
  TRY_DONE(library_.refresh(school_));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(school_.database()));
  TRY_DONE(update_missing_states(school_, library_));
  return transaction.commit();
}

link::HttpResponse Site::message(const Visitor& visitor, unsigned status, std::string_view text) {
  return page_response(status, render_message(school_.name(), visitor.words, text));
}

void Site::set_cookie(link::HttpResponse& response, std::string_view value) const {
  response.headers["set-cookie"] =
      fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}", cookie_name, value, secure_cookies_ ? "; Secure" : "");
}

}  // namespace hornbook::server
