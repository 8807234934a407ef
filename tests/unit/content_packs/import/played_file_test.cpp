#include "content_packs/import/played_file.hpp"

#include <gtest/gtest.h>

#include "content_packs/build/pack_source.hpp"
#include "content_packs/import/epub/import_epub.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "runtime/core/crypto.hpp"
#include "tests/unit/content_packs/import/qti/small_item.hpp"

namespace hornbook::content {
namespace {

using namespace tests;

constexpr const char* two_cues =
    "WEBVTT\n\n00:00.000 --> 00:00.100\nA cow says moo.\n\n00:00.100 --> 00:00.200\nIt costs $5.\n";

void append(Bytes& file, std::string_view text) { file.insert(file.end(), text.begin(), text.end()); }
void append_number(Bytes& file, std::uint64_t value, std::size_t bytes) {
  for (std::size_t at = 0; at < bytes; ++at) file.push_back(static_cast<std::uint8_t>(value >> (8 * at)));
}

// Silence, one channel of 16 bits at 8 kHz.
Bytes wav(std::uint32_t ms) {
  const std::uint32_t bytes = 16 * ms;
  Bytes file;
  append(file, "RIFF");
  append_number(file, 36 + bytes, 4);
  append(file, "WAVEfmt ");
  append_number(file, 16, 4);
  append_number(file, 1, 2);
  append_number(file, 1, 2);
  append_number(file, 8000, 4);
  append_number(file, 16000, 4);
  append_number(file, 2, 2);
  append_number(file, 16, 2);
  append(file, "data");
  append_number(file, bytes, 4);
  file.resize(file.size() + bytes);
  return file;
}

// Two pages: the head, and one that ends at this sample.
Bytes opus(std::uint64_t samples) {
  Bytes file;
  append(file, "OggS");
  file.resize(28);
  append(file, "OpusHead");
  append_number(file, 1, 2);
  append_number(file, 312, 2);
  append_number(file, 48000, 4);
  append_number(file, 0, 3);
  append(file, "OggS");
  append_number(file, 0, 2);
  append_number(file, samples, 8);
  file.resize(file.size() + 13);
  return file;
}

// The head and the length of a film of 2.5 seconds.
Bytes webm() {
  Bytes file{0x1A, 0x45, 0xDF, 0xA3, 0x80, 0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  const Bytes info{0x15, 0x49, 0xA9, 0x66, 0x8E, 0x2A, 0xD7, 0xB1, 0x83, 0x0F,
                   0x42, 0x40, 0x44, 0x89, 0x84, 0x45, 0x1C, 0x40, 0x00};  // 1,000,000 ns a tick, 2500.0 ticks
  file.insert(file.end(), info.begin(), info.end());
  return file;
}

Bytes bytes(std::string_view text) { return {text.begin(), text.end()}; }

TEST(PlayedFile, Lengths_AreThoseOfTheirHeads) {
  EXPECT_EQ(sound_length_ms(wav(200)), 200u);
  EXPECT_EQ(sound_length_ms(opus(312 + 48 * 1500)), 1500u);
  EXPECT_EQ(video_length_ms(webm()), 2500u);
  EXPECT_EQ(sound_length_ms(bytes("ID3 an mp3")), std::nullopt);
  EXPECT_EQ(sound_length_ms(opus(0)), std::nullopt);
  EXPECT_EQ(video_length_ms(wav(200)), std::nullopt);
  for (std::size_t size = 0; size < webm().size(); ++size) {
    Bytes cut = webm();
    cut.resize(size);
    EXPECT_EQ(video_length_ms(cut), std::nullopt) << size;
  }
}

TEST(PlayedFile, Sound_NeedsWords) {
  const Bytes file = wav(200), captions = bytes(two_cues), mp3 = bytes("ID3"), broken = bytes("no captions");
  std::map<std::string, Bytes> media;
  Remarks remarks;
  const auto code_of = [&](const PlayedFile& played) {
    remarks.clear();
    EXPECT_FALSE(take_sound(played, "item", media, remarks).has_value());
    return remarks.empty() ? std::string() : remarks.back().code;
  };
  EXPECT_EQ(code_of({"a.wav", &file, nullptr, {}, {}}), "sound-without-words");
  EXPECT_EQ(code_of({"a.wav", &file, &broken, {}, {}}), "captions-broken");
  EXPECT_EQ(code_of({"a.mp3", &mp3, &captions, {}, {}}), "media-of-other-kind");
  EXPECT_EQ(code_of({"a.wav", nullptr, &captions, {}, {}}), "media-missing");
  const Bytes long_file = wav(61'000);
  EXPECT_EQ(code_of({"a.wav", &long_file, &captions, {}, {}}), "media-too-long");
  EXPECT_TRUE(media.empty());
  remarks.clear();
  const auto taken = take_sound({"sounds/a.wav", &file, &captions, {}, {}}, "item", media, remarks);
  ASSERT_TRUE(taken.has_value());
  EXPECT_EQ(taken->caption, "A cow says moo. It costs \\$5.");
  EXPECT_TRUE(media.contains(taken->path));
  EXPECT_TRUE(remarks.empty());
}

TEST(PlayedFile, Video_NeedsCaptionsWithinItsLength) {
  const Bytes film = webm(), captions = bytes(two_cues);
  const Bytes late = bytes("WEBVTT\n\n00:02.000 --> 00:09.000\nToo late.\n");
  std::map<std::string, Bytes> media;
  Remarks remarks;
  EXPECT_FALSE(take_video({"v.webm", &film, nullptr, {}, "A film"}, "item", media, remarks));
  EXPECT_EQ(remarks.back().code, "video-without-captions");
  EXPECT_FALSE(take_video({"v.webm", &film, &late, {}, "A film"}, "item", media, remarks));
  EXPECT_EQ(remarks.back().code, "captions-broken");
  const auto taken = take_video({"v.webm", &film, &captions, {}, "A film"}, "item", media, remarks);
  ASSERT_TRUE(taken.has_value());
  EXPECT_EQ(taken->length_ms, 2500u);
  EXPECT_EQ(media.size(), 2u);
}

SourceTree played_item(const std::string& played) {
  SourceTree tree;
  put_file(tree, "item.xml",
           item_xml(response("single", "identifier", "<value>A</value>"), played + choice_body(1),
                    standard("match_correct")));
  tree["moo.wav"] = wav(200);
  tree["film.webm"] = webm();
  put_file(tree, "words.vtt", two_cues);
  return tree;
}

TEST(QtiMedia, SoundAndFilm_StandBesideWhatIsAsked) {
  ASSERT_TRUE(crypto_start().has_value());
  const Imported imported =
      import_qti(played_item("<audio src='moo.mp3'><source src='moo.wav'/><track src='words.vtt'/></audio>"
                             "<mediaInteraction responseIdentifier='M'><video src='film.webm' title='A cow'>"
                             "<track src='words.vtt'/></video></mediaInteraction>"))
          .value();
  ASSERT_EQ(imported.pack.items.size(), 1u) << to_json(imported.report).dump(1);
  ASSERT_TRUE(imported.pack.items[0].sound.has_value());
  ASSERT_TRUE(imported.pack.items[0].video.has_value());
  EXPECT_EQ(imported.pack.items[0].video->description, "A cow");
  for (const Problem& problem : lint(to_source(imported.pack))) ADD_FAILURE() << describe(problem);
}

TEST(QtiMedia, WhatCannotBePlayed_IsSaidAndTheQuestionStays) {
  const Imported imported = import_qti(played_item("<audio src='moo.wav'/><video src='film.webm'/>"
                                                   "<object type='audio/mpeg' data='gone.mp3'/>"))
                                .value();
  EXPECT_EQ(imported.pack.items.size(), 1u);
  for (const char* code : {"sound-without-words", "video-without-captions", "media-missing"})
    EXPECT_TRUE(has_code(imported, code)) << code;
  EXPECT_TRUE(imported.pack.media.empty());
}

TEST(EpubMedia, SoundWithItsWords_IsHeardBesideItsChapter) {
  ASSERT_TRUE(crypto_start().has_value());
  SourceTree book;
  put_file(book, "META-INF/container.xml",
           "<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>");
  put_file(book, "book.opf",
           "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>Cows</dc:title>"
           "<dc:language>en</dc:language></metadata><manifest><item id='a' href='a.xhtml' "
           "media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>");
  put_file(book, "a.xhtml",
           "<html><body><p id='w'>A cow says moo.</p><audio src='moo.wav' aria-describedby='w'/><audio src='moo.wav'/>"
           "<video src='film.webm'/></body></html>");
  book["moo.wav"] = wav(200);
  const Imported imported = import_epub(book).value();
  ASSERT_TRUE(imported.pack.readers.at(0).sound.has_value());
  EXPECT_EQ(imported.pack.readers[0].sound->caption, "A cow says moo.");
  EXPECT_EQ(count(imported.report).remarks.at("media-left-out"), 2u);
  for (const Problem& problem : lint(to_source(imported.pack))) ADD_FAILURE() << describe(problem);
}

}  // namespace
}  // namespace hornbook::content
