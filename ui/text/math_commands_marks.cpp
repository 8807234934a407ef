// Accents, stacks, arrows, frames, long division and things left out.
#include <array>
#include <unordered_map>
#include <utility>

#include "ui/text/math_commands.hpp"

namespace hornbook::ui::text {
namespace {

struct AccentForm {
  std::string_view name;
  char32_t mark;  // 0: a line
  bool below, stretched, takes_label;
};
constexpr std::array<AccentForm, 33> accents{{
    {"hat", U'̂', false, false, false},
    {"widehat", U'̂', false, true, false},
    {"check", U'̌', false, false, false},
    {"widecheck", U'̌', false, true, false},
    {"tilde", U'̃', false, false, false},
    {"widetilde", U'̃', false, true, false},
    {"bar", U'̄', false, false, false},
    {"vec", U'⃗', false, false, false},
    {"dot", U'̇', false, false, false},
    {"ddot", U'̈', false, false, false},
    {"dddot", U'⃛', false, false, false},
    {"acute", U'́', false, false, false},
    {"grave", U'̀', false, false, false},
    {"breve", U'̆', false, false, false},
    {"mathring", U'̊', false, false, false},
    {"overline", 0, false, true, false},
    {"underline", 0, true, true, false},
    {"underbar", 0, true, true, false},
    {"overrightarrow", U'→', false, true, false},
    {"overleftarrow", U'←', false, true, false},
    {"overleftrightarrow", U'↔', false, true, false},
    {"underrightarrow", U'→', true, true, false},
    {"underleftarrow", U'←', true, true, false},
    {"underleftrightarrow", U'↔', true, true, false},
    {"overbrace", U'⏞', false, true, true},
    {"underbrace", U'⏟', true, true, true},
    {"overbracket", U'⎴', false, true, true},
    {"underbracket", U'⎵', true, true, true},
    {"overparen", U'⏜', false, true, true},
    {"underparen", U'⏝', true, true, true},
    {"wideparen", U'⏜', false, true, false},
    {"overarc", U'⏜', false, true, false},
    {"overgroup", U'⏠', false, true, true},
}};

void accent(MathParser& parser, MathRow& items, std::string_view name) {
  for (const AccentForm& form : accents) {
    if (form.name != name) continue;
    return parser.add(items, {MathAccent{parser.argument(), form.mark, form.below, form.stretched, form.takes_label}});
  }
}

void stack(MathParser& parser, MathRow& items, std::string_view name) {
  MathStack stack;
  MathRow first = parser.argument();
  (name == "underset" ? stack.below : stack.above) = std::move(first);
  stack.base = parser.argument();
  if (name == "stackrel") stack.kind = MathClass::Relation;
  parser.add(items, {std::move(stack)});
}

void long_arrow(MathParser& parser, MathRow& items, std::string_view name) {
  static const std::unordered_map<std::string_view, char32_t> arrows{
      {"xrightarrow", U'→'}, {"xleftarrow", U'←'},      {"xleftrightarrow", U'↔'},    {"xRightarrow", U'⇒'},
      {"xLeftarrow", U'⇐'},  {"xLeftrightarrow", U'⇔'}, {"xrightleftharpoons", U'⇌'}, {"xmapsto", U'↦'}};
  MathArrow arrow;
  arrow.arrow = arrows.at(name);
  arrow.below = parser.option();
  arrow.above = parser.argument();
  parser.add(items, {std::move(arrow)});
}

void frame(MathParser& parser, MathRow& items, std::string_view name) {
  MathFrame frame;
  if (name == "boxed" || name == "fbox")
    frame.lines = MathFrame::Top | MathFrame::Bottom | MathFrame::Left | MathFrame::Right;
  if (name == "cancel") frame.lines = MathFrame::RisingStroke;
  if (name == "bcancel") frame.lines = MathFrame::FallingStroke;
  if (name == "xcancel") frame.lines = MathFrame::RisingStroke | MathFrame::FallingStroke;
  if (name == "sout") frame.lines = MathFrame::MiddleStroke;
  if (name == "fbox" || name == "sout") {
    parser.text(frame.content, parser.tokens().take_raw_group(), Alphabet::Upright);
  } else {
    frame.content = parser.argument();
  }
  parser.add(items, {std::move(frame)});
}

// "\cancelto{0}{x}": crossed out, and what is left of it above.
void cancel_to(MathParser& parser, MathRow& items, std::string_view) {
  MathScripts scripts;
  scripts.superscript = parser.argument();
  MathFrame crossed;
  crossed.content = parser.argument();
  crossed.lines = MathFrame::RisingStroke;
  parser.add(scripts.base, {std::move(crossed)});
  parser.add(items, {std::move(scripts)});
}

void long_division(MathParser& parser, MathRow& items, std::string_view) {
  MathFrame division;
  division.lines = MathFrame::Division;
  division.quotient = parser.option();
  division.content = parser.argument();
  parser.add(items, {std::move(division)});
}

// MathML's notations, parted by spaces.
void enclose(MathParser& parser, MathRow& items, std::string_view) {
  static const std::unordered_map<std::string_view, int> notations{
      {"longdiv", MathFrame::Division},
      {"box", MathFrame::Top | MathFrame::Bottom | MathFrame::Left | MathFrame::Right},
      {"roundedbox", MathFrame::Top | MathFrame::Bottom | MathFrame::Left | MathFrame::Right},
      {"circle", MathFrame::Top | MathFrame::Bottom | MathFrame::Left | MathFrame::Right},
      {"top", MathFrame::Top},
      {"bottom", MathFrame::Bottom},
      {"left", MathFrame::Left},
      {"right", MathFrame::Right},
      {"actuarial", MathFrame::Top | MathFrame::Right},
      {"updiagonalstrike", MathFrame::RisingStroke},
      {"downdiagonalstrike", MathFrame::FallingStroke},
      {"horizontalstrike", MathFrame::MiddleStroke}};
  std::string_view wanted = parser.tokens().take_raw_group();
  static_cast<void>(parser.tokens().take_raw_option());
  MathFrame frame;
  while (!wanted.empty()) {
    const std::size_t end = std::min(wanted.find_first_of(" ,"), wanted.size());
    const auto found = notations.find(wanted.substr(0, end));
    if (found != notations.end()) frame.lines = static_cast<std::uint16_t>(frame.lines | found->second);
    wanted.remove_prefix(std::min(end + 1, wanted.size()));
  }
  frame.content = parser.argument();
  parser.add(items, {std::move(frame)});
}

void phantom(MathParser& parser, MathRow& items, std::string_view name) {
  MathPhantom phantom;
  phantom.keeps_width = name != "vphantom" && name != "mathstrut";
  phantom.keeps_height = name != "hphantom" && name != "smash";
  phantom.shown = name == "smash";
  if (name == "smash") static_cast<void>(parser.tokens().take_raw_option());
  if (name == "mathstrut") {
    parser.add(phantom.content, {MathSymbol{U'(', MathClass::Opening}});
  } else {
    phantom.content = parser.argument();
  }
  parser.add(items, {std::move(phantom)});
}

}  // namespace

void add_mark_commands(MathCommands& commands) {
  for (const AccentForm& form : accents) commands.emplace(form.name, accent);
  add_commands(commands, stack, {"overset", "underset", "stackrel"});
  add_commands(commands, long_arrow,
               {"xrightarrow", "xleftarrow", "xleftrightarrow", "xRightarrow", "xLeftarrow", "xLeftrightarrow",
                "xrightleftharpoons", "xmapsto"});
  add_commands(commands, frame, {"boxed", "fbox", "cancel", "bcancel", "xcancel", "sout"});
  add_commands(commands, cancel_to, {"cancelto"});
  add_commands(commands, long_division, {"longdiv"});
  add_commands(commands, enclose, {"enclose"});
  add_commands(commands, phantom, {"phantom", "hphantom", "vphantom", "smash", "mathstrut"});
}

}  // namespace hornbook::ui::text
