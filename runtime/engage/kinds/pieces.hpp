// What each kind of task is made of. A kind has a folder with one header that declares three types,
//   XTemplate  what the pack's source says, with `Task`, the kind's `number` and `name`, and a reader of the source;
//              `judged_by` when that is not JudgedBy::Rule; of JudgedBy::Person assess() is kept_for_teacher()
//   X          the task: one draw of the template, in one language, with `Entry`
//   XEntry     what is entered so far; equality compares it
// and these functions, which runtime/engage/task.hpp finds by the type of the task:
//   Result<X> compose(const XTemplate&, const Composer&, SeededRandom&)  BadInput when a draw makes no sense
//   XEntry empty_entry(const X&)
//   bool enter(const X&, XEntry&, const Gesture&)        whether it changed; a gesture that does not fit does nothing.
//                                                        LookAgain comes here too, for kinds that remember what was
//                                                        right
//   bool is_complete(const X&, const XEntry&)            whether it can be submitted
//   Answer to_answer(const X&, const XEntry&)            of a complete entry; the kind's number is set by the caller
//   std::optional<XEntry> from_answer(const X&, const Answer&)   nothing when the answer does not fit the task
//   Verdict assess(const X&, const XEntry&)
//   XEntry right_entry(const X&)
//   std::vector<XEntry> wrong_entries(const X&)          the likeliest first; assess() has the last word
//   std::optional<Gesture> next_gesture(const X&, const XEntry& now, const XEntry& wanted)   nothing when it is reached
//   Gesture way_back(const X&)                           leads back from "not yet"; what can be kept is kept
//   std::string in_words(const X&, const XEntry&)        the entry as a text with markup
//   std::vector<std::string> offered(const X&)           what can be chosen or carried: no two may look the same
#pragma once

#include <algorithm>

#include "runtime/core/seeded_random.hpp"
#include "runtime/engage/answer.hpp"
#include "runtime/engage/figure.hpp"
#include "runtime/engage/gesture.hpp"
#include "runtime/engage/rational.hpp"
#include "runtime/engage/sound.hpp"
#include "runtime/engage/source/fields.hpp"
#include "runtime/engage/template/parts.hpp"

namespace hornbook::engage {

class Composer;   // runtime/engage/template/compose.hpp
class ItemParts;  // runtime/engage/source/item_parts.hpp

// Who says what an answer is worth.
enum class JudgedBy : std::uint8_t {
  Rule,    // assess(), or the learner's own word where that is the rule: evidence of how well a skill is known
  Person,  // a teacher, for whom it is kept: nothing is ever concluded from it here
  Nobody,  // it only tells how something was
};

// A number of a kind, its name in the source and its judge. Numbers are never used again.
struct KindName {
  std::uint8_t number;
  std::string_view name;
  JudgedBy judged_by;
};
template <class Template>
[[nodiscard]] constexpr KindName kind_name() {
  if constexpr (requires { Template::judged_by; })
    return {Template::number, Template::name, Template::judged_by};
  else
    return {Template::number, Template::name, JudgedBy::Rule};
}

// A number that is a mistake to recognise.
struct ExpectedWrongNumber {
  Rational value;
  WrongAnswer wrong;
};

// What stands for a thing in a sentence: its words, or what describes its picture.
[[nodiscard]] inline std::string words_for(const std::string& text, const std::optional<Figure>& figure) {
  return text.empty() && figure ? figure->description : text;
}

// What a thing looks like to a learner: its words and what describes its picture.
[[nodiscard]] inline std::string look_of(const std::string& text, const std::optional<Figure>& figure) {
  return figure && !text.empty() ? text + " (" + figure->description + ")" : words_for(text, figure);
}

template <class Thing>
[[nodiscard]] std::vector<std::string> looks_of(const std::vector<Thing>& things) {
  std::vector<std::string> looks;
  for (const Thing& thing : things) looks.push_back(look_of(thing.text, thing.figure));
  return looks;
}

// The thing at `source_index` in the pack's source; nullptr when there is none.
template <class Thing>
[[nodiscard]] const Thing* thing_at(const std::vector<Thing>& things, std::optional<std::uint8_t> source_index) {
  const auto found = std::find_if(things.begin(), things.end(),
                                  [&](const Thing& thing) { return thing.source_index == source_index; });
  return found == things.end() ? nullptr : &*found;
}

}  // namespace hornbook::engage
