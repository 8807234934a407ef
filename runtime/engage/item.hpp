// One item as a learner meets it: drawn from a pack with a seed, in one language. It asks one question, or several as
// steps of one problem.
//
// Texts carry a small markup that ui/text lays out: `$…$` is mathematics in a TeX subset (`\frac{1}{2}`,
// `1\frac{3}{4}`,
// `\times`, `\div`, `<`, `>`, `=`), `*…*` is emphasis, a blank line starts a paragraph.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/engage/credit.hpp"
#include "runtime/engage/kinds/kinds.hpp"
#include "runtime/engage/media/media.hpp"

namespace hornbook::engage {

struct Hint;
struct Passage;  // runtime/engage/passage/passage.hpp

// One thing that is asked, and what helps. Texts may be empty unless they say otherwise.
struct Question {
  std::string prompt;  // empty when the item's says it all
  std::optional<Figure> figure;
  std::optional<Sound> sound;
  Task task;
  std::optional<CreditRule> credit;  // nothing: the kind's own
  std::vector<Hint> hints;           // at most limits::hints_max, in the order in which they are given
  std::string explanation;           // one true sentence about what was done well, shown when it is right
  std::string not_yet;               // one useful sentence when no wrong answer of the pack's matches
};

// What helps: words to read, or a smaller question on the way, called a scaffold.
struct Hint {
  std::string title;                // may be empty
  std::string text;                 // empty when it asks: then the question's prompt has the words
  std::optional<Figure> figure;     // of the text
  std::vector<std::uint8_t> after;  // hints before it: each must be read, or answered when it asks
  std::optional<Question> question;
  std::optional<Sound> sound{};  // of the text
};
[[nodiscard]] inline const std::string& words_of(const Hint& hint) {
  return hint.question ? hint.question->prompt : hint.text;
}

struct Step {
  Question question;
  std::string way;          // alternative paths to the solution have names; a step without one is on every path
  bool worked = false;      // shown as done: an example to read
  std::uint32_t at_ms = 0;  // in the item's media: asked when they have come so far
};

struct ItemInstance {
  std::uint32_t item_index = 0;  // position in the pack's list of items
  std::uint32_t seed = 0;
  std::string language;  // BCP 47
  std::string prompt;    // stays on the screen through all steps
  std::optional<Figure> figure;
  bool read_aloud = false;  // for learners who do not read yet: what is asked is said when it is shown
  std::optional<Sound> sound;
  bool any_order = false;   // of the steps; otherwise in the order written
  std::vector<Step> steps;  // 1 … limits::steps_max, not all of them worked
  std::shared_ptr<const Passage>
      passage;                 // what is read for it; shared: items are values that are copied, texts are not
  std::optional<Media> media;  // what is watched for it; its steps are asked at check points
  std::optional<std::uint16_t> paragraph;  // of the passage, from 1: where the evidence stands
};

// An item of one question.
[[nodiscard]] inline ItemInstance item_asking(Question question) {
  ItemInstance item;
  item.steps.push_back({std::move(question), {}, false, 0});
  return item;
}

}  // namespace hornbook::engage
