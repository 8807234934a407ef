// The page of how a class thinks: the wrong rules that answers show, and what learners said of what was chosen for
// them.
#pragma once

#include "sync/server/school/accounts.hpp"
#include "sync/server/teaching/misconceptions_shown.hpp"
#include "sync/server/teaching/wishes.hpp"
#include "sync/server/web/words.hpp"

namespace hornbook::server {

struct ThinkingView {
  std::string school_name;
  SchoolClass shown;
  std::vector<MisconceptionShown> misconceptions;
  std::vector<Wish> wishes;  // the latest first
  UnixMs now_ms = 0;
};

// NotFound when there is no such class, or the account may not see it. `language` chooses the packs' words.
[[nodiscard]] Result<ThinkingView> view_thinking(School& school, const Library& library, const Account& account,
                                                 std::int64_t class_number, std::string_view language, UnixMs now_ms);

// A pure function of what there is to show. `form_token` goes into the page's forms.
[[nodiscard]] std::string render_thinking_page(const ThinkingView& view, const Words& words,
                                               std::string_view form_token);

}  // namespace hornbook::server
