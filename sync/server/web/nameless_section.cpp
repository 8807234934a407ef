#include "sync/server/web/nameless_section.hpp"

#include <fmt/format.h>

#include "sync/server/web/html.hpp"

namespace hornbook::server {
namespace {

std::string learner_options(const ClassView& view, const Words& words) {
  std::string options = fmt::format("<option value=\"\">{}</option>", escaped(words.nameless_choose));
  for (const LearnerRow& row : view.learners)
    options += fmt::format("<option value=\"{}\">{}</option>", to_hex(row.id.view()), escaped(row.name));
  return options;
}

// Numbered, because several may have worked at one device.
std::string card(const ClassView& view, const NamelessRow& row, std::size_t number, const std::string& options,
                 const Words& words, std::string_view form_token) {
  return fmt::format(
      R"(<article class="leaf device"><h3>{}</h3><p>{} <span class="quiet">{}</span></p>
<form class="plan" method="post" action="/class/{}/nameless"><input type="hidden" name="form_token" value="{}">
<input type="hidden" name="nameless" value="{}"><label for="nameless-{}">{}</label>
<select id="nameless-{}" name="learner" required>{}</select><button>{}</button></form></article>
)",
      escaped(row.device_name), escaped(fmt::format(fmt::runtime(words.answers), row.answers, row.answers_right)),
      time_ago(row.last_seen_ms, view.now_ms, words), view.shown.number, escaped(form_token), to_hex(row.id.view()),
      number, escaped(words.nameless_whose), number, options, escaped(words.nameless_join));
}

}  // namespace

std::string render_nameless(const ClassView& view, const Words& words, std::string_view form_token) {
  if (view.nameless.empty()) return "";
  const std::string options = learner_options(view, words);
  std::string cards;
  for (const NamelessRow& row : view.nameless)
    cards += card(view, row, static_cast<std::size_t>(&row - view.nameless.data()) + 1, options, words, form_token);
  return fmt::format(
      R"(<section aria-labelledby="nameless"><h2 id="nameless">{}</h2><p>{}</p><div class="devices">{}</div></section>
)",
      escaped(words.nameless_heading), escaped(words.nameless_lead), cards);
}

Done take_nameless_form(School& school, const Library& library, const Account& account, std::int64_t class_number,
                        const Form& form) {
  const auto nameless = id_from_hex<LearnerId>(field(form, "nameless"));
  const auto learner = id_from_hex<LearnerId>(field(form, "learner"));
  if (!nameless || !learner)
    return fail(ErrorCode::BadInput, "nameless",
                "a field of the form is not as the page writes it; open the page again");
  return join_nameless(school, library, account, class_number, {*nameless, *learner});
}

}  // namespace hornbook::server
