#include "ui/views/task.hpp"

#include "ui/views/kinds/kinds.hpp"

namespace hornbook::ui::views {
namespace {

template <class Kind>
concept Typed = requires(const Workplace& place, const Kind& kind) {
  field(place, kind);
  keys(place, kind);
};

template <class... Templates>
std::optional<Way> way_among(std::uint8_t kind, std::type_identity<std::variant<Templates...>>) {
  std::optional<Way> found;
  const auto look_at = [&](std::uint8_t number, auto task) {
    if (number == kind) found = way(task);
  };
  (look_at(Templates::number, std::type_identity<typename Templates::Task>()), ...);
  return found;
}

}  // namespace

std::optional<Way> way_of_kind(std::uint8_t kind) {
  if (kind == engage::several_steps) return Way{Word::WaySteps, "way-steps"};
  return way_among(kind, std::type_identity<engage::TaskTemplate>());
}

float width_beside(const engage::Task& task, float width) {
  return std::visit([&](const auto& kind) { return width_beside(kind, width); }, task);
}

Node answer(const Workplace& place) {
  return std::visit([&](const auto& kind) { return answer(place, kind); }, place.task());
}

std::vector<Node> help(const Workplace& place, float width, float height) {
  const auto show = [&](const auto& kind) -> std::vector<Node> {
    if constexpr (requires { help(place, kind, Size{}); }) return help(place, kind, Size{width, height});
    return {};
  };
  return std::visit(show, place.task());
}

Word submit_word(const engage::Task& task) {
  const auto look_at = [](const auto& kind) {
    if constexpr (requires { word_to_submit(kind); }) return word_to_submit(kind);
    return Word::Check;
  };
  return std::visit(look_at, task);
}

bool is_typed(const engage::Task& task) {
  return std::visit([](const auto& kind) { return Typed<std::decay_t<decltype(kind)>>; }, task);
}

Node field(const Workplace& place) {
  const auto show = [&](const auto& kind) {
    if constexpr (Typed<std::decay_t<decltype(kind)>>) return field(place, kind);
    return Node{};
  };
  return std::visit(show, place.task());
}

Node keys(const Workplace& place) {
  const auto show = [&](const auto& kind) {
    if constexpr (Typed<std::decay_t<decltype(kind)>>) return keys(place, kind);
    return Node{};
  };
  return std::visit(show, place.task());
}

}  // namespace hornbook::ui::views
