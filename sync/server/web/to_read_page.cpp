#include "sync/server/web/to_read_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sync/server/web/drawing_svg.hpp"
#include "sync/server/web/html.hpp"

namespace hornbook::server {
namespace {

// "Drawing by Amina, on a picture: a garden. Half of it is red."
std::string name_of_drawing(const Writing& writing, const Words& words) {
  std::string name = fmt::format(fmt::runtime(words.drawing_by), writing.learner);
  if (!writing.drawn->drawn_on.empty())
    name += ", " + fmt::format(fmt::runtime(words.drawn_on), writing.drawn->drawn_on);
  return writing.text.empty() ? name : name + ". " + writing.text;
}

std::string article(const Writing& writing, UnixMs now_ms, const Words& words) {
  const std::string asked = writing.asked.empty()
                                ? fmt::format(R"(<p class="quiet">{}</p>)", escaped(words.asked_unknown))
                                : marked_up(writing.asked);
  const std::string time = writing.at_ms > 0 ? time_ago(writing.at_ms, now_ms, words) : escaped(words.time_unknown);
  const std::string drawing = writing.drawn ? drawing_svg(*writing.drawn, name_of_drawing(writing, words)) : "";
  const std::string text =
      writing.text.empty() ? "" : fmt::format(R"(<p class="written">{}</p>)", escaped(writing.text));
  return fmt::format(
      R"(<article class="leaf writing"><div class="who"><h2>{}</h2><p class="quiet">{}</p></div><div class="asked">{}</div>{}{}</article>
)",
      escaped(writing.learner), time, asked, drawing, text);
}

}  // namespace

Result<ToReadView> view_to_read(School& school, const Library& library, const Account& account,
                                std::int64_t class_number, UnixMs now_ms) {
  ToReadView view;
  view.school_name = school.name();
  view.now_ms = now_ms;
  TRY_ASSIGN(const std::vector<SchoolClass> classes, classes_of_account(school, account));
  const auto shown =
      std::find_if(classes.begin(), classes.end(), [&](const SchoolClass& one) { return one.number == class_number; });
  if (shown == classes.end()) return fail(ErrorCode::NotFound, "to read", "the school has no such class");
  view.shown = *shown;
  TRY_ASSIGN(view.writings, writings_of_class(school, library, class_number));
  view.pictures = pictures_drawn_on(view.writings, library);
  return view;
}

std::string render_to_read_page(const ToReadView& view, const Words& words, std::string_view form_token) {
  const std::string title = fmt::format(fmt::runtime(words.to_read_heading), view.shown.title);
  std::string body = page_top(view.school_name, words, form_token);
  body += fmt::format("<main>\n<p><a href=\"/class/{}\">{}</a></p>\n<h1>{}</h1>\n<p>{}</p>\n", view.shown.number,
                      escaped(words.back), escaped(title), escaped(words.to_read_lead));
  if (view.writings.empty()) body += fmt::format("<p class=\"leaf\">{}</p>\n", escaped(words.nothing_to_read));
  const bool some_drawn =
      std::any_of(view.writings.begin(), view.writings.end(), [](const Writing& one) { return one.drawn.has_value(); });
  if (some_drawn) body += sheets_and_pictures(view.pictures);
  body += "<div class=\"writings\">\n";
  for (const Writing& writing : view.writings) body += article(writing, view.now_ms, words);
  return page(words, title + " · " + view.school_name, body + "</div>\n</main>");
}

}  // namespace hornbook::server
