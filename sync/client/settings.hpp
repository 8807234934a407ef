// What the carrier keeps in the journal's settings.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "runtime/journal/store.hpp"
#include "sync/bundle/bundle.hpp"

namespace hornbook::device {

inline constexpr std::string_view parameters_setting = "parameters";  // interpret::encode(Parameters)
inline constexpr std::string_view parameters_given_setting = "parameters given";
inline constexpr std::string_view badges_given_setting = "badges given";
inline constexpr std::string_view assigned_packs_setting = "assigned packs";
inline constexpr std::string_view replaced_packs_setting = "replaced packs";
inline constexpr std::string_view packs_given_setting = "packs given";
inline constexpr std::string_view packs_refused_setting = "packs refused";  // why, as one sentence
inline constexpr std::string_view school_rules_setting = "school rules";
inline constexpr std::string_view expected_cursor_setting = "expected cursor";  // 8 bytes, or none

// Which rules of the school the device goes by: the later of two is that of the greater generation, then version.
struct KnownRules {
  std::uint64_t generation = 0;
  std::uint64_t version = 0;
  auto operator<=>(const KnownRules&) const = default;
};
[[nodiscard]] Result<KnownRules> known_rules(const journal::Store& store);
[[nodiscard]] Done remember_rules(journal::Store& store, const KnownRules& rules);

// When the school signed what it gave last of something that an older bundle must not bring back, in the same order.
struct GivenAt {
  std::uint64_t generation = 0;
  std::uint64_t signed_ms = 0;
  auto operator<=>(const GivenAt&) const = default;
};
[[nodiscard]] Result<GivenAt> parameters_given(const journal::Store& store);
// `parameters` is interpret::encode(Parameters).
[[nodiscard]] Done take_parameters(journal::Store& store, ByteView parameters, const GivenAt& given);

// Changes nothing when the school has signed later ones.
[[nodiscard]] Done take_badges(journal::Store& store, const std::vector<journal::BadgeSlot>& badges,
                               const GivenAt& given);

// The cursor whose name the school said it would know. None before it said so, and after it knew it no more.
[[nodiscard]] Result<std::optional<bundle::CursorName>> expected_cursor(const journal::Store& store);
[[nodiscard]] Done remember_expected(journal::Store& store, const bundle::CursorName& name);
[[nodiscard]] Done forget_expected(journal::Store& store);

// A pack that the school wants on this device.
struct AssignedPack {
  Hash pack;
  std::uint64_t bytes = 0;    // of the whole pack
  std::vector<Hash> earlier;  // versions whose place it takes, the latest first: good until it is here and opens
};
// Nothing before the first exchange: then the school has not said yet. An empty list: it wants none.
[[nodiscard]] Result<std::optional<std::vector<AssignedPack>>> assigned_packs(const journal::Store& store);
// When the school signed the list of packs.
[[nodiscard]] Result<GivenAt> packs_given(const journal::Store& store);
[[nodiscard]] Done remember_assigned(journal::Store& store, const std::vector<bundle::PackAssignment>& packs,
                                     const std::vector<bundle::ReplacedPack>& replaced, const GivenAt& given);

}  // namespace hornbook::device
