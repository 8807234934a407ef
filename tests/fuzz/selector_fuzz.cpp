// Whatever a script names, the parser answers with a selector or an error, and looking for it is harmless.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ui/semantics/selector.hpp"

namespace ui = hornbook::ui;

namespace {

ui::Node small_tree() {
  ui::Node root;
  root.role = ui::Role::Screen;
  root.id = "home";
  ui::Node button;
  button.role = ui::Role::Button;
  button.name = "Check";
  root.children = {button, button};
  return root;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ui::Node root = small_tree();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto selector = ui::parse_selector(text);
  if (!selector) {
    if (selector.error().sentence.empty()) std::abort();
    return 0;
  }
  const ui::Node* found = ui::find(root, *selector);
  if (selector->role && found != nullptr && found->role != *selector->role) std::abort();
  return 0;
}
