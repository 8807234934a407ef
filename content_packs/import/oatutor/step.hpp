// One step of a problem.
#pragma once

#include <set>

#include "content_packs/import/oatutor/course.hpp"
#include "content_packs/import/oatutor/figures.hpp"
#include "content_packs/import/oatutor/variables.hpp"

namespace hornbook::content::oatutor {

// What a step has from its problem.
struct StepSurroundings {
  const Curriculum& curriculum;
  const Figures& figures;
  Variables variables;
  std::size_t draw = 0;
  std::string lesson_title;
  bool keeps_choice_order = false;
  std::string description;            // for pictures
  std::vector<std::string> formulas;  // of the problem's own texts
  bool says_something = false;        // the problem, beside its steps
};

struct ReadStep {
  ImportedStep step;
  std::vector<ImportedFigure> figures;  // that have no place yet
  std::set<std::string> skills;         // by name
};

// Nothing, with a remark of weight Refused, when it cannot be asked.
[[nodiscard]] std::optional<ReadStep> read_step(const PoolStep& source, const StepSurroundings& around,
                                                Remarks& remarks);

// A prompt within what lint allows.
[[nodiscard]] std::string fitting(std::string prompt, const std::string& where, Remarks& remarks);

}  // namespace hornbook::content::oatutor
