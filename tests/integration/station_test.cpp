// The station's program as a child meets it: real pixels, real files, no display. What it recorded is opened with the
// school's key afterwards.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "platform/system/files.hpp"
#include "runtime/journal/open_sealed.hpp"
#include "runtime/journal/store.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/enrolled_station.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::test {
namespace {

using Arguments = std::vector<std::string>;
using Json = nlohmann::json;

const std::string program = std::string(HORNBOOK_BIN_DIR) + "/hornbook";

constexpr const char* sign_amina_in = R"~({"wait":"screen=attract"}
{"tap":"role=button[name=\"Touch to begin\"]"}
{"wait":"screen=who"}
{"tap":"[name=\"Amina\"]"}
{"wait":"screen=picture-password"}
{"tap":"role=button[name=\"sun\"]"}
{"tap":"role=button[name=\"tree\"]"}
{"tap":"role=button[name=\"boat\"]"}
{"wait":"screen=home"}
)~";

pid_t start(Arguments arguments) {
  arguments.insert(arguments.begin(), program);
  std::vector<char*> raw;
  for (std::string& argument : arguments) raw.push_back(argument.data());
  raw.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    ::execv(raw[0], raw.data());
    ::_exit(127);
  }
  return child;
}

int exit_code_of(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Every event of every epoch that the folder still holds, opened as the school would.
std::vector<measure::Event> recorded(const EnrolledStation& station) {
  std::vector<measure::Event> events;
  const auto store = journal::Store::open(station.data);
  const auto outgoing = store->outgoing(64u << 20);
  EXPECT_TRUE(outgoing);
  const DeviceId device = device_id_of(station.device);
  for (const journal::EpochHeader& header : outgoing->headers) {
    const auto key = journal::open_epoch_key(header, station.ingest);
    EXPECT_TRUE(key);
    for (const journal::Segment& segment : outgoing->segments) {
      if (segment.epoch != header.epoch) continue;
      const auto opened = journal::open_segment(segment, device, *key);
      EXPECT_TRUE(opened);
      events.insert(events.end(), opened->begin(), opened->end());
    }
    for (const journal::Row& row : outgoing->rows) {
      if (row.epoch != header.epoch || row.skipped) continue;
      const auto opened = journal::open_row(row, device, *key);
      EXPECT_TRUE(opened);
      events.push_back(*opened);
    }
  }
  return events;
}

template <class Body>
std::size_t count(const std::vector<measure::Event>& events) {
  return static_cast<std::size_t>(std::count_if(events.begin(), events.end(), [](const measure::Event& event) {
    return std::holds_alternative<Body>(event.body);
  }));
}

// The names of everything that is selected in a dumped tree.
void collect_selected(const Json& node, std::set<std::string>& names) {
  if (node.contains("state") && node["state"].dump().find("selected") != std::string::npos) {
    names.insert(node.value("name", ""));
  }
  for (const Json& child : node.value("children", Json::array())) collect_selected(child, names);
}

class StationProgram : public testing::Test {
 protected:
  void prepare(journal::Profile profile = journal::Profile::Demo) {
    auto made = make_enrolled_station(folder.path() / "data", profile);
    ASSERT_TRUE(made) << made.error().sentence;
    station.emplace(std::move(*made));
  }
  int play(const std::string& script, Arguments more = {}) {
    return exit_code_of(start_playing(script, std::move(more)));
  }
  pid_t start_playing(const std::string& script, Arguments more = {}) {
    std::ofstream(folder.path() / "script.jsonl") << script;
    Arguments arguments{"--data",
                        (folder.path() / "data").string(),
                        "--headless",
                        "--script",
                        (folder.path() / "script.jsonl").string(),
                        "--capture",
                        captures().string(),
                        "--trace",
                        trace().string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return start(std::move(arguments));
  }
  std::filesystem::path captures() const { return folder.path() / "captures"; }
  std::string text_in(const char* capture) const {
    const auto bytes = platform::read_file(captures() / capture, 16u << 20);
    return bytes ? std::string(as_text(*bytes)) : std::string();
  }
  Json json_in(const char* capture) const { return Json::parse(text_in(capture), nullptr, false); }
  std::filesystem::path trace() const { return folder.path() / "trace.jsonl"; }
  std::vector<Json> traced(const char* word) const {
    std::vector<Json> lines;
    std::ifstream file(trace());
    for (std::string line; std::getline(file, line);) {
      Json parsed = Json::parse(line, nullptr, false);
      if (parsed.is_object() && parsed.contains(word)) lines.push_back(std::move(parsed));
    }
    return lines;
  }

  TemporaryDirectory folder;
  std::optional<EnrolledStation> station;
};

TEST_F(StationProgram, TheEar_ReadsTheLessonAndLightsTheWordThatIsHeard) {
  prepare();
  ASSERT_EQ(play(std::string(sign_amina_in) + R"~({"tap":"role=button[name=\"Start\"]"}
{"wait":"screen=activity"}
{"speech":"before"}
{"tap":"role=button[name=\"Read to me\"]"}
{"advance_ms":900}
{"tree":"reading"}
{"wait":"role=button[name=\"Read to me\"]","ms":60000}
{"speech":"whole"}
{"tap":"role=button[name=\"Read to me\"]"}
{"advance_ms":500}
{"tap":"role=button[name=\"Stop reading\"]"}
{"speech":"stopped"}
)~"),
            0);
  EXPECT_TRUE(json_in("before.speech.json").empty());
  EXPECT_NE(text_in("reading.tree.json").find("\"spoken\""), std::string::npos);
  const Json whole = json_in("whole.speech.json");
  ASSERT_GE(whole.size(), 1u);
  for (const Json& said : whole) EXPECT_EQ(said["heard"], said["text"]);
  const Json stopped = json_in("stopped.speech.json");
  ASSERT_EQ(stopped.size(), 1u);
  EXPECT_LT(stopped[0]["heard"].get<std::string>().size(), stopped[0]["text"].get<std::string>().size());
}

TEST_F(StationProgram, ReadingByItself_SaysWhatIsNewAndWhatTheKeyboardMovesTo) {
  prepare();
  ASSERT_EQ(play(std::string(sign_amina_in) + R"~({"tap":"role=button[name=\"How it looks\"]"}
{"tap":"role=button[name=\"Next page\"]"}
{"tap":"role=radio[name=\"By itself\"]"}
{"speech":"chosen"}
{"tap":"role=button[name=\"Done\"]"}
{"tap":"role=button[name=\"Start\"]"}
{"wait":"screen=activity"}
{"speech":"asked"}
{"key":"Tab"}
{"speech":"walked"}
{"answer":"hint"}
{"speech":"hint"}
)~"),
            0);
  EXPECT_EQ(json_in("chosen.speech.json")[0]["text"], "By itself") << "what is touched says itself";
  const Json asked = json_in("asked.speech.json");
  ASSERT_EQ(asked.size(), 1u) << asked.dump();
  EXPECT_EQ(asked[0]["lang"], "en");
  const Json walked = json_in("walked.speech.json");
  ASSERT_EQ(walked.size(), 1u);
  EXPECT_NE(walked[0]["text"].get<std::string>().find(", button"), std::string::npos);
  EXPECT_GE(json_in("hint.speech.json").size(), 1u);
}

// The two items of try_me that are watched, and no other pack.
void teach_what_is_watched(const EnrolledStation& station) {
  const auto library = std::filesystem::path(HORNBOOK_SOURCE_DIR) / "content_packs/library/try_me";
  content::SourceTree tree = content::read_source(library).value();
  std::erase_if(tree, [](const auto& file) {
    return file.first.starts_with("passages/") ||
           (file.first.starts_with("items/") && file.first.find("watch-") == std::string::npos &&
            file.first.find("slides-") == std::string::npos);
  });
  for (const auto& index : std::filesystem::directory_iterator(station.data / "packs" / "packs"))
    std::filesystem::remove(index);
  ASSERT_TRUE(install_pack(station.data, tree, station.publisher));
}

TEST_F(StationProgram, WhatIsWatched_StopsToAskAndIsRecorded) {
  prepare();
  teach_what_is_watched(*station);
  ASSERT_EQ(play(std::string(sign_amina_in) + R"~({"tap":"role=button[name=\"Start\"]"}
{"wait":"screen=media"}
{"tap":"role=button[name=\"Play\"]"}
{"advance_ms":2000}
{"tree":"first"}
{"capture":"early"}
{"wait":"screen=activity","ms":20000}
{"loop":4,"steps":[{"answer":"right"}]}
)~"),
            0);
  const std::vector<measure::Event> events = recorded(*station);
  std::map<engage::MediaAct, int> acts;
  for (const measure::Event& event : events)
    if (const auto* progress = std::get_if<measure::MediaProgress>(&event.body)) ++acts[progress->act];
  EXPECT_GE(acts[engage::MediaAct::Played], 4);
  EXPECT_EQ(acts[engage::MediaAct::CheckPoint], 4) << "two of each item";
  std::size_t right = 0;
  for (const measure::Event& event : events)
    if (const auto* answered = std::get_if<measure::StepAnswered>(&event.body)) right += answered->response.correct;
  EXPECT_EQ(right, 4u);
  EXPECT_NE(text_in("first.tree.json").find("heard-caption"), std::string::npos);
}

TEST_F(StationProgram, GoalWishAndMessage_AreShownAndRecorded) {
  prepare();
  ASSERT_EQ(play(std::string(sign_amina_in) + R"~({"tree":"first-home"}
{"tap":"role=button[name=\"My goal\"]"}
{"wait":"screen=goal"}
{"capture":"goal"}
{"tap":"role=button[name=\"Of anything: 3\"]"}
{"wait":"screen=home"}
{"expect":"role=button[name=\"Goal: 0 of 3\"]"}
{"answer":"right"}
{"tap":"role=button[name=\"How was it for you?\"]"}
{"capture":"how-it-fitted"}
{"tap":"role=button[name=\"Too easy\"]"}
{"capture":"after"}
{"loop":2,"steps":[{"answer":"right"}]}
{"tap":"role=button[name=\"Back\"]"}
{"wait":"screen=home"}
{"expect":"role=button[name=\"Goal reached: 3 of 3\"]"}
{"tap":"role=button[name=\"Leave\"]"}
{"wait":"screen=goodbye"}
{"tree":"goodbye"}
{"capture":"goodbye"}
)~"),
            0);
  EXPECT_NE(text_in("first-home.tree.json").find("\"message\""), std::string::npos) << "something new is next";
  EXPECT_NE(text_in("goodbye.tree.json").find("Goal reached: 3 of 3"), std::string::npos);
  EXPECT_NE(text_in("goodbye.tree.json").find("\"message\""), std::string::npos);
  const std::vector<measure::Event> events = recorded(*station);
  EXPECT_EQ(count<measure::GoalSet>(events), 1u);
  ASSERT_EQ(count<measure::OverrideMade>(events), 1u);
  std::vector<std::uint16_t> messages;
  for (const measure::Event& event : events) {
    if (const auto* made = std::get_if<measure::OverrideMade>(&event.body)) {
      EXPECT_EQ(made->by, measure::DecidedBy::Learner);
      EXPECT_EQ(made->reason, measure::OverrideReason::TooEasy);
    }
    if (const auto* shown = std::get_if<measure::MessageShown>(&event.body)) messages.push_back(shown->message);
  }
  EXPECT_GE(messages.size(), 3u) << "something new, the goal, the goodbye";
  EXPECT_EQ(std::adjacent_find(messages.begin(), messages.end()), messages.end());
}

TEST_F(StationProgram, WishToTalk_IsAskedByTouchAndSaysWhenItWillBeSeen) {
  prepare();
  ASSERT_EQ(play(std::string(sign_amina_in) + R"~({"tap":"role=button[name=\"I want to talk to my teacher\"]"}
{"wait":"role=status[name~\"when this tablet next meets the school\"]"}
{"capture":"talk"}
{"tap":"role=button[name=\"Leave\"]"}
{"wait":"screen=goodbye"}
)~"),
            0);
  EXPECT_EQ(count<measure::TalkRequested>(recorded(*station)), 1u);
  EXPECT_EQ(journal::Store::open(station->data)->outgoing(1)->segments.size(), 1u);
  const auto first = journal::Store::open(station->data)->outgoing(1)->segments.front();
  EXPECT_EQ(first.first_sequence, first.last_sequence) << "what is asked for goes first, and by itself";
  EXPECT_GT(first.first_sequence, 1u);
}

TEST_F(StationProgram, AWholeSession_IsShownAndRecorded) {
  prepare();
  const std::string script = std::string(R"~({"wait":"screen=attract"}
{"capture":"attract"}
)~") + sign_amina_in + R"~({"capture":"home"}
{"tree":"home"}
{"answer":"hint"}
{"answer":"right"}
{"capture":"right"}
{"answer":"wrong"}
{"capture":"wrong"}
{"answer":"right"}
{"loop":27,"steps":[{"answer":"right"}]}
{"loop":6,"steps":[{"answer":"guess"},{"answer":"right"}]}
{"expect":"screen=activity"}
)~";
  ASSERT_EQ(play(script, {"--seed", "7", "--clock", "2026-09-01T08:30:00Z"}), 0);
  const auto events = recorded(*station);
  EXPECT_EQ(count<measure::SessionStart>(events), 1u);
  EXPECT_EQ(count<measure::SessionEnd>(events), 1u);
  EXPECT_GE(count<measure::Response>(events), 30u);
  EXPECT_EQ(count<measure::HintShown>(events), 1u);
  std::set<std::uint8_t> kinds;
  for (const measure::Event& event : events) {
    if (const auto* response = std::get_if<measure::Response>(&event.body)) kinds.insert(response->answer.kind);
  }
  EXPECT_GE(kinds.size(), 4u) << "choice, number, order, number line and more";
  EXPECT_EQ(traced("tap_to_durable_us").size(),
            count<measure::Response>(events) + count<measure::StepAnswered>(events));
  EXPECT_EQ(traced("first_interactive").size(), 1u);
  EXPECT_TRUE(std::filesystem::exists(captures() / "home.png"));
  const auto tree = platform::read_file(captures() / "home.tree.json", 16u << 20);
  ASSERT_TRUE(tree);
  EXPECT_TRUE(Json::parse(as_text(*tree), nullptr, false).is_object());
}

TEST_F(StationProgram, HowItLooks_IsRememberedForTheLearnerAndForNobodyElse) {
  prepare();
  EXPECT_EQ(play(std::string(sign_amina_in) + R"~({"tap":"role=button[name=\"How it looks\"]"}
{"wait":"screen=how-it-looks"}
{"tap":"role=radio[name=\"Dark\"]"}
{"tap":"role=radio[name=\"Nothing moves\"]"}
{"tap":"role=button[name=\"Done\"]"}
{"wait":"screen=home"}
{"tap":"role=button[name=\"Leave\"]"}
{"wait":"screen=goodbye"}
{"tap":"role=button[name=\"How it looks\"]"}
{"tree":"nobody"})~"),
            0);
  EXPECT_EQ(play(std::string(sign_amina_in) + R"~({"tap":"role=button[name=\"How it looks\"]"}
{"tree":"amina"})~"),
            0);
  const auto chosen = [&](const char* tree) {
    std::set<std::string> names;
    collect_selected(Json::parse(as_text(*platform::read_file(captures() / tree, 16u << 20))), names);
    return names;
  };
  EXPECT_EQ(chosen("nobody.tree.json"), (std::set<std::string>{"Light", "Usual size", "Things may move"}));
  EXPECT_EQ(chosen("amina.tree.json"), (std::set<std::string>{"Dark", "Usual size", "Nothing moves"}));
}

TEST_F(StationProgram, AStepThatFails_EndsWithThree) {
  prepare();
  EXPECT_EQ(play(R"~({"tap":"role=button[name=\"Nobody\"]"})~"), 3);
  EXPECT_EQ(play(R"~({"wait":"screen=nowhere","ms":50})~"), 3);
}

TEST_F(StationProgram, WrongPictures_DoNotSignIn) {
  prepare();
  EXPECT_EQ(play(R"~({"wait":"screen=attract"}
{"tap":"role=button[name=\"Touch to begin\"]"}
{"wait":"screen=who"}
{"tap":"[name=\"Amina\"]"}
{"tap":"role=button[name=\"boat\"]"}
{"tap":"role=button[name=\"boat\"]"}
{"tap":"role=button[name=\"boat\"]"}
{"expect":"screen=picture-password"}
{"absent":"screen=home"})~"),
            0);
  EXPECT_EQ(count<measure::SessionStart>(recorded(*station)), 0u);
}

TEST_F(StationProgram, ScriptsOnLearnersOwnData_AreRefusedWithFour) {
  prepare(journal::Profile::Station);
  EXPECT_EQ(play("{\"advance_ms\":1}"), 4);
}

TEST_F(StationProgram, ADeviceThatIsNotEnrolled_EndsWithFour) {
  EXPECT_EQ(exit_code_of(start({"--data", (folder.path() / "none").string(), "--headless"})), 4);
}

TEST_F(StationProgram, AWrongCommandLine_EndsWithTwo) {
  EXPECT_EQ(exit_code_of(start({"--nonsense"})), 2);
  EXPECT_EQ(exit_code_of(start({"--size", "12"})), 2);
  EXPECT_EQ(exit_code_of(start({"--clock", "yesterday"})), 2);
}

TEST_F(StationProgram, AStationThatNobodyTouches_DrawsNothingForTenSeconds) {
  prepare();
  ASSERT_EQ(play(std::string(R"~({"wait":"screen=attract"}
)~")),
            0);
  const std::size_t frames = traced("cpu_us").size();
  EXPECT_GT(frames, 0u);
  ASSERT_EQ(play(std::string(R"~({"wait":"screen=attract"}
{"advance_ms":10000}
)~")),
            0);
  EXPECT_EQ(traced("cpu_us").size(), frames);
}

TEST_F(StationProgram, KilledInMidSession_LosesNoAnswerThatWasDurable) {
  prepare();
  std::size_t durable = 0;
  for (int round = 0; round < 3; ++round) {
    const pid_t child = start_playing(std::string(sign_amina_in) + R"~({"loop":1000,"steps":[{"answer":"right"}]})~",
                                      {"--clock", "real"});
    while (traced("tap_to_durable_us").size() < 2 && ::waitpid(child, nullptr, WNOHANG) == 0) test::let_run(20'000);
    ::kill(child, SIGKILL);
    EXPECT_EQ(exit_code_of(child), 128 + SIGKILL);
    durable += traced("tap_to_durable_us").size();
    std::filesystem::remove(trace());
  }
  ASSERT_EQ(play(sign_amina_in), 0);
  EXPECT_GE(count<measure::Response>(recorded(*station)), durable);
  EXPECT_GE(durable, 6u);
}

TEST_F(StationProgram, ASecondStationOnTheSameData_EndsWithSeven) {
  prepare();
  const pid_t first = start_playing(std::string(sign_amina_in) + R"~({"advance_ms":60000})~", {"--clock", "real"});
  while (traced("first_interactive").empty() && ::waitpid(first, nullptr, WNOHANG) == 0) test::let_run(20'000);
  EXPECT_EQ(exit_code_of(start({"--data", station->data.string(), "--headless"})), 7);
  ::kill(first, SIGKILL);
  exit_code_of(first);
}

}  // namespace
}  // namespace hornbook::test
