// Every maximum of pack delivery: what a repository, or whoever stands in for it, may cost the device that asks.
#pragma once

#include <cstddef>

namespace hornbook::limits {

// Files whose length nothing that was verified tells (TUF 1.0.33, sections 5.3.3, 5.4.1, 5.5.1, 5.6.1).
inline constexpr std::size_t tuf_root_bytes_max = 512u << 10;
inline constexpr std::size_t tuf_timestamp_bytes_max = 16u << 10;
inline constexpr std::size_t tuf_snapshot_bytes_max = 2u << 20;
inline constexpr std::size_t tuf_targets_bytes_max = 8u << 20;
inline constexpr std::size_t tuf_target_bytes_max = 64u << 20;  // of one file that is delivered; it is held in memory

inline constexpr std::size_t tuf_root_rotations_max = 256;  // new roots in one update
inline constexpr std::size_t tuf_roles_visited_max = 32;    // in the search for one target
inline constexpr std::size_t tuf_role_name_bytes_max = 200;
inline constexpr std::size_t tuf_key_bytes_max = 4096;        // a public key as PEM
inline constexpr std::size_t tuf_signature_bytes_max = 2048;  // RSA with 16,384 bits
inline constexpr std::size_t tuf_role_keys_max = 256;
inline constexpr std::size_t tuf_delegations_max = 16'384;  // of one role
inline constexpr std::size_t tuf_role_paths_max = 65'536;   // patterns or hash prefixes of one delegation
inline constexpr std::size_t tuf_path_bytes_max = 1024;     // of one target, pattern or prefix
inline constexpr std::size_t tuf_file_name_bytes_max = 200;

inline constexpr std::size_t tuf_file_deadline_ms = 60'000;  // one connection, with all that goes over it

}  // namespace hornbook::limits
