// Screens that say one thing: a moment of waiting, a question, something that a person must do.
#include "ui/views/screens.hpp"

namespace hornbook::ui::views {

Node message(const Scene& scene, std::string_view picture, std::string title, std::string sentence) {
  const parts::Frame& frame = scene.frame;
  Node leaf = parts::card(frame, {});
  leaf.layout.grow = 1;
  leaf.layout.max_width = 880;
  leaf.layout.main = Place::Center;
  leaf.layout.cross = Place::Center;
  leaf.layout.gap = frame.compact ? 8 : 24;
  const float size = frame.compact ? 72 : frame.height < 700 ? 176 : 256;
  if (!frame.tiny()) leaf.children.push_back(parts::picture(picture, size));
  leaf.children.push_back(parts::heading(std::move(title), frame.compact ? TypeStyle::Strong : TypeStyle::Title));
  if (!sentence.empty()) leaf.children.push_back(parts::text(std::move(sentence)));
  for (Node& child : leaf.children) child.look.align = TextAlign::Center;
  return leaf;
}

Node signing_in(const Scene& scene, const SigningIn& screen) {
  const LearnerCard* card = card_of(scene.state, screen.learner);
  Node leaf = message(scene, card == nullptr ? "paddle" : card->avatar, card == nullptr ? "" : card->name,
                      scene.say(Word::OneMoment));
  return parts::screen(scene.frame, {"signing-in", scene.say(Word::OneMoment), scene.top(), {std::move(leaf)}, {}});
}

Node out_of_order(const Scene& scene, const OutOfOrder& screen) {
  Node leaf = message(scene, "paddle", scene.say(Word::SomethingIsWrong), screen.sentence);
  Node back = parts::primary(scene.frame, scene.say(Word::Back), scene.actions.on(Back{}));
  return parts::screen(scene.frame, {"out-of-order",
                                     scene.say(Word::SomethingIsWrong),
                                     scene.top(),
                                     {std::move(leaf)},
                                     {parts::spacer(), std::move(back)}});
}

Node not_saved(const Scene& scene) {
  Node leaf = message(scene, "paddle", scene.say(Word::NotSavedYet), scene.state.save_trouble);
  leaf.role = Role::Alert;
  leaf.name = scene.state.save_trouble;
  Node again = parts::primary(scene.frame, scene.say(Word::SaveAgain), scene.actions.on(SaveAgain{}));
  return parts::screen(
      scene.frame,
      {"not-saved", scene.say(Word::NotSavedYet), scene.top(), {std::move(leaf)}, {parts::spacer(), std::move(again)}});
}

Node still_there(const Scene& scene) {
  Node leaf = message(scene, "lamp", scene.say(Word::StillThere), scene.say(Word::TakeYourTime));
  Node leave = parts::secondary(scene.frame, scene.say(Word::Leave), "leave", scene.actions.on(SignOut{}));
  Node here = parts::primary(scene.frame, scene.say(Word::ImHere), scene.actions.on(StillHere{}));
  return parts::screen(scene.frame, {"still-there",
                                     scene.say(Word::StillThere),
                                     scene.top(),
                                     {std::move(leaf)},
                                     {std::move(leave), parts::spacer(), std::move(here)}});
}

}  // namespace hornbook::ui::views
