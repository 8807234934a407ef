// The variables of one attempt at an item, and what evaluating may cost.
#pragma once

#include <map>

#include "content_packs/import/qti/declaration.hpp"
#include "runtime/core/seeded_random.hpp"

namespace hornbook::content::qti {

class Session {
 public:
  // Responses are NULL, outcomes and template variables as declared. `declarations` must live as long.
  Session(const std::vector<Declaration>& declarations, std::uint64_t seed);

  // Null when it is not declared.
  [[nodiscard]] const Declaration* declaration(std::string_view id) const;
  [[nodiscard]] bool is_known(std::string_view id) const { return values_.contains(id); }
  // NULL when it is not known.
  [[nodiscard]] Value value(std::string_view id) const;
  [[nodiscard]] Value by_default(std::string_view id) const;
  [[nodiscard]] Value correct(std::string_view id) const;

  // The value is made of the declared type where numbers, truths and containers allow. False when it is not declared.
  bool set(std::string_view id, Value value);
  bool set_default(std::string_view id, Value value);
  bool set_correct(std::string_view id, Value value);

  // A number, or the name of a variable that is one.
  [[nodiscard]] std::optional<double> number_or_variable(std::string_view text) const;

  [[nodiscard]] SeededRandom& seeded() { return random_; }
  // LimitExceeded when processing has taken limits::qti_steps_max steps.
  [[nodiscard]] Done spend_step();

 private:
  [[nodiscard]] Value fitting(const Declaration& declaration, Value value) const;
  const std::vector<Declaration>& declarations_;
  std::map<std::string, Value, std::less<>> values_;
  std::map<std::string, Value, std::less<>> defaults_;
  std::map<std::string, Value, std::less<>> correct_;
  SeededRandom random_;
  std::size_t steps_ = 0;
};

}  // namespace hornbook::content::qti
