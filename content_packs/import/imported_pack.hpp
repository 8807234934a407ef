// A pack as an importer made it, before it is written as YAML. It knows nothing of where it came from, so that every
// importer ends here. Texts carry the markup of items and are in the pack's one language.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/core/bytes.hpp"

namespace hornbook::content {

struct ImportedFigure {
  std::string path;  // in ImportedPack::media
  std::string description;
};

struct ImportedExpression {
  std::string answer;  // TeX between two $, or as it is typed
  std::vector<std::string> accept;
  std::string form = "any";
  std::string tolerance;  // empty, or an exact fraction
  bool quantity = false;  // a number with a unit
};

struct ImportedShortText {
  std::string answer;
  std::vector<std::string> accept;
  bool exact_case = false;
};

struct ImportedChoice {
  std::string text;
  std::optional<ImportedFigure> figure;
  bool correct = false;
};
// With several correct choices it is a task with multiple answers.
struct ImportedChoices {
  bool shuffled = true;
  std::vector<ImportedChoice> choices;
};

using ImportedTask = std::variant<ImportedExpression, ImportedShortText, ImportedChoices>;

// As the source of a pack calls the kind: "expression", "short_text", "choice" or "multiple_answer".
[[nodiscard]] std::string kind_of(const ImportedTask& task);

struct ImportedHint {
  std::string id;
  std::string title;  // may be empty
  std::string text;
  std::optional<ImportedFigure> figure;
  std::optional<std::vector<std::string>> after;  // nothing: the hint before it
  std::optional<ImportedTask> task;               // makes it a scaffold
  std::vector<std::string> sub_hints;
};

struct ImportedStep {
  std::string id;
  std::vector<std::string> skills;
  std::string prompt;
  std::optional<ImportedFigure> figure;
  ImportedTask task;
  std::vector<ImportedHint> hints;
};

struct ImportedItem {
  std::string id;
  std::string objective;
  std::vector<std::string> skills;
  std::string prompt;
  std::optional<ImportedFigure> figure;
  std::vector<ImportedStep> steps;
};

struct ImportedSkill {
  std::string id;
  std::string title;
  std::string can_do;
  std::vector<std::string> prerequisites;
};

struct ImportedPack {
  std::string name;
  std::string language;
  std::string title;
  std::string licence;  // SPDX
  std::vector<std::string> authors;
  std::string subject;
  std::vector<ImportedSkill> skills;
  std::vector<ImportedItem> items;
  std::map<std::string, Bytes> media;  // by path, "media/…"
};

}  // namespace hornbook::content
