// Maxima of what travels, and of the carriers that are no network: sticks and relays.
#pragma once

#include "runtime/core/limits.hpp"

namespace hornbook::limits {

inline constexpr std::size_t seen_requests_max = 16;    // to talk, that one answer names
inline constexpr std::size_t stick_bundles_max = 4096;  // in one folder of a stick
inline constexpr std::size_t stick_pieces_max = 999;    // of one device in one export

inline constexpr std::size_t card_bytes_max = 4u << 10;
inline constexpr std::size_t relay_schools_max = 64;
inline constexpr std::size_t relay_bundle_bytes_max = 8u << 20;  // that a relay keeps
inline constexpr std::size_t relay_boxes = 8;                    // that a device remembers and asks for
inline constexpr std::size_t relay_batch_bundles_max = 64;       // that a relay hands to a school in one request
inline constexpr std::size_t relay_batch_bytes_max = 12u << 20;  // of them, and of the answers in one response
inline constexpr std::size_t relay_message_bytes_max = 32u << 20;

static_assert(exchange_event_bytes_max * 3 / 2 < relay_bundle_bytes_max);
static_assert(relay_bundle_bytes_max < relay_batch_bytes_max && relay_batch_bytes_max < http_request_bytes_max);
static_assert(relay_batch_bytes_max + bundle_bytes_max < relay_message_bytes_max);

}  // namespace hornbook::limits
