#include "platform/programs/model/replay_file.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

#include "runtime/measure/event_codec.hpp"
#include "tests/unit/runtime/session/one_learner.hpp"

namespace hornbook::platform {
namespace {

std::string curriculum_line() {
  const auto curriculum = test::sample_curriculum();
  nlohmann::json json{{"pack", to_hex(curriculum->pack_hash.view())}};
  for (const auto& skill : curriculum->skills)
    json["skills"].push_back({{"key", skill.key}, {"prerequisites", skill.prerequisites}});
  for (const auto& item : curriculum->items) {
    json["items"].push_back({{"key", item.key},
                             {"skills", item.skills},
                             {"difficulty_milli", item.difficulty_milli},
                             {"template", item.is_template},
                             {"passage", item.passage}});
  }
  return nlohmann::json{{"curriculum", json}}.dump() + "\n";
}

std::string event_lines(const test::OneLearner& learner) {
  const session::SessionContext& context = *learner.state().context;
  std::string lines;
  for (const measure::Event& event : learner.events()) {
    const nlohmann::json line{{"learner", to_hex(context.learner.view())},
                              {"device", to_hex(context.device.view())},
                              {"epoch", context.epoch},
                              {"event", to_hex(measure::encode_event(event).value())}};
    lines += line.dump() + "\n";
  }
  return lines;
}

test::OneLearner practised() {
  test::OneLearner learner;
  learner.intend(session::ChooseOption{0});
  for (int item = 0; item < 12; ++item) learner.finish_item(item % 3 != 0);
  return learner;
}

TEST(ReplayFile, RecordedSession_IsComputedAgainBitForBit) {
  const test::OneLearner learner = practised();
  std::istringstream in(curriculum_line() + event_lines(learner));
  const Result<ReplayFile> file = read_replay_file(in);
  ASSERT_TRUE(file) << describe(file.error());
  std::ostringstream out;
  const ReplayTotals totals = write_replay(*file, out);
  EXPECT_GT(totals.decisions, 12u);
  EXPECT_EQ(totals.same, totals.decisions);
  EXPECT_NE(out.str().find(to_hex(interpret::hash_of(learner.state().learner).view())), std::string::npos);
}

TEST(ReplayFile, EventsWithoutTheirCurriculum_AreNotCalledTheSame) {
  std::istringstream in(event_lines(practised()));
  const Result<ReplayFile> file = read_replay_file(in);
  ASSERT_TRUE(file);
  std::ostringstream out;
  EXPECT_EQ(write_replay(*file, out).same, 0u);
  EXPECT_NE(out.str().find("unknown pack"), std::string::npos);
}

TEST(ReplayFile, WrongLine_IsNamedByItsNumber) {
  for (const char* wrong : {"{", "{}", "{\"curriculum\":7}", "{\"parameters\":\"00\"}",
                            "{\"learner\":\"aa\",\"device\":\"aa\",\"epoch\":1,\"event\":\"\"}",
                            "{\"curriculum\":{\"pack\":\"aa\",\"skills\":[],\"items\":[]}}"}) {
    std::istringstream in(curriculum_line() + wrong + "\n");
    const Result<ReplayFile> file = read_replay_file(in);
    ASSERT_FALSE(file) << wrong;
    EXPECT_EQ(file.error().code, ErrorCode::BadInput);
    EXPECT_NE(file.error().sentence.find("line 2"), std::string::npos) << file.error().sentence;
  }
}

}  // namespace
}  // namespace hornbook::platform
