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
inline constexpr std::string_view assigned_packs_setting = "assigned packs";
inline constexpr std::string_view replaced_packs_setting = "replaced packs";
inline constexpr std::string_view packs_given_setting = "packs given";
inline constexpr std::string_view packs_refused_setting = "packs refused";  // why, as one sentence
inline constexpr std::string_view school_rules_setting = "school rules";

// Which rules of the school the device goes by: the later of two is that of the greater generation, then version.
struct KnownRules {
  std::uint64_t generation = 0;
  std::uint64_t version = 0;
  auto operator<=>(const KnownRules&) const = default;
};
[[nodiscard]] Result<KnownRules> known_rules(const journal::Store& store);
[[nodiscard]] Done remember_rules(journal::Store& store, const KnownRules& rules);

// When the school signed what it gave last of the parameters, in the same order.
struct ParametersGiven {
  std::uint64_t generation = 0;
  std::uint64_t signed_ms = 0;
  auto operator<=>(const ParametersGiven&) const = default;
};
[[nodiscard]] Result<ParametersGiven> parameters_given(const journal::Store& store);
// `parameters` is interpret::encode(Parameters).
[[nodiscard]] Done take_parameters(journal::Store& store, ByteView parameters, const ParametersGiven& given);

// A pack that the school wants on this device.
struct AssignedPack {
  Hash pack;
  std::uint64_t bytes = 0;    // of the whole pack
  std::vector<Hash> earlier;  // versions whose place it takes, the latest first: good until it is here and opens
};
// Nothing before the first exchange: then the school has not said yet. An empty list: it wants none.
[[nodiscard]] Result<std::optional<std::vector<AssignedPack>>> assigned_packs(const journal::Store& store);
// When the school signed the list of packs, ordered as ParametersGiven.
using PacksGiven = ParametersGiven;
[[nodiscard]] Result<PacksGiven> packs_given(const journal::Store& store);
[[nodiscard]] Done remember_assigned(journal::Store& store, const std::vector<bundle::PackAssignment>& packs,
                                     const std::vector<bundle::ReplacedPack>& replaced, const PacksGiven& given);

}  // namespace hornbook::device
