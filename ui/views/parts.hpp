// What every screen is made of: text, pictures, cards, buttons and the three bands. Measures follow a grid of 8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/locales/words.hpp"
#include "ui/screens/flow.hpp"
#include "ui/semantics/node.hpp"
#include "ui/views/view.hpp"

namespace hornbook::ui::parts {

// What the views need to know of the screen they fill. A large scale leaves few logical pixels: then the screen is
// `compact`, targets shrink in logical pixels alone, and what does not fit goes on another page.
struct Frame {
  float width = 1280, height = 800;
  bool compact = false;
  bool portrait = false;
  bool beside_text = false;  // the leaf is shared with a passage: what is below the question stays below it
  std::string language;
  float target = 64;  // the least side of anything to touch
  float gap = 16;     // between targets
  float margin = 24;  // around the leaf
  float top_height = 72;
  float leaf_rest = 8;  // between the leaf and the action band
  float action_height = 88;
  // What the leaf has between the bands.
  [[nodiscard]] float leaf_height() const { return height - top_height - leaf_rest - action_height; }
  [[nodiscard]] float leaf_width() const { return width - 2 * margin; }
  // Secondary buttons show their picture alone.
  [[nodiscard]] bool narrow() const { return width < 480; }
  // Room for what must be there and nothing else: pictures that only please are left out.
  [[nodiscard]] bool tiny() const { return compact && leaf_height() < 250; }
};
[[nodiscard]] Frame frame_of(const StationState& state, const ViewContext& context);

[[nodiscard]] Node group(Direction direction, float gap, std::vector<Node> children = {});
[[nodiscard]] Node spacer();
[[nodiscard]] Node text(std::string words, TypeStyle type = TypeStyle::Body, Paint ink = Paint::Ink);
[[nodiscard]] Node heading(std::string words, TypeStyle type = TypeStyle::Title);
// A drawing that says nothing by itself has no description.
[[nodiscard]] Node picture(std::string_view name, float size, std::string description = {});
// The leaf: what the learner works on.
[[nodiscard]] Node card(const Frame& frame, std::vector<Node> children);

// The one main action of a screen.
[[nodiscard]] Node primary(const Frame& frame, std::string name, ActionId action);
[[nodiscard]] Node secondary(const Frame& frame, std::string name, std::string_view picture_name, ActionId action);
[[nodiscard]] Node picture_button(const Frame& frame, std::string name, std::string_view picture_name, ActionId action);
[[nodiscard]] Node disabled(Node button);

// "Previous page", "2 of 3", "Next page"; nothing when there is one page.
[[nodiscard]] std::vector<Node> pager(const Frame& frame, std::uint32_t page, std::uint32_t pages,
                                      Actions<Intent>& actions);
// Entries per page and pages for cells of this size in a space.
struct Grid {
  std::uint32_t columns = 1, rows = 1, pages = 1;
  [[nodiscard]] std::uint32_t per_page() const { return columns * rows; }
};
[[nodiscard]] Grid grid_for(std::size_t entries, float width, float height, float cell_width, float cell_height,
                            float gap, std::uint32_t per_page_max);

// The three bands of a screen. `title` is what speech calls it.
struct Bands {
  std::string id;
  std::string title;
  std::vector<Node> top;
  std::vector<Node> middle;
  std::vector<Node> actions;
  Paint action_ground = Paint::None;  // of the whole action band, from edge to edge, when it says something
};
[[nodiscard]] Node screen(const Frame& frame, Bands bands);

// The top band of every screen: who is here, what is saved, colours, the mark of a demo.
[[nodiscard]] std::vector<Node> top_band(const Frame& frame, const StationState& state, Actions<Intent>& actions);

}  // namespace hornbook::ui::parts
