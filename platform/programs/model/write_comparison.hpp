// The table of `hornbook-model simulate`: as text for people, as JSON for programs.
#pragma once

#include <iosfwd>
#include <optional>
#include <vector>

#include "platform/programs/model/simulate/summary.hpp"

namespace hornbook::platform {

struct ComparisonRow {
  simulate::FamilyKind family{};
  simulate::PolicyKind policy{};
  simulate::Summary summary;
  std::optional<simulate::Saving> saving;  // against random-bkt95, when both were tried
};

void write_text(const std::vector<ComparisonRow>& rows, std::ostream& out);
// One object: learners, seed, and `rows` with a field for each of Summary's.
void write_json(const std::vector<ComparisonRow>& rows, std::size_t learners, std::uint64_t seed, std::ostream& out);

}  // namespace hornbook::platform
