// What the views of an activity share: the state that they read, the signs, figures.
#pragma once

#include "runtime/engage/task.hpp"
#include "ui/views/screens.hpp"

namespace hornbook::ui::views {

// What a task's view reads. When `open` is false the answer can be looked at and no longer changed; `reveal` then holds
// the answer that is right, after the last try.
struct Workplace {
  const Scene& scene;
  const engage::Problem& problem;
  const engage::Activity& activity;  // the question at hand of the problem
  bool open = true;
  std::optional<engage::Entry> reveal{};
  float width = 600, height = 400;  // what the task may fill
  std::uint32_t key_page = 0;       // where its keys have pages
  std::uint32_t pages_above = 0;    // of a long answer, above where it is written
  std::uint32_t key_page_step = 1;  // pages of the screen from one page of keys to the next

  // Whether the learner found the answer.
  [[nodiscard]] bool right() const {
    const auto* finished = std::get_if<engage::Finished>(&activity.phase);
    return finished != nullptr && finished->verdict.correct;
  }
  // Whether the answer on the screen is known to be right: the learner's own, or the one that is shown at last.
  [[nodiscard]] bool settled() const { return right() || reveal.has_value(); }

  [[nodiscard]] const engage::Task& task() const { return activity.question->task; }
  // Of the item's words.
  [[nodiscard]] const std::string& language() const { return problem.item->language; }
  // The learner's entry; `Kind` is the task's kind.
  template <class Kind>
  [[nodiscard]] const typename Kind::Entry& entry(const Kind&) const {
    return std::get<typename Kind::Entry>(activity.entry);
  }
  // The answer that is shown after the last try; nothing before.
  template <class Kind>
  [[nodiscard]] const typename Kind::Entry* revealed(const Kind&) const {
    return reveal ? std::get_if<typename Kind::Entry>(&*reveal) : nullptr;
  }
  // What stands on the screen: the one, or the other.
  template <class Kind>
  [[nodiscard]] const typename Kind::Entry& shown(const Kind& kind) const {
    const auto* right = revealed(kind);
    return right != nullptr ? *right : entry(kind);
  }

  // Whether the question at hand is shown done, to be read; and whether all of the item is.
  [[nodiscard]] bool is_shown_done() const { return !problem.at.hint && problem.item->steps[problem.at.step].worked; }
  [[nodiscard]] bool is_example() const {
    return std::holds_alternative<session::ReadingExample>(scene.state.session->place);
  }

  [[nodiscard]] const parts::Frame& frame() const { return scene.frame; }
  [[nodiscard]] ActionId act(engage::ProblemIntent intent) const {
    return scene.actions.on(ToSession{session::Act{std::move(intent)}});
  }
};

// What turns to the next page of a long answer; the last page leads to the first.
inline constexpr const char* page_turner_id = "next-page";
// What leads from one page of a question to the next, and from the last to the answer.
inline constexpr const char* to_the_answer_id = "to-the-answer";

// The hint that was given last; nullptr before the first.
[[nodiscard]] const engage::Hint* last_hint(const engage::Activity& activity);

// A tick, drawn as far as 0 … 1.
[[nodiscard]] Node tick_drawn(float size, float drawn = 1);
// The tick that draws itself after a right answer.
[[nodiscard]] Node tick(const Workplace& place, float size);
// The turning arrow of "not yet".
[[nodiscard]] Node not_yet_sign(float size);
// What takes the place of the keys or tiles that are no longer needed: a large tick that draws itself, or the lamp
// beside the answer that is shown.
[[nodiscard]] Node finish_mark(const Workplace& place, float size);

// The same in the middle of where the keys were.
[[nodiscard]] Node finish_pad(const Workplace& place, float width, float height);

// What a thing is called: its words, or what describes its picture.
[[nodiscard]] std::string name_of(const std::string& text, const std::optional<engage::Figure>& figure);
// A figure of the item, as large as fits and is good to look at.
[[nodiscard]] Node figure(const engage::Figure& drawing, float width_max, float height_max);

}  // namespace hornbook::ui::views
