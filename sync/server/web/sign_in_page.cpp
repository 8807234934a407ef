#include "sync/server/web/sign_in_page.hpp"

#include <fmt/format.h>

#include "sync/server/web/html.hpp"

namespace hornbook::server {

std::string render_sign_in(std::string_view school_name, const Words& words, std::string_view form_token,
                           std::string_view problem, std::string_view user) {
  const std::string problem_line =
      problem.empty() ? "" : fmt::format(R"(<p class="notice" role="alert">{}</p>)", escaped(problem));
  const std::string body = fmt::format(
      R"(<main class="narrow"><h1>{}</h1><p class="quiet">{}</p>
<form class="leaf sign-in" method="post" action="/sign-in">{}
<input type="hidden" name="form_token" value="{}">
<label for="user">{}</label><input id="user" name="user" value="{}" autocomplete="username" autocapitalize="none" required>
<label for="password">{}</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button>{}</button></form></main>)",
      escaped(school_name), escaped(words.sign_in_lead), problem_line, escaped(form_token), escaped(words.user),
      escaped(user), escaped(words.password), escaped(words.sign_in));
  return page(words, fmt::format("{} · {}", words.sign_in, school_name), body);
}

std::string render_message(std::string_view school_name, const Words& words, std::string_view message) {
  return page(words, school_name,
              fmt::format(R"(<main class="narrow"><h1>{}</h1><p class="leaf">{}</p><p><a href="/">{}</a></p></main>)",
                          escaped(school_name), escaped(message), escaped(words.back)));
}

}  // namespace hornbook::server
