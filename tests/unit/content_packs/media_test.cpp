// Media with check points in a pack's source: what is taken, and what lint says of mistakes.
#include <gtest/gtest.h>

#include "content_packs/build/pack_source.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/engage/template/instantiate.hpp"

namespace hornbook::content {
namespace {

constexpr const char* video_item = R"(id: one
objective: o
skills: [s]
difficulty: 3
prompt: {en: Watch, es: Mira}
media:
  description: {en: A bar, es: Una barra}
  video:
    file: media/bar.webm
    length: 0:10
    captions: {en: media/bar.en.vtt, es: media/bar.es.vtt}
steps:
  - id: first
    at: 0:04.5
    prompt: {en: "How many?", es: "¿Cuántas?"}
    number: {answer: 3}
  - id: last
    prompt: {en: "And now?", es: "¿Y ahora?"}
    number: {answer: 2}
)";

constexpr const char* slides_item = R"(id: one
objective: o
skills: [s]
difficulty: 3
prompt: {en: Watch, es: Mira}
media:
  description: {en: A bar, es: Una barra}
  slides:
    - figure: {bar: {parts: 2, shaded: 1}, description: {en: halves, es: medios}}
      text: {en: Two, es: Dos}
      seconds: 4
    - figure: {bar: {parts: 4, shaded: 2}, description: {en: quarters, es: cuartos}}
      sound: {file: media/four.opus, caption: {en: Four, es: Cuatro}}
      seconds: 3
steps:
  - id: first
    at: 1
    prompt: {en: "How many?", es: "¿Cuántas?"}
    number: {answer: 3}
  - id: last
    prompt: {en: "And now?", es: "¿Y ahora?"}
    number: {answer: 2}
)";

Bytes bytes_of(std::string_view text) { return Bytes(text.begin(), text.end()); }

SourceTree tree_with(const std::string& item, std::string_view captions = "WEBVTT\n\n00:00.000 --> 00:03.000\na\n") {
  return {{"pack.yaml", bytes_of("name: org.example.tiny\nversion: \"1\"\nlanguages: [en, es]\ntitle: {en: T, es: T}\n"
                                 "licence: CC-BY-4.0\nauthors: [A]\nsubject: mathematics\n")},
          {"skills.yaml", bytes_of("skills:\n  - {id: s, title: {en: S, es: S}, can_do: {en: I can, es: Puedo}}\n")},
          {"items/01-one.yaml", bytes_of(item)},
          {"media/bar.webm", bytes_of("video")},
          {"media/bar.en.vtt", bytes_of(captions)},
          {"media/bar.es.vtt", bytes_of("WEBVTT\n\n00:00.000 --> 00:03.000\nb\n")},
          {"media/four.opus", bytes_of("sound")}};
}

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), by);
}

// A player that knows how long each lasts.
LookIntoMedia lasting(std::uint32_t video_ms, std::uint32_t sound_ms) {
  return [=](engage::MediaUse use, ByteView) -> tl::expected<std::uint32_t, std::string> {
    return use == engage::MediaUse::Video ? video_ms : sound_ms;
  };
}

std::string only_problem(const SourceTree& tree, const LookIntoMedia& look = lasting(10'200, 3'000)) {
  const Problems problems = lint(tree, look);
  EXPECT_EQ(problems.size(), 1u);
  return problems.empty() ? "" : describe(problems.front());
}

class MediaSource : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }
};

engage::ItemInstance instance_of(const SourceTree& tree) {
  const ReadOutcome outcome = read_pack(tree);
  EXPECT_TRUE(outcome.problems.empty());
  return engage::instantiate(outcome.source.items.front().decoded.item, 0, 1, "en").value();
}

