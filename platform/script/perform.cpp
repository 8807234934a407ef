#include "platform/script/perform.hpp"

#include <algorithm>

#include "platform/script/finger.hpp"
#include "platform/script/give_answer.hpp"

namespace hornbook::platform {
namespace {

constexpr std::int64_t wait_slice_ms = 20;

tl::unexpected<Error> failed(const char* sentence) { return fail(ErrorCode::BadInput, "script", sentence); }

Result<const ui::Node*> need(const Stage& stage, const ui::Selector& selector) {
  const ui::Node* node = ui::find(stage.tree(), selector);
  if (node == nullptr) return failed("nothing on the screen fits the selector");
  return node;
}

bool contains_text(const ui::Node& node, std::string_view part) {
  for (const std::string* text : {&node.name, &node.value, &node.text}) {
    if (text->find(part) != std::string::npos) return true;
  }
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const ui::Node& child) { return contains_text(child, part); });
}

Done act(Stage& stage, const Tap& step) {
  TRY_ASSIGN(const ui::Node* node, need(stage, step.target));
  return tap(stage, *node);
}

Done act(Stage& stage, const Drag& step) {
  TRY_ASSIGN(const ui::Node* from, need(stage, step.from));
  TRY_ASSIGN(const ui::Node* to, need(stage, step.to));
  return drag(stage, *from, *to);
}

Done act(Stage& stage, const PressKey& step) {
  TRY_ASSIGN(const ui::Key key, key_named(step.key));
  stage.input(ui::KeyDown{key});
  return {};
}

Done act(Stage& stage, const TypeText& step) {
  stage.input(ui::TextTyped{step.text});
  return {};
}

Done act(Stage& stage, const Wait& step) {
  for (std::int64_t waited = 0; ui::find(stage.tree(), step.target) == nullptr; waited += wait_slice_ms) {
    if (waited >= step.ms_max) return failed("what it waits for did not come");
    stage.pass(std::min(wait_slice_ms, step.ms_max - waited));
  }
  return {};
}

Done act(Stage& stage, const Expect& step) {
  TRY_ASSIGN(const ui::Node* node, need(stage, step.target));
  if (step.value && node->value != *step.value) return failed("the value is another one");
  if (step.text_part && !contains_text(*node, *step.text_part)) return failed("the text is not there");
  return {};
}

Done act(Stage& stage, const Absent& step) {
  if (ui::find(stage.tree(), step.target) != nullptr) return failed("what should be absent is on the screen");
  return {};
}

Done act(Stage& stage, const Advance& step) {
  stage.pass(step.ms);
  return {};
}

Done act(Stage& stage, const Capture& step) { return stage.capture(step.name); }
Done act(Stage& stage, const DumpTree& step) { return stage.dump_tree(step.name); }
Done act(Stage& stage, const DumpSpeech& step) { return stage.dump_speech(step.name); }
Done act(Stage& stage, const GiveAnswer& step) { return give_answer(stage, step.kind); }

Done act(Stage& stage, const Loop& step) {
  for (std::uint32_t round = 0; round < step.times; ++round) TRY_DONE(perform(stage, step.steps));
  return {};
}

}  // namespace

Done perform(Stage& stage, const Script& script) {
  for (const Step& step : script) {
    Done done = std::visit([&](const auto& kind) { return act(stage, kind); }, step.act);
    if (done) continue;
    if (std::holds_alternative<Loop>(step.act)) return done;  // it names its line already
    return fail(done.error().code, "script", "line " + std::to_string(step.line) + ": " + done.error().sentence);
  }
  return {};
}

}  // namespace hornbook::platform
