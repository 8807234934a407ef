#include <algorithm>

#include "ui/semantics/lay_out.hpp"
#include "ui/semantics/overloaded.hpp"

namespace hornbook::ui {
namespace {

constexpr float counter_step = 52;
constexpr std::uint32_t counters_per_row = 10;
constexpr float bead_step = 26;

Size size_of_figure(const engage::Figure& figure) {
  return std::visit(
      Overloaded{
          [](const engage::FractionBar&) {
            return Size{400, 72};
          },
          [](const engage::FractionCircle&) {
            return Size{168, 168};
          },
          [](const engage::CounterSet& set) {
            const std::uint32_t total = std::max(1u, set.total);
            const std::uint32_t rows = (total + counters_per_row - 1) / counters_per_row;
            const std::uint32_t columns = std::min(total, counters_per_row);
            return Size{static_cast<float>(columns) * counter_step, static_cast<float>(rows) * counter_step};
          },
          [](const engage::MediaPicture&) {
            return Size{280, 200};
          },
      },
      figure.drawing);
}

}  // namespace

Size natural_size(const Drawing& drawing) {
  return std::visit(Overloaded{
                        [](const std::monostate&) { return Size{}; },
                        [](const Picture&) {
                          return Size{64, 64};
                        },
                        [](const MovingPicture&) {
                          return Size{320, 240};
                        },
                        [](const engage::Figure& figure) { return size_of_figure(figure); },
                        [](const Beads& beads) {
                          return Size{static_cast<float>(std::max(1u, beads.total)) * bead_step, bead_step};
                        },
                        [](const Ring&) {
                          return Size{48, 48};
                        },
                        [](const Tick&) {
                          return Size{48, 48};
                        },
                        [](const Meter&) {
                          return Size{200, 16};
                        },
                        [](const NumberLineDrawing&) {
                          return Size{720, 112};
                        },
                        [](const AreaMarks&) { return Size{}; },
                        [](const PlaneDrawing&) {
                          return Size{480, 480};
                        },
                        [](const InkDrawing&) {
                          return Size{64, 64};
                        },
                        [](const ThemeSample&) {
                          return Size{144, 96};
                        },
                    },
                    drawing);
}

}  // namespace hornbook::ui
