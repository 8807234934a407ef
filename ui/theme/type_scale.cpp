#include "ui/theme/type_scale.hpp"

#include <cmath>

namespace hornbook::ui {

text::TextStyle text_style(TypeStyle type, float scale) {
  const auto style = [scale](float size, bool bold, float line_height) {
    return text::TextStyle{std::round(size * scale), bold, line_height};
  };
  switch (type) {
    case TypeStyle::Small:
      return style(20, false, 1.4f);
    case TypeStyle::Strong:
      return style(24, true, 1.5f);
    case TypeStyle::Title:
      return style(36, true, 1.35f);
    case TypeStyle::Question:
      return style(32, false, 1.45f);
    case TypeStyle::BigNumber:
      return style(44, false, 1.3f);
    default:
      return style(24, false, 1.5f);
  }
}

}  // namespace hornbook::ui
