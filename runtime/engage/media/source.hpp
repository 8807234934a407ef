// Reading an item's media, and where on the way its steps are asked.
#pragma once

#include "runtime/engage/media/media_template.hpp"
#include "runtime/engage/source/item_parts.hpp"

namespace hornbook::engage {

// The field "media" of an item; nothing when it is not there.
[[nodiscard]] Read<std::optional<MediaTemplate>> read_media(Fields& item, const ItemParts& parts);

// A check point: a time such as 0:35 in a video, the number of a slide, after which it comes. In milliseconds.
[[nodiscard]] Read<std::uint32_t> read_check_point(const Located& value, const MediaTemplate& media);

}  // namespace hornbook::engage