TEST_F(MediaSource, AVideo_HasItsWordsAndItsCheckPoints) {
  EXPECT_TRUE(lint(tree_with(video_item), lasting(10'200, 3'000)).empty());
  const engage::ItemInstance item = instance_of(tree_with(video_item));
  ASSERT_TRUE(item.media.has_value());
  EXPECT_EQ(item.media->length_ms, 10'000u);
  EXPECT_EQ(item.media->captions, (std::vector<engage::Caption>{{0, 3'000, "a"}}));
  EXPECT_EQ(item.steps[0].at_ms, 4'500u);
  EXPECT_EQ(item.steps[1].at_ms, 10'000u) << "after all of it";
}

TEST_F(MediaSource, Slides_FollowOneAnotherWithTheirWords) {
  EXPECT_TRUE(lint(tree_with(slides_item), lasting(1, 3'000)).empty());
  const engage::ItemInstance item = instance_of(tree_with(slides_item));
  const auto& slides = std::get<std::vector<engage::Slide>>(item.media->shown);
  ASSERT_EQ(slides.size(), 2u);
  EXPECT_EQ(slides[1].from_ms, 4'000u);
  EXPECT_FALSE(slides[0].sound);
  EXPECT_TRUE(slides[1].sound);
  EXPECT_EQ(item.media->captions, (std::vector<engage::Caption>{{0, 4'000, "Two"}, {4'000, 7'000, "Four"}}));
  EXPECT_EQ(item.steps[0].at_ms, 4'000u);
}

TEST_F(MediaSource, WithoutWordsForWhoeverDoesNotSeeOrHear_IsAnError) {
  const std::string no_captions =
      replaced(video_item, "    captions: {en: media/bar.en.vtt, es: media/bar.es.vtt}\n", "");
  EXPECT_NE(only_problem(tree_with(no_captions)).find("items/01-one.yaml:8: captions are missing"), std::string::npos);
  const std::string no_description = replaced(video_item, "  description: {en: A bar, es: Una barra}\n", "");
  EXPECT_NE(only_problem(tree_with(no_description)).find("\"description\" is missing"), std::string::npos);
  const std::string silent = replaced(slides_item, "      text: {en: Two, es: Dos}\n", "");
  EXPECT_NE(only_problem(tree_with(silent)).find("either a text, or a sound"), std::string::npos);
}

TEST_F(MediaSource, CaptionsThatDoNotFit_AreNamedWithTheirLine) {
  EXPECT_NE(only_problem(tree_with(video_item, "WEBVTT\n\n00:09.000 --> 00:12.000\na\n")).find("ends after the video"),
            std::string::npos);
  const std::string bad_time = only_problem(tree_with(video_item, "WEBVTT\n\n9 --> 12\na\n"));
  EXPECT_NE(bad_time.find(":11: the captions in \"en\": line 3: a time"), std::string::npos) << bad_time;
  EXPECT_NE(only_problem(tree_with(video_item, "WEBVTT\n")).find("there are none"), std::string::npos);
}

TEST_F(MediaSource, LengthsAreComparedWithWhatAPlayerFinds) {
  EXPECT_NE(only_problem(tree_with(video_item), lasting(12'000, 1)).find("lasts 12.0 seconds"), std::string::npos);
  EXPECT_NE(only_problem(tree_with(slides_item), lasting(1, 3'100)).find(":14: the sound in \"en\" lasts 3.1 seconds"),
            std::string::npos);
}

TEST_F(MediaSource, CheckPointsLieInTheMediaAndInOrder) {
  EXPECT_NE(only_problem(tree_with(replaced(video_item, "at: 0:04.5", "at: 0:11"))).find("is over by then"),
            std::string::npos);
  EXPECT_NE(only_problem(tree_with(replaced(video_item, "at: 0:04.5", "at: 4"))).find("such as 0:35"),
            std::string::npos);
  EXPECT_NE(only_problem(tree_with(replaced(slides_item, "at: 1", "at: 3"))).find("from 1 to 2"), std::string::npos);
  EXPECT_NE(only_problem(tree_with(replaced(video_item, "  - id: last\n", "  - id: last\n    at: 0:01\n")))
                .find("put them in order"),
            std::string::npos);
  EXPECT_NE(
      only_problem(tree_with(replaced(video_item, "steps:", "any_order: true\nsteps:"))).find("order of the media"),
      std::string::npos);
}

TEST_F(MediaSource, AtWithoutMedia_IsAnError) {
  const std::string item = video_item;
  const std::size_t from = item.find("media:"), to = item.find("steps:");
  EXPECT_NE(
      only_problem(tree_with(item.substr(0, from) + item.substr(to))).find("only the steps of an item with media"),
      std::string::npos);
}

}  // namespace
}  // namespace hornbook::content
