// After a power cut nobody's name is here: the teacher opens the class again, or a child begins without a name.
#include "ui/views/screens.hpp"

namespace hornbook::ui::views {

Node power_went_off(const Scene& scene) {
  const parts::Frame& frame = scene.frame;
  Node leaf = message(scene, "paddle", scene.say(Word::PowerWentOff), scene.say(Word::BeginOrAskTeacher));
  std::vector<Node> actions;
  actions.push_back(parts::secondary(frame, scene.say(frame.compact ? Word::Open : Word::TeacherIsHere), {},
                                     scene.actions.on(AskTeacher{})));
  if (scene.state.takes_badges)
    actions.push_back(parts::secondary(frame, scene.say(frame.width < 1100 ? Word::Badge : Word::MyBadge), {},
                                       scene.actions.on(ShowBadge{})));
  actions.push_back(parts::spacer());
  actions.push_back(parts::primary(frame, scene.say(frame.compact ? Word::Begin : Word::BeginWithoutName),
                                   scene.actions.on(BeginWithoutName{})));
  return parts::screen(
      frame, {"power-went-off", scene.say(Word::PowerWentOff), scene.top(), {std::move(leaf)}, std::move(actions)});
}

}  // namespace hornbook::ui::views
