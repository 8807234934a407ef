// How an event becomes a sealed row and rows become a sealed segment: for the writer, the opener and their tests.
// Constructions and their field tables: FORMAT.md.
#pragma once

#include <span>
#include <vector>

#include "runtime/core/crypto.hpp"
#include "runtime/journal/epoch.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::journal {

inline constexpr std::string_view skip_purpose = "hornbook skipped sequence";
inline constexpr std::uint8_t columns_with_zstd = 1;  // a segment's codec: columns of EVENTS.md in one zstd frame

// The two keys that an epoch key is only ever used through.
[[nodiscard]] SecretKey event_key(const SecretKey& epoch_key);
[[nodiscard]] SecretKey segment_key(const SecretKey& epoch_key);

[[nodiscard]] Bytes row_associated_data(const DeviceId& device, std::uint64_t epoch, std::uint64_t sequence);
[[nodiscard]] Bytes segment_associated_data(const DeviceId& device, const Segment& segment);

// The chain after `row`; before an epoch's first row it is the hash of the epoch's header.
[[nodiscard]] Hash next_chain(const Hash& previous, const Row& row);

// Seals one event in row form (measure::encode_event). `sequence` is used up from here on, whatever happens to the row.
// `key` is event_key().
[[nodiscard]] Row seal_row(const SecretKey& key, const DeviceId& device, std::uint64_t epoch, std::uint64_t sequence,
                           ByteView plain_event, const Hash& previous_chain);
// The signed statement that no event will ever have this sequence.
[[nodiscard]] Row make_skip(const SigningKey& device, std::uint64_t epoch, std::uint64_t sequence,
                            const Hash& previous_chain);

// Seals events that follow each other into `segment`, whose epoch, number and chain_end the caller has filled in; its
// number is used up from here on. `key` is segment_key(). BadInput when `events` is empty, LimitExceeded when the
// result would be too long.
[[nodiscard]] Result<Segment> seal_segment(const SecretKey& key, const DeviceId& device, Segment segment,
                                           std::span<const measure::Event> events);
// What seal_segment() sealed. `key` is segment_key(). BadInput when its codec or dictionary is not known here, Corrupt
// when the tag fails or the columns are malformed, LimitExceeded when it would expand past the limits.
[[nodiscard]] Result<std::vector<measure::Event>> open_with_segment_key(const Segment& segment, const DeviceId& device,
                                                                        const SecretKey& key);

}  // namespace hornbook::journal
