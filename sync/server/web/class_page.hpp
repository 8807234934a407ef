// The class page: a pure function of what there is to show.
#pragma once

#include <string>

#include "sync/server/web/class_view.hpp"
#include "sync/server/web/words.hpp"

namespace hornbook::server {

// `form_token` goes into the page's forms.
[[nodiscard]] std::string render_class_page(const ClassView& view, const Words& words, std::string_view form_token);
// For a school without classes.
[[nodiscard]] std::string render_empty_school(std::string_view school_name, const Words& words,
                                              std::string_view form_token);

}  // namespace hornbook::server
