#include "ui/text/math_layout.hpp"

#include <algorithm>
#include <utility>

#include "ui/text/math_setter.hpp"

namespace hornbook::ui::text {
namespace {

MathStyle style_of(const MathFormula& formula) { return {formula.display ? MathSize::Display : MathSize::Text, false}; }

// Words of \text{…} one by one, each with its space, so that lines may end between them.
MathRow words_apart(const MathRow& row) {
  MathRow apart;
  for (const MathItem& item : row) {
    const auto* text = std::get_if<MathText>(&item.what);
    if (text == nullptr) {
      apart.push_back(item);
      continue;
    }
    for (std::size_t begin = 0; begin < text->words.size();) {
      const std::size_t space = std::min(text->words.find(' ', begin), text->words.size() - 1);
      apart.push_back({MathText{text->words.substr(begin, space + 1 - begin), text->alphabet}});
      begin = space + 1;
    }
  }
  return apart;
}

LineEnd end_after(const MathAtom& atom, bool in_brackets) {
  if (atom.ends_word) return LineEnd::Good;
  switch (atom.kind) {
    case MathClass::Relation:
      return in_brackets ? LineEnd::Poor : LineEnd::Good;
    case MathClass::Binary:
    case MathClass::Punctuation:
      return in_brackets ? LineEnd::Poor : LineEnd::Fair;
    default:
      return LineEnd::Never;
  }
}

}  // namespace

MathBox lay_out_math(const MathFormula& formula, float size_px, bool bold, FontSet& fonts) {
  MathBox box = MathSetter(fonts, size_px, bold).row(formula.row, style_of(formula));
  box.width += std::exchange(box.italic, 0.0f);
  return box;
}

std::vector<MathPiece> lay_out_math_in_pieces(const MathFormula& formula, float size_px, bool bold, FontSet& fonts) {
  std::vector<MathAtom> atoms = MathSetter(fonts, size_px, bold).atoms(words_apart(formula.row), style_of(formula));
  std::vector<MathPiece> pieces(1);
  std::size_t brackets = 0;
  for (MathAtom& atom : atoms) {
    LineEnd& before = pieces.back().line_end;
    if (atom.after_space && brackets == 0) before = LineEnd::Good;
    if (before != LineEnd::Never) {
      pieces.emplace_back();
      pieces.back().space_before = atom.space_before;
    } else {
      pieces.back().box.width += atom.space_before;
    }
    if (atom.kind == MathClass::Opening) ++brackets;
    if (atom.kind == MathClass::Closing && brackets > 0) --brackets;
    MathBox& box = pieces.back().box;
    box.italic = atom.box.italic;
    box.add(std::move(atom.box), box.width, 0);
    pieces.back().line_end = end_after(atom, brackets > 0);
  }
  pieces.back().box.width += std::exchange(pieces.back().box.italic, 0.0f);
  return pieces;
}

}  // namespace hornbook::ui::text
