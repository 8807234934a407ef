// The school's master key on paper, in shares that different people keep: so many of them, typed in, bring it back.
// Layout of a share: sync/server/STORE.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/server/keys/secret_shares.hpp"

namespace hornbook::server {

inline constexpr std::size_t kit_shares_max = 16;
inline constexpr std::size_t kit_lines = 6;                   // of one share
inline constexpr std::size_t kit_text_bytes_max = 64u << 10;  // of what was typed

using KitId = OpaqueId<struct KitIdTag, 6>;  // random in each kit: shares of two kits do not go together

struct KitShare {
  KitId kit;
  std::uint8_t threshold = 0;
  SecretShare share;
};

// Any `threshold` of the `shares` bring the key back. BadInput unless 2 ≤ threshold ≤ shares ≤ kit_shares_max.
[[nodiscard]] Result<std::vector<KitShare>> make_recovery_kit(const SecretKey& master, std::size_t shares,
                                                              std::size_t threshold);
// Six lines of four groups of four characters. A secret, as all below.
[[nodiscard]] std::vector<std::string> lines_of(const KitShare& share);

// Shares as a person types them: their lines in any order, small letters, O for 0, any spaces and dashes; empty lines
// and those that begin with '#' do not count. Each share comes once, however often it was typed. BadInput, naming line
// and share, when a line is mistyped, a share lacks a line or does not hold together; LimitExceeded when it is too
// long.
[[nodiscard]] Result<std::vector<KitShare>> read_kit_shares(std::string_view typed);
// BadInput when there are too few, saying how many more, or when they are of two kits, saying which. That it is the key
// of this school shows when it opens it.
[[nodiscard]] Result<SecretKey> key_from_kit(const std::vector<KitShare>& shares);

}  // namespace hornbook::server
