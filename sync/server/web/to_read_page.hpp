// The page of what a class wrote for its teacher to read.
#pragma once

#include "sync/server/school/accounts.hpp"
#include "sync/server/teaching/writings.hpp"
#include "sync/server/web/words.hpp"

namespace hornbook::server {

struct ToReadView {
  std::string school_name;
  SchoolClass shown;
  std::vector<Writing> writings;   // the latest first
  std::map<Hash, Bytes> pictures;  // that some are drawn on
  UnixMs now_ms = 0;
};

// NotFound when there is no such class, or the account may not see it.
[[nodiscard]] Result<ToReadView> view_to_read(School& school, const Library& library, const Account& account,
                                              std::int64_t class_number, UnixMs now_ms);

// A pure function of what there is to show. `form_token` goes into the page's forms.
[[nodiscard]] std::string render_to_read_page(const ToReadView& view, const Words& words, std::string_view form_token);

}  // namespace hornbook::server
