#include "platform/programs/station/screen.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "platform/programs/station/fonts.hpp"
#include "platform/programs/station/pack_shelf.hpp"
#include "platform/programs/station/pictures.hpp"
#include "platform/programs/station/videos.hpp"
#include "platform/system/clock.hpp"
#include "ui/access/node_path.hpp"
#include "ui/views/intent_of.hpp"
#include "ui/views/reading_aloud.hpp"
#include "ui/views/view.hpp"

namespace hornbook::platform {
namespace {

// The screen that sizes are drawn for, and the smallest that shows them in full size: what is smaller still shrinks, so
// that a finger's target keeps its 9 mm on a display of 7 inches.
struct Sides {
  float longer = 0, shorter = 0;
};
constexpr Sides reference{1280, 800};
constexpr Sides smallest_upright{1024, 720};
constexpr Sides smallest_across{1024, 600};

// Views have nothing to leave out below this many logical pixels.
constexpr float least_logical_side = 300;

float share_of(const DisplaySize& size, Sides sides) {
  return std::min(static_cast<float>(std::max(size.width, size.height)) / sides.longer,
                  static_cast<float>(std::min(size.width, size.height)) / sides.shorter);
}

float scale_that_fits(const DisplaySize& size) {
  const Sides smallest = size.height > size.width ? smallest_upright : smallest_across;
  return std::max({share_of(size, reference), std::min(1.F, share_of(size, smallest)), 0.5F});
}

bool can_be_touched(const ui::Node& node) {
  return (node.actions.any() && !node.state.disabled) ||
         std::any_of(node.children.begin(), node.children.end(), can_be_touched);
}

// While a class is being opened, touches have to wait.
bool is_busy(const ui::StationState& state) {
  const auto* locked = std::get_if<ui::Locked>(&state.screen);
  return locked != nullptr && locked->opening;
}

bool looks_same(const ui::InputState& one, const ui::InputState& other) {
  return one.focus == other.focus && one.focus_by_keyboard == other.focus_by_keyboard &&
         one.pressing == other.pressing && one.finger_on_it == other.finger_on_it;
}

ui::FindPackWords words_of(const PackShelf* shelf) {
  if (shelf != nullptr) return shelf->words();
  return [](std::uint16_t, std::uint16_t, std::string_view) { return ui::PackWords{}; };
}

}  // namespace

struct Screen::Parts {
  Display display;
  std::unique_ptr<ui::Painter> painter;
  ui::FindPackWords words;
  ui::FindPassageTitle passage_title;
  float scale_wanted;
  float scale_chosen = 1;  // by whoever is here
  Trace& trace;
  ImDrawListSharedData shared;
  ImDrawList list{&shared};
  ui::Node tree;
  ui::Actions<ui::Intent> actions;
  ui::InputState input;

  Parts(Display shown_on, std::unique_ptr<ui::Painter> painted_by, const PackShelf* shelf, float scale, Trace& traced)
      : display(std::move(shown_on)),
        painter(std::move(painted_by)),
        words(words_of(shelf)),
        passage_title(shelf == nullptr ? ui::FindPassageTitle() : shelf->passage_titles()),
        scale_wanted(scale),
        trace(traced) {
    shared.InitialFlags = ImDrawListFlags_AllowVtxOffset;
    shared.SetCircleTessellationMaxError(0.25F);
    shared.CurveTessellationTol = 0.5F;
  }

  [[nodiscard]] float scale() const {
    const DisplaySize size = display.size();
    const float smallest_side = static_cast<float>(std::min(size.width, size.height));
    const float largest = std::max(1.F, smallest_side / least_logical_side);
    return std::min(scale_that_fits(size) * scale_wanted * scale_chosen, largest);
  }

