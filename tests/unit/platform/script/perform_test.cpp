// A stage of two buttons and a field, driven through the real dispatcher.
#include "platform/script/perform.hpp"

#include <gtest/gtest.h>

#include "platform/script/parse_script.hpp"
#include "ui/access/dispatcher.hpp"

namespace hornbook::platform {
namespace {

class ButtonsStage final : public Stage {
 public:
  ButtonsStage() { build(); }
  const ui::Node& tree() const override { return root_; }
  const ui::Actions<ui::Intent>& actions() const override { return actions_; }
  const ui::StationState& state() const override { return state_; }
  SeededRandom& chance() override { return chance_; }
  void input(const ui::Input& input) override {
    ui::Dispatched dispatched = ui::dispatch(root_, input_, input);
    input_ = std::move(dispatched.state);
    for (const ui::Activation& activation : dispatched.activations) take(activation);
    build();
  }
  void pass(std::int64_t ms) override {
    now += ms;
    build();
  }
  Done capture(std::string_view name) override {
    files.emplace_back(name);
    return {};
  }
  Done dump_tree(std::string_view name) override {
    files.emplace_back(name);
    return {};
  }
  Done dump_speech(std::string_view name) override {
    files.emplace_back(name);
    return {};
  }

  std::int64_t now = 0;
  int presses = 0;
  std::string typed;
  std::vector<std::string> files;

 private:
  void take(const ui::Activation& activation) {
    if (std::holds_alternative<ui::Wake>(actions_.at(activation.action))) ++presses;
    if (std::holds_alternative<ui::TypePassphrase>(actions_.at(activation.action))) typed += activation.text;
  }
  static ui::Node button(const char* name, float y) {
    ui::Node node;
    node.role = ui::Role::Button;
    node.name = name;
    node.rect = {0, y, 100, 50};
    return node;
  }
  void build() {
    actions_ = {};
    root_ = {};
    root_.role = ui::Role::Screen;
    root_.id = "buttons";
    root_.rect = {0, 0, 200, 400};
    ui::Node wake = button("Wake", 0);
    wake.actions.press = actions_.on(ui::Wake{});
    ui::Node resting = button("Resting", 100);
    resting.actions.press = actions_.on(ui::Wake{});
    resting.state.disabled = true;
    ui::Node field = button("Words", 200);
    field.role = ui::Role::TextField;
    field.value = typed;
    field.actions.type = actions_.on(ui::TypePassphrase{});
    field.actions.takes_typing = true;
    root_.children = {wake, resting, field};
    if (now >= 1000) root_.children.push_back(button("Late", 300));
  }

  ui::Node root_;
  ui::Actions<ui::Intent> actions_;
  ui::StationState state_;
  ui::InputState input_;
  SeededRandom chance_{1};
};

Done run(Stage& stage, const std::string& text) {
  const auto script = parse_script(text);
  EXPECT_TRUE(script);
  return perform(stage, *script);
}

TEST(Perform, ATap_PressesTheNode) {
  ButtonsStage stage;
  ASSERT_TRUE(run(stage, R"({"tap":"role=button[name=\"Wake\"]"})"));
  EXPECT_EQ(stage.presses, 1);
}

TEST(Perform, ATapOnWhatIsDisabledOrAbsent_FailsNamingTheLine) {
  ButtonsStage stage;
  for (const std::string name : {"Resting", "Nobody"}) {
    const Done done = run(stage, "\n{\"tap\":\"role=button[name=\\\"" + name + "\\\"]\"}");
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::BadInput);
    EXPECT_NE(done.error().sentence.find("line 2"), std::string::npos);
  }
  EXPECT_EQ(stage.presses, 0);
}

TEST(Perform, TypedText_IsSeenByExpect) {
  ButtonsStage stage;
  EXPECT_TRUE(run(stage, R"({"type":"3/4"}
{"expect":"role=textfield","value":"3/4"}
{"expect":"screen=buttons","text~":"/4"})"));
  EXPECT_FALSE(run(stage, R"({"expect":"role=textfield","value":"3"})"));
  EXPECT_FALSE(run(stage, R"({"expect":"screen=buttons","text~":"5"})"));
}

TEST(Perform, AWait_EndsAsSoonAsTheNodeIsThere) {
  ButtonsStage stage;
  ASSERT_TRUE(run(stage, R"({"absent":"role=button[name=\"Late\"]"}
{"wait":"role=button[name=\"Late\"]","ms":3000})"));
  EXPECT_EQ(stage.now, 1000);
}

TEST(Perform, AWaitForWhatNeverComes_FailsWhenItsTimeIsUp) {
  ButtonsStage stage;
  EXPECT_FALSE(run(stage, R"({"wait":"role=button[name=\"Never\"]","ms":3000})"));
  EXPECT_EQ(stage.now, 3000);
}

TEST(Perform, ALoop_RepeatsItsSteps) {
  ButtonsStage stage;
  ASSERT_TRUE(run(stage, R"({"loop":3,"steps":[{"loop":2,"steps":[{"tap":"role=button[name=\"Wake\"]"}]}]})"));
  EXPECT_EQ(stage.presses, 6);
}

TEST(Perform, TheFirstFailure_StopsTheScript) {
  ButtonsStage stage;
  EXPECT_FALSE(run(stage, R"({"absent":"screen=buttons"}
{"capture":"never"})"));
  EXPECT_TRUE(stage.files.empty());
}

TEST(Perform, KeysPressWhatHasTheFocus) {
  ButtonsStage stage;
  ASSERT_TRUE(run(stage, R"({"key":"Tab"}
{"key":"Enter"})"));
  EXPECT_EQ(stage.presses, 1);
  EXPECT_FALSE(run(stage, R"({"key":"Any"})"));
}

TEST(Perform, AnAnswerWithNobodySignedIn_Fails) {
  ButtonsStage stage;
  EXPECT_FALSE(run(stage, R"({"answer":"right"})"));
}

}  // namespace
}  // namespace hornbook::platform
