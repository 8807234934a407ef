// Whether a task of Hornbook scores every response as the item does, and the credit rule that makes it so.
#pragma once

#include "content_packs/import/qti/task.hpp"
#include "runtime/engage/item.hpp"

namespace hornbook::content::qti {

struct Agreement {
  std::size_t responses = 0;
  std::size_t same_verdict = 0;  // right or not
  std::size_t same_credit = 0;   // within a hundredth
};

// The instance that a learner gets of the item, in this language. Media of the item need not be there. BadInput with
// lint's sentence when the item is not sound.
[[nodiscard]] Result<engage::ItemInstance> instance_of(ImportedItem item, const std::string& language);

// What each part of an answer would be worth by the mapping of its response, against the greatest score. Empty when it
// has no mapping, or when parts and values do not stand side by side.
[[nodiscard]] std::vector<ImportedPartWorth> worths_by_mapping(const Declaration& declared, const Responses& responses,
                                                               const BuiltTask& built, double most);

// The rule with which `question` gives each answer its credit; nothing when it does without, or when no rule can say
// it.
[[nodiscard]] std::optional<ImportedCredit> credit_rule_for(const engage::Question& question, const BuiltTask& built,
                                                            const std::vector<double>& credits,
                                                            const std::vector<ImportedPartWorth>& suggested);

[[nodiscard]] Agreement compare(const engage::Question& question, const BuiltTask& built,
                                const std::vector<double>& credits);

}  // namespace hornbook::content::qti
