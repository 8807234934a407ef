// Rows of atoms: what class each has among its neighbours, and the space between them.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/text/math_parser.hpp"
#include "ui/text/math_setter.hpp"

namespace hornbook::ui::text {
namespace {

bool takes_no_part(const MathItem& item) {
  return std::holds_alternative<MathSpace>(item.what) || std::holds_alternative<MathSizeSwitch>(item.what);
}

// "1 ¾" is one number, and its fraction has enough room of its own.
bool is_mixed_number(const MathRow& items, std::size_t at) {
  return at > 0 && std::holds_alternative<MathFraction>(items[at].what) &&
         std::holds_alternative<MathNumber>(items[at - 1].what);
}

// A binary operator without two operands is an ordinary sign: the minus of "−3", the plus of "(+2)" (rules 5 and 6).
std::vector<MathClass> classes_of(const MathRow& items) {
  std::vector<MathClass> classes;
  MathClass before = MathClass::Opening;
  std::size_t last = items.size();
  for (std::size_t at = 0; at < items.size(); ++at) {
    MathClass kind = class_of(items[at]);
    classes.push_back(kind);
    if (takes_no_part(items[at])) continue;
    const bool no_left = before == MathClass::Opening || before == MathClass::Binary || before == MathClass::Relation ||
                         before == MathClass::Punctuation || before == MathClass::LargeOperator;
    if (kind == MathClass::Binary && no_left) kind = MathClass::Ordinary;
    const bool ends_operand =
        kind == MathClass::Relation || kind == MathClass::Closing || kind == MathClass::Punctuation;
    if (ends_operand && before == MathClass::Binary) classes[last] = MathClass::Ordinary;
    classes[at] = before = kind;
    last = at;
  }
  if (last < items.size() && before == MathClass::Binary) classes[last] = MathClass::Ordinary;
  return classes;
}

}  // namespace

MathStyle MathStyle::script() const {
  return {size <= MathSize::Text ? MathSize::Script : MathSize::ScriptOfScript, cramped};
}

MathStyle MathStyle::fraction_part() const {
  if (size == MathSize::Display) return {MathSize::Text, cramped};
  return script();
}

float MathSetter::size(MathStyle style) const {
  if (style.size == MathSize::Script) return size_px_ * font_.share(HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN);
  if (style.size == MathSize::ScriptOfScript) {
    return size_px_ * font_.share(HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN);
  }
  return size_px_;
}

float MathSetter::thickness(Constant constant, MathStyle style) const {
  return std::max(1.0f, std::round(length(constant, style)));
}

std::vector<MathAtom> MathSetter::atoms(const MathRow& items, MathStyle style) {
  const std::vector<MathClass> classes = classes_of(items);
  std::vector<MathAtom> atoms;
  float space = 0;
  bool own_space = false;
  const MathClass* before = nullptr;
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (const auto* change = std::get_if<MathSizeSwitch>(&items[at].what)) {
      style.size = change->size;
      continue;
    }
    if (const auto* own = std::get_if<MathSpace>(&items[at].what)) {
      space += own->ems * size(style);
      own_space = true;
      continue;
    }
    MathAtom atom;
    atom.kind = classes[at];
    const bool tight = style.size >= MathSize::Script;
    const bool mixed = is_mixed_number(items, at);
    if (before != nullptr && !mixed) space += space_between(*before, atom.kind, tight) * size(style);
    atom.box = item(items[at], style);
    const auto* words = std::get_if<MathText>(&items[at].what);
    atom.ends_word = words != nullptr && words->words.ends_with(' ');
    // Slanted ink leans over what follows unless that leans as well.
    if (!atoms.empty() && !atom.box.slanted) space += atoms.back().box.italic;
    atom.space_before = std::exchange(space, 0);
    atom.after_space = std::exchange(own_space, false);
    atoms.push_back(std::move(atom));
    before = &classes[at];
  }
  // A space at the end, as in "\text{if }\quad", keeps its room.
  if (space != 0) {
    MathAtom rest;
    rest.space_before = space;
    atoms.push_back(std::move(rest));
  }
  return atoms;
}

MathBox MathSetter::row(const MathRow& items, MathStyle style) {
  MathBox box;
  std::vector<MathAtom> parts = atoms(items, style);
  if (parts.size() == 1 && parts[0].space_before == 0) return std::move(parts[0].box);
  float pen = 0;
  for (MathAtom& atom : parts) {
    pen += atom.space_before;
    const float width = atom.box.width;
    box.italic = atom.box.italic;
    box.add(std::move(atom.box), pen, 0);
    pen += width;
  }
  box.width = std::max(0.0f, pen);
  return box;
}

MathBox MathSetter::item(const MathItem& item, MathStyle style) {
  return std::visit([&](const auto& what) { return set(what, style); }, item.what);
}

MathBox MathSetter::set(const MathSymbol& symbol, MathStyle style) {
  if (symbol.kind != MathClass::LargeOperator) return font_.sign(symbol, size(style));
  const float height = style.display() ? length(HB_OT_MATH_CONSTANT_DISPLAY_OPERATOR_MIN_HEIGHT, style) : 0;
  return font_.upright(symbol.character, height, size(style));
}

MathBox MathSetter::set(const MathNumber& number, MathStyle style) { return font_.digits(number, size(style)); }

MathBox MathSetter::set(const MathText& words, MathStyle style) {
  return font_.words(words.words, words.alphabet, size(style));
}

MathBox MathSetter::set(const MathName& name, MathStyle style) {
  return font_.words(name.name, Alphabet::Upright, size(style));
}

MathBox MathSetter::set(const MathSpace& space, MathStyle style) {
  MathBox box;
  box.width = space.ems * size(style);
  return box;
}

MathBox MathSetter::set(const MathGroup& group, MathStyle style) {
  MathBox box = row(group.content, style);
  if (group.content.size() > 1) box.character = false;
  return box;
}

}  // namespace hornbook::ui::text
