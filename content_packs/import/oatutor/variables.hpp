// OATutor's `variabilization`: `@{v}` in any text is one of v's values, the same number in each variable's list. The
// problem is written out once for each.
#pragma once

#include <map>

#include "content_packs/import/report.hpp"

namespace hornbook::content::oatutor {

using Variables = std::map<std::string, std::vector<std::string>>;

// The field "variabilization" of `json`, on top of `outer`.
[[nodiscard]] Variables variables_of(const pack::Json& json, Variables outer = {});
// The longest list's length; 1 when there is none.
[[nodiscard]] std::size_t draws_of(const Variables& variables);
// `json` with every `@{v}` written out as in draw `draw`.
[[nodiscard]] pack::Json written_out(pack::Json json, const Variables& variables, std::size_t draw);

}  // namespace hornbook::content::oatutor
