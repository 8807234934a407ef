// Events as bytes. One event alone (a journal row), or many in columns (the inside of a segment).
// Formats: runtime/measure/EVENTS.md.
#pragma once

#include <span>

#include "runtime/core/bytes.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::measure {

// Row form. LimitExceeded when it would be longer than limits::event_bytes_max.
[[nodiscard]] Result<Bytes> encode_event(const Event& event);
// BadInput when a field is malformed or out of range; an unknown number gives UnknownEvent.
[[nodiscard]] Result<Event> decode_event(ByteView bytes);

// Columnar form, delta-coded, ready to be compressed by the segment codec. Events must be in sequence order; gaps in
// the sequence are kept. At most limits::segment_events_max.
[[nodiscard]] Result<Bytes> encode_columns(std::span<const Event> events);
[[nodiscard]] Result<std::vector<Event>> decode_columns(ByteView bytes);

}  // namespace hornbook::measure
