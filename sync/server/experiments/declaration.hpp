// A school's own experiment, as a researcher writes it down in JSON: two arms that differ in a rule of the decisions.
// Fields: school_experiment.schema.json beside this; what they are for: content_packs/EXPERIMENTS.md.
#pragma once

#include <array>
#include <string>

#include "runtime/interpret/experiments/running_experiment.hpp"
#include "runtime/pack/model.hpp"

namespace hornbook::server {

struct DeclaredArm {
  pack::LocalisedText name;  // of a school's own in no language: ""
  interpret::ArmRules rules;
};

// One that may be started: a pack's, or the school's own.
struct DeclaredExperiment {
  ExperimentId id;
  std::string name;                     // "PACK/ID" of a pack's; "ID" of the school's own
  pack::LocalisedText question;         // what it is to find out
  std::uint16_t second_permille = 500;  // what the declaration proposes
  std::array<DeclaredArm, interpret::experiment_arms> arms;
};

// BadInput with the field and how to mend it, LimitExceeded. Its id is not filled in: that takes the school.
[[nodiscard]] Result<DeclaredExperiment> read_declaration(ByteView json);

// In `language`, in its base language, in none, or else in the first that there is.
[[nodiscard]] std::string_view in_language(const pack::LocalisedText& text, std::string_view language);

}  // namespace hornbook::server
