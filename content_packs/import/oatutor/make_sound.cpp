#include "content_packs/import/oatutor/make_sound.hpp"

#include <algorithm>

#include "content_packs/import/sound_item.hpp"

namespace hornbook::content::oatutor {
namespace {

// Lint's sentence about the item with this step alone; empty when it is sound.
std::string problem_with(const ImportedItem& item, const ImportedStep& step, const std::string& language) {
  ImportedItem alone = item;
  alone.steps = {step};
  const auto sound = sound_item(alone, language);
  return sound ? std::string() : sound.error().sentence;
}

// The report of the step at this place among those that were taken.
StepReport* report_of(ItemReport& report, std::size_t place) {
  for (StepReport& step : report.steps)
    if (step.outcome != Outcome::Refused && place-- == 0) return &step;
  return nullptr;
}

void note(StepReport* report, Outcome weight, const char* code, const std::string& sentence) {
  if (report == nullptr) return;
  report->remarks.push_back({weight, code, report->id, sentence});
  report->outcome = std::max(report->outcome, weight);
}

}  // namespace

bool make_sound(ImportedItem& item, const std::string& language, ItemReport& report) {
  if (sound_item(item, language)) return true;
  std::vector<ImportedStep> kept;
  for (ImportedStep& step : item.steps) {
    const std::string problem = problem_with(item, step, language);
    StepReport* const about = report_of(report, kept.size());
    if (!problem.empty()) {
      step.hints.clear();
      if (!problem_with(item, step, language).empty()) {
        note(about, Outcome::Refused, "not-a-good-step", problem);
        continue;
      }
      note(about, Outcome::Approximated, "hints-left-out", "its hints cannot be given: " + problem);
      if (about != nullptr) about->hints = about->scaffolds = 0;
    }
    kept.push_back(std::move(step));
  }
  item.steps = std::move(kept);
  if (!item.steps.empty() && sound_item(item, language)) return true;
  const auto whole = item.steps.empty() ? std::string("none of its steps could be taken")
                                        : sound_item(item, language).error().sentence;
  report.remarks.push_back({Outcome::Refused, "not-a-good-item", item.id, whole});
  return false;
}

}  // namespace hornbook::content::oatutor
