// What all that build tasks of interactions have in common.
#pragma once

#include "content_packs/import/qti/task.hpp"
#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::content::qti {

class TaskBuilder {
 public:
  TaskBuilder(const Interaction& interaction, const Learnt& learnt, const TaskSurroundings& around)
      : interaction_(interaction), learnt_(learnt), around_(around) {}

 protected:
  std::nullopt_t refuse(const char* code, std::string sentence) {
    around_.remarks.push_back({Outcome::Refused, code, around_.where, std::move(sentence)});
    return std::nullopt;
  }

  [[nodiscard]] const std::vector<std::uint32_t>& right() const { return learnt_.responses.list[learnt_.right].picks; }

  ImportedThing thing(const Option& option) {
    ImportedThing result{option.content.markup, around_.figure_of(option.content)};
    if (result.text.empty() && !result.figure) result.text = engage::escaped_for_markup(option.id);
    return result;
  }
  std::vector<ImportedThing> things(const std::vector<Option>& options) {
    std::vector<ImportedThing> result;
    for (const Option& option : options) result.push_back(thing(option));
    return result;
  }

  // The answers are the picks as they are, each translated.
  template <class Translate>
  std::vector<engage::Answer> answers(Translate translate) const {
    std::vector<engage::Answer> result;
    for (const Response& response : learnt_.responses.list) {
      engage::Answer answer;
      for (const std::uint32_t pick : response.picks) answer.numbers.push_back(translate(pick));
      result.push_back(std::move(answer));
    }
    return result;
  }

  const Interaction& interaction_;
  const Learnt& learnt_;
  const TaskSurroundings& around_;
};

}  // namespace hornbook::content::qti
