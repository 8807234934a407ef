#include "ui/semantics/selector.hpp"

#include <charconv>

#include "runtime/core/limits.hpp"

namespace hornbook::ui {
namespace {

constexpr const char* place = "selector";

// A cursor over the selector's text.
class SelectorParser {
 public:
  explicit SelectorParser(std::string_view text) : text_(text) {}

  Result<Selector> parse() {
    if (take("screen=")) {
      selector_.screen = word();
      if (selector_.screen->empty()) return expected("a screen's name after 'screen='");
      return finish();
    }
    if (take("role=")) {
      selector_.role = role_named(word());
      if (!selector_.role) return expected("a role such as button, radio or text after 'role='");
    }
    while (take("[name")) TRY_DONE(name_condition());
    while (take(":")) TRY_DONE(pseudo());
    return finish();
  }

 private:
  bool take(std::string_view token) {
    if (text_.substr(at_, token.size()) != token) return false;
    at_ += token.size();
    return true;
  }

  std::string word() {
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] != '[' && text_[at_] != ':') ++at_;
    return std::string(text_.substr(start, at_ - start));
  }

  Done name_condition() {
    const bool part = take("~");
    if (!part && !take("=")) return expected("'=' or '~' after '[name'");
    TRY_ASSIGN(std::string name, quoted());
    if (!take("]")) return expected("']' after the name");
    (part ? selector_.name_part : selector_.name) = std::move(name);
    return {};
  }

  Result<std::string> quoted() {
    if (!take("\"")) return expected("a name in double quotes");
    std::string value;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      value += text_[at_++];
    }
    if (!take("\"")) return expected("a closing quote");
    return value;
  }

  Done pseudo() {
    if (take("focused")) {
      selector_.focused = true;
      return {};
    }
    if (!take("nth(")) return expected("'focused' or 'nth(K)' after ':'");
    std::uint32_t number = 0;
    const char* end = text_.data() + text_.size();
    const auto [stopped, error] = std::from_chars(text_.data() + at_, end, number);
    if (error != std::errc{} || number == 0) return expected("a number from 1 in 'nth(K)'");
    at_ = static_cast<std::size_t>(stopped - text_.data());
    if (!take(")")) return expected("')' after the number");
    selector_.nth = number;
    return {};
  }

  Result<Selector> finish() {
    if (at_ != text_.size() || text_.empty()) return expected("role=…, [name=\"…\"], :nth(K), :focused or screen=…");
    return std::move(selector_);
  }

  [[nodiscard]] tl::unexpected<Error> expected(const char* what) const {
    return fail(ErrorCode::BadInput, place,
                std::string("expected ") + what + " at character " + std::to_string(at_ + 1));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Selector selector_;
};

bool matches(const Node& node, const Selector& selector) {
  if (selector.screen) {
    return node.role == Role::Screen && (node.id == *selector.screen || node.name == *selector.screen);
  }
  if (selector.role && node.role != *selector.role) return false;
  if (selector.name && node.name != *selector.name) return false;
  if (selector.name_part && node.name.find(*selector.name_part) == std::string::npos) return false;
  return !selector.focused || node.state.focused;
}

void collect(const Node& node, const Selector& selector, std::vector<const Node*>& found) {
  if (matches(node, selector)) found.push_back(&node);
  for (const Node& child : node.children) collect(child, selector, found);
}

}  // namespace

Result<Selector> parse_selector(std::string_view text) {
  if (text.size() > limits::selector_bytes_max) {
    return fail(ErrorCode::LimitExceeded, place, "the selector is too long; name fewer things in it");
  }
  return SelectorParser(text).parse();
}

std::vector<const Node*> find_all(const Node& root, const Selector& selector) {
  std::vector<const Node*> found;
  collect(root, selector, found);
  if (!selector.nth) return found;
  if (*selector.nth > found.size()) return {};
  return {found[*selector.nth - 1]};
}

const Node* find(const Node& root, const Selector& selector) {
  const std::vector<const Node*> found = find_all(root, selector);
  return found.empty() ? nullptr : found.front();
}

}  // namespace hornbook::ui
