// What a device has of what its school gives, and a short name for it: a station with a class would otherwise send a
// kilobyte of hashes with each bundle.
#pragma once

#include "sync/bundle/bundle.hpp"

namespace hornbook::bundle {

// The cursor's sections as they stand in a payload.
void put_cursor(ByteWriter& payload, const Cursor& cursor);

// The same for the same contents in any order: first 8 bytes of BLAKE2b-256("hornbook cursor" ‖ sections), the lists
// sorted. School and device compare it between themselves, inside signed bundles.
[[nodiscard]] CursorName name_of(const Cursor& cursor);

// The cursor of a device that had this one and took in all of the school's answer. What a base replaces, only the
// school knows: here it is added. Packs are not installed yet.
[[nodiscard]] Cursor after(Cursor cursor, const DownBundle& answer);

}  // namespace hornbook::bundle
