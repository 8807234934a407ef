// The part of the class page where a teacher says whose the work of a learner without a name is.
#pragma once

#include <string>

#include "sync/server/teaching/join_nameless.hpp"
#include "sync/server/web/class_view.hpp"
#include "sync/server/web/form.hpp"
#include "sync/server/web/words.hpp"

namespace hornbook::server {

// Empty when there is none.
[[nodiscard]] std::string render_nameless(const ClassView& view, const Words& words, std::string_view form_token);

// Carries out what its form asks for. BadInput when it is not as the page writes it, else as join_nameless().
[[nodiscard]] Done take_nameless_form(School& school, const Library& library, const Account& account,
                                      std::int64_t class_number, const Form& form);

}  // namespace hornbook::server