  void build_tree(const ui::StationState& state, MonotonicMs now) {
    scale_chosen = state.settings.scale;
    const DisplaySize size = display.size();
    ui::ViewContext context;
    context.width = static_cast<float>(size.width) / scale();
    context.height = static_cast<float>(size.height) / scale();
    context.now = now;
    context.words = words;
    context.passage_title = passage_title;
    context.measure = painter->measure_text(scale());
    actions = {};
    tree = ui::view(state, context, actions);
    ui::lay_out(tree, {0, 0, context.width, context.height}, context.measure);
    ui::mark(tree, input);
  }

  void paint(const ui::StationState& state) {
    const DisplaySize size = display.size();
    ui::PaintSettings settings;
    settings.theme = ui::theme_named(state.settings.theme).value_or(ui::ThemeName::Light);
    settings.scale = scale();
    settings.focus_ring = input.focus_by_keyboard;
    // What finds no room in a full atlas is painted again into an empty one.
    for (int attempt = 0; attempt < 2; ++attempt) {
      list._ResetForNewFrame();
      list.PushClipRect({0, 0}, {static_cast<float>(size.width), static_cast<float>(size.height)});
      list.PushTextureID(nullptr);
      painter->paint(tree, list, settings);
      if (!painter->atlas().full()) break;
    }
  }

  Done show() {
    ui::Atlas& atlas = painter->atlas();
    if (const auto changed = atlas.take_changed()) {
      TRY_DONE(display.renderer().upload({atlas.pixels(), atlas.width(), atlas.height()},
                                         {changed->x, changed->y, changed->width, changed->height}));
    }
    const DisplaySize size = display.size();
    ImDrawList* lists = &list;
    ImDrawData data;
    data.Valid = true;
    data.CmdLists = &lists;
    data.CmdListsCount = 1;
    data.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    data.FramebufferScale = {1, 1};
    display.show(data);
    return {};
  }
};

Screen::Screen(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Screen::~Screen() = default;

Result<std::unique_ptr<Screen>> Screen::open(Display display, const PackShelf* shelf, float scale, Trace& trace) {
  TRY_ASSIGN(const ui::text::FontFiles fonts, find_fonts());
  TRY_ASSIGN(ui::RasterisePicture pictures, find_pictures(shelf));
  TRY_ASSIGN(std::unique_ptr<ui::Painter> painter, ui::Painter::create(fonts, std::move(pictures), find_videos(shelf)));
  auto parts = std::make_unique<Parts>(std::move(display), std::move(painter), shelf, scale, trace);
  return std::unique_ptr<Screen>(new Screen(std::move(parts)));
}

Done Screen::draw(const ui::StationState& state, MonotonicMs now) {
  const std::int64_t began_us = processor_us();
  parts_->build_tree(state, now);
  parts_->paint(state);
  TRY_DONE(parts_->show());
  parts_->trace.frame_shown(processor_us() - began_us, !is_busy(state) && can_be_touched(parts_->tree));
  return {};
}

Screen::Taken Screen::take(const ui::Input& input) {
  ui::Dispatched dispatched = ui::dispatch(parts_->tree, parts_->input, input);
  Taken taken;
  taken.looks_changed = !looks_same(dispatched.state, parts_->input);
  for (const ui::Activation& activation : dispatched.activations) {
    taken.intents.push_back(ui::intent_of(parts_->actions, activation));
  }
  if (const ui::Node* node = ui::node_at(parts_->tree, dispatched.state.focus)) {
    if (!taken.intents.empty()) taken.touched = ui::said_by(parts_->tree, *node);
    if (dispatched.state.focus_by_keyboard && dispatched.state.focus != parts_->input.focus)
      taken.walked_to = ui::voiced(*node, parts_->tree.language);
  }
  parts_->input = std::move(dispatched.state);
  return taken;
}

const ui::Node& Screen::tree() const { return parts_->tree; }
const ui::Actions<ui::Intent>& Screen::actions() const { return parts_->actions; }
const Display& Screen::display() const { return parts_->display; }
float Screen::scale() const { return parts_->scale(); }

}  // namespace hornbook::platform
