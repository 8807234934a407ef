// How an item scores, learnt by giving it responses.
#pragma once

#include "content_packs/import/qti/interaction.hpp"

namespace hornbook::content::qti {

class Scorer {
 public:
  // `drawn` has the item's template variables. Both must live as long.
  Scorer(const Item& item, const Session& drawn) : item_(item), drawn_(drawn) {}

  using Given = std::vector<std::pair<std::string, Value>>;  // responses by their ids; others are NULL
  // The session after response processing. BadInput and LimitExceeded as process_responses().
  [[nodiscard]] Result<Session> attempt(const Given& given) const;
  // The outcome that counts; 0 when it is NULL.
  [[nodiscard]] Result<double> score(const Given& given) const;

 private:
  const Item& item_;
  const Session& drawn_;
};

// What becomes one task, mostly one interaction, and what each response to it is worth while all others are right.
struct Learnt {
  std::vector<std::string> ids;  // of its response variables
  Responses responses;
  std::vector<double> credits;  // 0 … 1; 1 is right
  std::size_t right = 0;        // place of the right response that stands for them
};
struct LearntItem {
  std::vector<Learnt> tasks;
  double most = 0;               // the greatest score
  std::size_t combinations = 0;  // of responses to several tasks that were tried
  std::size_t differing = 0;     // of them: where "every one is right" and "the greatest score" are not the same
};

// Each interaction by itself; none of them is an Essay. BadInput with the reason when the rules cannot be run or no
// response is better than another.
[[nodiscard]] Result<LearntItem> learn(const std::vector<Interaction>& interactions, const Item& item,
                                       const Session& drawn);
// The same for tasks whose responses are known, the first of each being the one that is taken for right.
[[nodiscard]] Result<LearntItem> learn_tasks(std::vector<Learnt> tasks, const Item& item, const Session& drawn);

// Several interactions that become one task: combinations of the responses to each, all right first.
[[nodiscard]] Learnt combined(const std::vector<const Learnt*>& parts);
// The responses to a task, by the ids of its variables.
[[nodiscard]] Scorer::Given given_in(const Learnt& task, std::size_t response);

[[nodiscard]] inline bool is_full(double credit) { return credit > 1 - 1e-6; }

}  // namespace hornbook::content::qti
