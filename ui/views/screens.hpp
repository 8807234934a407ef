// One view a screen, each in a file of its own. Only view.cpp includes this.
#pragma once

#include "ui/views/parts.hpp"

namespace hornbook::ui::views {

// What a view reads, and the actions that it fills.
struct Scene {
  const StationState& state;
  const ViewContext& context;
  const parts::Frame& frame;
  Actions<Intent>& actions;

  [[nodiscard]] std::string say(Word word) const { return std::string(ui::say(word, frame.language)); }
  [[nodiscard]] std::string say(Word word, std::initializer_list<std::string_view> values) const {
    return ui::say(word, frame.language, values);
  }
  [[nodiscard]] std::vector<Node> top() const { return parts::top_band(frame, state, actions); }
};

[[nodiscard]] Node locked(const Scene& scene, const Locked& screen);
[[nodiscard]] Node power_went_off(const Scene& scene);
[[nodiscard]] Node badge_entry(const Scene& scene, const BadgeEntry& screen);
// Why a passphrase or a badge opened nothing; nothing when a sentence from elsewhere says it.
[[nodiscard]] std::optional<Word> word_for(StayedShut why);
[[nodiscard]] Node attract(const Scene& scene);
[[nodiscard]] Node who(const Scene& scene, const Who& screen);
[[nodiscard]] Node picture_password(const Scene& scene, const PicturePassword& screen);
[[nodiscard]] Node signing_in(const Scene& scene, const SigningIn& screen);
[[nodiscard]] Node home(const Scene& scene, const session::SessionState& session);
[[nodiscard]] Node activity(const Scene& scene, const session::Working& working, const Activity& screen);
[[nodiscard]] Node progress(const Scene& scene, const session::SessionState& session, const ProgressPath& screen);
[[nodiscard]] Node goal_choice(const Scene& scene, const session::SessionState& session);
[[nodiscard]] Node check_introduction(const Scene& scene, const session::SessionState& session);
[[nodiscard]] Node check_closed(const Scene& scene, const session::SessionState& session,
                                const session::CheckClosed& closed);
// An item that is shown done, to be read.
[[nodiscard]] Node example(const Scene& scene, const session::ReadingExample& reading, const Activity& screen);
[[nodiscard]] Node rest(const Scene& scene, const session::Resting& resting);
[[nodiscard]] Node goodbye(const Scene& scene, const Goodbye& screen);
[[nodiscard]] Node out_of_order(const Scene& scene, const OutOfOrder& screen);
[[nodiscard]] Node not_saved(const Scene& scene);
[[nodiscard]] Node still_there(const Scene& scene);
[[nodiscard]] Node how_it_looks(const Scene& scene);

// "Goal: 2 of 5", or that it is reached.
[[nodiscard]] std::string goal_so_far(const Scene& scene, const interpret::GoalState& goal);

// A leaf with a picture, a heading and one sentence, in the middle of the screen.
[[nodiscard]] Node message(const Scene& scene, std::string_view picture, std::string title, std::string sentence);

}  // namespace hornbook::ui::views
