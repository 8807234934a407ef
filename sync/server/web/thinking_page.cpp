#include "sync/server/web/thinking_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sync/server/web/html.hpp"

namespace hornbook::server {
namespace {

std::string names(const std::vector<std::string>& all) {
  std::string joined;
  for (const std::string& name : all) joined += joined.empty() ? escaped(name) : ", " + escaped(name);
  return joined;
}

std::string line(const TellingAnswer& answer, const Words& words) {
  const std::string asked = answer.asked.empty()
                                ? fmt::format("<p class=\"quiet\">{}</p>", escaped(words.asked_unknown))
                                : marked_up(answer.asked);
  const std::string answered =
      answer.answer.empty()
          ? std::string()
          : fmt::format("<p class=\"written\">{}</p>",
                        fmt::format(fmt::runtime(escaped(words.answered_so)), marked_up_line(answer.answer)));
  return fmt::format("<li><div class=\"asked\">{}</div>{}<p class=\"quiet\">{}</p></li>\n", asked, answered,
                     fmt::format(fmt::runtime(escaped(words.by_learners)), answer.learners, answer.times));
}

std::string article(const MisconceptionShown& shown, const Words& words) {
  const std::string held = shown.held_by.empty() ? std::string()
                                                 : fmt::format("<p><strong>{}</strong> {}</p>", escaped(words.held_by),
                                                               names(shown.held_by));
  std::string answers;
  for (const TellingAnswer& answer : shown.answers) answers += line(answer, words);
  return fmt::format("<article class=\"leaf writing\"><h3>{}</h3>{}<p class=\"quiet\">{}</p><ul>{}</ul></article>\n",
                     escaped(shown.title), held,
                     fmt::format(fmt::runtime(escaped(words.by_learners)), shown.learners, shown.times), answers);
}

std::string_view said(measure::OverrideReason reason, const Words& words) {
  switch (reason) {
    case measure::OverrideReason::TooEasy:
      return words.too_easy;
    case measure::OverrideReason::TooHard:
      return words.too_hard;
    case measure::OverrideReason::Later:
      return words.check_later;
    case measure::OverrideReason::JustRight:
      return words.just_right;
    case measure::OverrideReason::Other:
      break;
  }
  return words.other_wish;
}

std::string row(const Wish& wish, UnixMs now_ms, const Words& words) {
  const std::string time = wish.at_ms > 0 ? time_ago(wish.at_ms, now_ms, words) : escaped(words.time_unknown);
  return fmt::format(
      "<li><strong>{}</strong>: {} <span class=\"quiet\">{}</span><br><span class=\"quiet\">{}</span></li>\n",
      escaped(wish.learner), escaped(said(wish.reason, words)), time, escaped(wish.decision));
}

}  // namespace

Result<ThinkingView> view_thinking(School& school, const Library& library, const Account& account,
                                   std::int64_t class_number, std::string_view language, UnixMs now_ms) {
  ThinkingView view;
  view.school_name = school.name();
  view.now_ms = now_ms;
  TRY_ASSIGN(const std::vector<SchoolClass> classes, classes_of_account(school, account));
  const auto shown =
      std::find_if(classes.begin(), classes.end(), [&](const SchoolClass& one) { return one.number == class_number; });
  if (shown == classes.end()) return fail(ErrorCode::NotFound, "thinking", "the school has no such class");
  view.shown = *shown;
  TRY_ASSIGN(view.misconceptions, misconceptions_of_class(school, library, class_number, language));
  TRY_ASSIGN(view.wishes, wishes_of_class(school, library, class_number, language));
  return view;
}

std::string render_thinking_page(const ThinkingView& view, const Words& words, std::string_view form_token) {
  const std::string title = fmt::format(fmt::runtime(words.thinking_heading), view.shown.title);
  std::string body = page_top(view.school_name, words, form_token);
  body += fmt::format("<main>\n<p><a href=\"/class/{}\">{}</a></p>\n<h1>{}</h1>\n<h2>{}</h2>\n<p>{}</p>\n",
                      view.shown.number, escaped(words.back), escaped(title), escaped(words.rules_heading),
                      escaped(words.rules_lead));
  if (view.misconceptions.empty()) body += fmt::format("<p class=\"leaf\">{}</p>\n", escaped(words.no_rule));
  body += "<div class=\"writings\">\n";
  for (const MisconceptionShown& shown : view.misconceptions) body += article(shown, words);
  body += fmt::format("</div>\n<h2>{}</h2>\n<p>{}</p>\n", escaped(words.wishes_heading), escaped(words.wishes_lead));
  if (view.wishes.empty()) body += fmt::format("<p class=\"leaf\">{}</p>\n", escaped(words.no_wish));
  if (!view.wishes.empty()) body += "<ul class=\"leaf\">\n";
  for (const Wish& wish : view.wishes) body += row(wish, view.now_ms, words);
  if (!view.wishes.empty()) body += "</ul>\n";
  return page(words, title + " · " + view.school_name, body + "</main>");
}

}  // namespace hornbook::server
