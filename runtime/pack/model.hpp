// What a pack is made of, apart from its items.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/crypto.hpp"
#include "runtime/core/ids.hpp"

namespace hornbook::pack {

// Texts by BCP 47 language; every language of the pack is there.
using LocalisedText = std::map<std::string, std::string>;
// The one of a pack's `languages` that is shown to somebody who asks for `wanted`: itself, its base language ("es" for
// "es-MX"), or the pack's first, which it was written in. `languages` is not empty.
[[nodiscard]] const std::string& best_language(const std::vector<std::string>& languages, std::string_view wanted);

// Whose progress a skill or an item takes over: "ID" of an earlier version of this pack, or "PACK/ID" of another.
struct FormerIds {
  std::vector<std::string> was;     // what it was called, or was a part of, the latest first
  std::vector<std::string> merges;  // what became one in it
};

struct Skill {
  std::string id;
  LocalisedText title;
  LocalisedText can_do;                      // "I can …", for the learner's progress
  std::vector<std::uint16_t> prerequisites;  // indexes
  std::vector<std::string> standards;        // such as "CCSS.MATH.4.NF.A.1"
  std::string picture;                       // name of a picture of ui/theme, or empty
  FormerIds former;
};

struct Misconception {
  std::string id;
  LocalisedText title;       // for teachers
  LocalisedText feedback{};  // for a learner who shows it; empty: the item's own words stand
  LocalisedText hint{};      // the first hint for a learner who holds it; empty: the item's own
};

// Two ways of teaching the same, to find out which is better. Who is in one arm has not got the items of the other;
// where the school does not run the experiment, everybody has the first. What it must keep to: index_experiments.hpp.
inline constexpr std::size_t experiment_arms = 2;
struct ExperimentArm {
  LocalisedText name;                // for teachers
  std::vector<std::uint32_t> items;  // indexes, ascending; at least one
};
struct Experiment {
  std::string id;
  LocalisedText question;               // what it is to find out, for teachers and guardians
  std::uint16_t second_permille = 500;  // who gets the second arm, unless the school says otherwise
  std::array<ExperimentArm, experiment_arms> arms;
};

// Who may sign packs. Keys as in a TUF root's "targets" role; a threshold of them must have signed an index.
struct Trust {
  std::vector<VerifyKey> publishers;
  std::size_t threshold = 1;
};

struct ObjectEntry {
  Hash hash;               // of the plain bytes
  std::uint64_t size = 0;  // of the plain bytes
};

}  // namespace hornbook::pack
