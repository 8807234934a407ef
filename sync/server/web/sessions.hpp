// Who is signed in to the pages. Kept in memory alone: a restart of the server signs everybody out.
// Thread rule: safe from any thread.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "runtime/core/ids.hpp"
#include "runtime/core/time.hpp"
#include "sync/server/school/accounts.hpp"

namespace hornbook::server {

struct WebSession {
  std::optional<Account> account;  // none: only a form has been shown
  std::string form_token;          // in every form of this session (against cross-site posts)
  MonotonicMs opened_ms = 0;
  MonotonicMs used_ms = 0;
};

class WebSessions {
 public:
  // Returns the value for the cookie: 32 random bytes, of which only the hash is kept.
  [[nodiscard]] std::string open(std::optional<Account> account, MonotonicMs now_ms);
  // Nothing when it is unknown, idle for an hour or older than twelve.
  [[nodiscard]] std::optional<WebSession> find(std::string_view cookie, MonotonicMs now_ms);
  void close(std::string_view cookie);

  // At most five wrong passwords a minute for a user name, known or not.
  [[nodiscard]] bool may_try(const std::string& user, MonotonicMs now_ms);
  void count_failure(const std::string& user, MonotonicMs now_ms);

 private:
  struct Failures {
    unsigned count = 0;
    MonotonicMs first_ms = 0;
  };
  void make_room(MonotonicMs now_ms);

  std::mutex mutex_;
  std::map<Hash, WebSession> sessions_;
  std::map<std::string, Failures> failures_;
};

}  // namespace hornbook::server
