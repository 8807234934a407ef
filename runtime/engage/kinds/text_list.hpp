// An optional list of texts among a kind's fields.
#pragma once

#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

// Empty when the field is not there; one entry at least when it is.
[[nodiscard]] Read<std::vector<Texts>> read_text_list(Fields& fields, std::string_view name, std::size_t entries_max,
                                                      const ItemParts& parts);
[[nodiscard]] Result<std::vector<std::string>> compose_text_list(const std::vector<Texts>& source,
                                                                 const Composer& composer);

}  // namespace hornbook::engage
