#include "sync/server/web/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "sync/server/web/formula.hpp"

namespace hornbook::server {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;

// Drawn once, used by every cell: an empty ring, a half-filled one, a full one with a tick, a tick, a wave for "not
// yet".
constexpr std::string_view shapes = R"(<svg class="shapes" aria-hidden="true" focusable="false">
<symbol id="not-started" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2.5"/></symbol>
<symbol id="practising" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="2"/><path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor"/></symbol>
<symbol id="mastered" viewBox="0 0 20 20"><circle cx="10" cy="10" r="8" fill="currentColor"/><path class="tick" d="M6 10.5l2.8 2.8L14 7.5" fill="none" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="right" viewBox="0 0 20 20"><path d="M4 10.5l4 4L16 6" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="not-yet" viewBox="0 0 20 20"><path d="M3 11c2.5-5 4.5-5 7 0s4.500 5 7 0" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/></symbol>
</svg>)";

}  // namespace

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result.push_back(c);
    }
  }
  return result;
}

std::string marked_up_line(std::string_view text) {
  std::string html;
  bool emphasis = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool takes_next = c == '\\' && at + 1 < text.size();
    if (takes_next) {
      html += escaped(text.substr(++at, 1));
    } else if (c == '$') {
      const std::size_t end = std::min(text.find('$', at + 1), text.size());
      html += "<code>" + escaped(formula_in_a_line(text.substr(at + 1, end - at - 1))) + "</code>";
      at = end;
    } else if (c == '*') {
      html += std::exchange(emphasis, !emphasis) ? "</em>" : "<em>";
    } else if (c == '\n') {
      html += "<br>";
    } else {
      html += escaped(text.substr(at, 1));
    }
  }
  if (emphasis) html += "</em>";
  return html;
}

std::string marked_up(std::string_view text) { return "<p>" + marked_up_line(text) + "</p>"; }

std::string page_top(std::string_view school_name, const Words& words, std::string_view form_token) {
  return fmt::format(R"(<header class="top"><p class="school">{}</p>
<form method="post" action="/sign-out"><input type="hidden" name="form_token" value="{}"><button class="quiet">{}</button></form></header>
)",
                     escaped(school_name), escaped(form_token), escaped(words.sign_out));
}

std::string utc_text(UnixMs at_ms) {
  using std::chrono::floor;
  const std::chrono::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(at_ms)};
  const auto day = floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::int64_t minutes = std::chrono::duration_cast<std::chrono::minutes>(time - day).count();
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), minutes / 60,
                     minutes % 60);
}

std::string day_text(std::uint32_t day) {
  constexpr std::size_t date_length = 10;
  return day == 0 ? std::string() : utc_text(day * day_ms).substr(0, date_length);
}

std::string time_ago(UnixMs at_ms, UnixMs now_ms, const Words& words) {
  if (at_ms <= 0) return escaped(words.never);
  const std::int64_t age_ms = std::max<std::int64_t>(0, now_ms - at_ms);
  std::string text;
  if (age_ms < minute_ms)
    text = words.just_now;
  else if (age_ms < hour_ms)
    text = fmt::format(fmt::runtime(words.minutes_ago), age_ms / minute_ms);
  else if (age_ms < 2 * day_ms)
    text = fmt::format(fmt::runtime(words.hours_ago), age_ms / hour_ms);
  else
    text = fmt::format(fmt::runtime(words.days_ago), age_ms / day_ms);
  return fmt::format(R"(<time datetime="{}">{}</time>)", utc_text(at_ms), escaped(text));
}

std::string page(const Words& words, std::string_view title, std::string_view body) {
  return fmt::format(R"(<!DOCTYPE html>
<html lang="{}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
{}
{}
</body>
</html>
)",
                     words.language, escaped(title), shapes, body);
}

link::HttpResponse page_response(unsigned status, std::string_view html) {
  link::HttpResponse response = link::text_response(status, "text/html; charset=utf-8", html);
  response.headers["content-security-policy"] =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
      "frame-ancestors "
      "'none'";
  response.headers["x-content-type-options"] = "nosniff";
  response.headers["referrer-policy"] = "no-referrer";
  response.headers["cache-control"] = "no-store";
  return response;
}

link::HttpResponse redirect_to(std::string_view path) {
  link::HttpResponse response = link::text_response(303, "text/plain; charset=utf-8", "");
  response.headers["location"] = std::string(path);
  response.headers["cache-control"] = "no-store";
  return response;
}

}  // namespace hornbook::server
