// Building pages out of text: whatever comes from people passes through escaped().
#pragma once

#include <string>
#include <string_view>

#include "runtime/core/time.hpp"
#include "sync/link/http.hpp"
#include "sync/server/web/words.hpp"

namespace hornbook::server {

// For element content and for attribute values in double quotes.
[[nodiscard]] std::string escaped(std::string_view text);

// "5 minutes ago" in a <time> element with the exact UTC time, or the word for never.
[[nodiscard]] std::string time_ago(UnixMs at_ms, UnixMs now_ms, const Words& words);
// "2026-11-23T21:05Z"
[[nodiscard]] std::string utc_text(UnixMs at_ms);

// "2026-12-18", of days since 1970-01-01; empty for 0.
[[nodiscard]] std::string day_text(std::uint32_t day);

// A text of a pack: paragraphs, lines and *emphasis*; mathematics between `$` in a line (formula.hpp).
[[nodiscard]] std::string marked_up(std::string_view text);
// The same for within a paragraph.
[[nodiscard]] std::string marked_up_line(std::string_view text);

// The band at the top of the pages of whoever is signed in. `form_token` goes into its form.
[[nodiscard]] std::string page_top(std::string_view school_name, const Words& words, std::string_view form_token);
// A whole page: `body` is HTML already.
[[nodiscard]] std::string page(const Words& words, std::string_view title, std::string_view body);
// With the headers that keep scripts, frames and caches out.
[[nodiscard]] link::HttpResponse page_response(unsigned status, std::string_view html);
[[nodiscard]] link::HttpResponse redirect_to(std::string_view path);

}  // namespace hornbook::server
