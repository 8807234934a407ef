#include "ui/semantics/node.hpp"

#include <array>

namespace hornbook::ui {
namespace {

struct RoleName {
  Role role;
  const char* name;
};

constexpr std::array<RoleName, 15> role_names{{
    {Role::Screen, "screen"},
    {Role::Group, "group"},
    {Role::Heading, "heading"},
    {Role::Text, "text"},
    {Role::Button, "button"},
    {Role::Radio, "radio"},
    {Role::Checkbox, "checkbox"},
    {Role::TextField, "textfield"},
    {Role::List, "list"},
    {Role::ListItem, "listitem"},
    {Role::Image, "image"},
    {Role::Slider, "slider"},
    {Role::Progress, "progress"},
    {Role::Status, "status"},
    {Role::Alert, "alert"},
}};

}  // namespace

const char* name_of(Role role) {
  for (const RoleName& entry : role_names) {
    if (entry.role == role) return entry.name;
  }
  return "group";
}

std::optional<Role> role_named(std::string_view name) {
  for (const RoleName& entry : role_names) {
    if (name == entry.name) return entry.role;
  }
  return std::nullopt;
}

}  // namespace hornbook::ui
