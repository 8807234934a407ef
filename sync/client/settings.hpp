// What the carrier keeps in the journal's settings.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "runtime/journal/store.hpp"
#include "sync/bundle/bundle.hpp"

namespace hornbook::device {

inline constexpr std::string_view parameters_setting = "parameters";  // interpret::encode(Parameters)
inline constexpr std::string_view assigned_packs_setting = "assigned packs";
inline constexpr std::string_view carried_bases_setting = "carried bases";

// Which base each learner was last brought: hashes of the sealed bytes, since a carrier can open none.
using CarriedBases = std::vector<std::pair<LearnerId, Hash>>;
[[nodiscard]] Result<CarriedBases> carried_bases(const journal::Store& store);
[[nodiscard]] Done remember_carried(journal::Store& store, const std::vector<bundle::BaseDelivery>& bases);

// The packs that the school wants on this device. Empty before the first exchange.
[[nodiscard]] Result<std::vector<bundle::PackAssignment>> assigned_packs(const journal::Store& store);
[[nodiscard]] Done remember_assigned(journal::Store& store, const std::vector<bundle::PackAssignment>& packs);

}  // namespace hornbook::device
