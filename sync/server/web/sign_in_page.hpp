// The sign-in form, and the small pages for when something is not there.
#pragma once

#include <string>

#include "sync/server/web/words.hpp"

namespace hornbook::server {

// `problem`: a sentence above the form, or empty. `user` is shown again after a wrong password.
[[nodiscard]] std::string render_sign_in(std::string_view school_name, const Words& words, std::string_view form_token,
                                         std::string_view problem, std::string_view user);
[[nodiscard]] std::string render_message(std::string_view school_name, const Words& words, std::string_view message);

}  // namespace hornbook::server
