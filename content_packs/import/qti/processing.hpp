// QTI's rules: response processing and template processing (QTI 2.2 Information Model, sections 7 and 9).
#pragma once

#include "content_packs/import/qti/session.hpp"

namespace hornbook::content::qti {

// Sets the outcomes that the rules give to the session's responses. `rules` is a responseProcessing element, not one
// that names a template. BadInput when a rule or an expression is not QTI's, LimitExceeded.
[[nodiscard]] Done process_responses(const Element& rules, Session& session);

// A session whose template variables, defaults and correct responses are drawn. A draw that breaks a templateConstraint
// is thrown away, at most limits::template_tries_max times; then BadInput. `rules` may be null: nothing is drawn.
[[nodiscard]] Result<Session> draw(const std::vector<Declaration>& declarations, const Element* rules,
                                   std::uint64_t seed);

// The standard's own response processing by the last part of its address: "match_correct", "map_response",
// "map_response_point", "CC2_match", "CC2_match_basic", "CC2_map_response", with or without ".xml". Null when it is
// none of them.
[[nodiscard]] const Element* standard_processing(std::string_view address);

}  // namespace hornbook::content::qti
