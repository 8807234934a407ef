#include "sync/server/web/sessions.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::server {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr MonotonicMs idle_ms_max = 60 * 60'000;
constexpr MonotonicMs age_ms_max = 12 * 60 * 60'000;
constexpr unsigned failures_max = 5;
constexpr MonotonicMs failures_window_ms = 60'000;

Hash name_of(std::string_view cookie) { return hash({as_bytes("hornbook web session"), as_bytes(cookie)}); }

bool is_over(const WebSession& session, MonotonicMs now_ms) {
  return now_ms - session.used_ms > idle_ms_max || now_ms - session.opened_ms > age_ms_max;
}

}  // namespace

std::string WebSessions::open(std::optional<Account> account, MonotonicMs now_ms) {
  const std::lock_guard lock(mutex_);
  make_room(now_ms);
  const std::string cookie = to_hex(random_bytes(token_bytes));
  sessions_[name_of(cookie)] = {std::move(account), to_hex(random_bytes(token_bytes)), now_ms, now_ms};
  return cookie;
}

// Whoever only asks for forms cannot push out those who are signed in.
void WebSessions::make_room(MonotonicMs now_ms) {
  std::erase_if(sessions_, [&](const auto& entry) { return is_over(entry.second, now_ms); });
  if (sessions_.size() < limits::web_sessions_max) return;
  const auto gives_way = [](const auto& a, const auto& b) {
    return std::pair(a.second.account.has_value(), a.second.used_ms) <
           std::pair(b.second.account.has_value(), b.second.used_ms);
  };
  sessions_.erase(std::min_element(sessions_.begin(), sessions_.end(), gives_way));
}

std::optional<WebSession> WebSessions::find(std::string_view cookie, MonotonicMs now_ms) {
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(name_of(cookie));
  if (found == sessions_.end()) return std::nullopt;
  if (is_over(found->second, now_ms)) {
    sessions_.erase(found);
    return std::nullopt;
  }
  found->second.used_ms = now_ms;
  return found->second;
}

void WebSessions::close(std::string_view cookie) {
  const std::lock_guard lock(mutex_);
  sessions_.erase(name_of(cookie));
}

bool WebSessions::may_try(const std::string& user, MonotonicMs now_ms) {
  const std::lock_guard lock(mutex_);
  std::erase_if(failures_, [&](const auto& entry) { return now_ms - entry.second.first_ms > failures_window_ms; });
  const auto found = failures_.find(user);
  if (found != failures_.end()) return found->second.count < failures_max;
  return failures_.size() < limits::web_sessions_max;
}

void WebSessions::count_failure(const std::string& user, MonotonicMs now_ms) {
  const std::lock_guard lock(mutex_);
  Failures& failures = failures_[user];
  if (failures.count++ == 0) failures.first_ms = now_ms;
}

}  // namespace hornbook::server
