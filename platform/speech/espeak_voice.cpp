#include "platform/speech/espeak_voice.hpp"

#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <cmath>

namespace hornbook::platform {
namespace {

constexpr int words_a_minute = 150;  // slower than the library's 175: for whoever learns the language
constexpr int slowest = 80, fastest = 300;

struct WordStart {
  int character = 0;  // from 1
  std::int64_t at_ms = 0;
};
struct Heard {
  std::vector<std::int16_t> samples;
  std::vector<WordStart> starts;
};

int hear(short* samples, int count, espeak_EVENT* events) {
  auto* heard = static_cast<Heard*>(events->user_data);
  if (samples != nullptr && count > 0) heard->samples.insert(heard->samples.end(), samples, samples + count);
  for (; events->type != espeakEVENT_LIST_TERMINATED; ++events) {
    // Some languages end with a word of no letters.
    if (events->type != espeakEVENT_WORD || events->length == 0) continue;
    heard->starts.push_back({events->text_position, events->audio_position});
  }
  return 0;
}

// Where each character starts, and the end.
std::vector<std::uint32_t> bytes_of_characters(const std::string& text) {
  std::vector<std::uint32_t> bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool continues = (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    if (!continues) bytes.push_back(static_cast<std::uint32_t>(at));
  }
  bytes.push_back(static_cast<std::uint32_t>(text.size()));
  return bytes;
}

// Small words that are said in one breath with the next ("of the") start only once, and an apostrophe ends what the
// library calls a word: each word goes on to where the next one starts.
std::vector<SpokenWord> words_in(const std::string& text, const std::vector<WordStart>& starts) {
  const std::vector<std::uint32_t> bytes = bytes_of_characters(text);
  std::vector<SpokenWord> words;
  for (const WordStart& start : starts) {
    const auto character = static_cast<std::size_t>(std::max(1, start.character)) - 1;
    std::uint32_t begin = bytes[std::min(character, bytes.size() - 1)];
    while (begin > 0 && text[begin - 1] == '[') --begin;  // of sounds: their brackets belong to them
    if (!words.empty() && begin <= words.back().begin) continue;
    if (!words.empty()) words.back().end = begin;
    words.push_back({begin, static_cast<std::uint32_t>(text.size()), start.at_ms});
  }
  for (SpokenWord& word : words) {
    while (word.end > word.begin + 1 && (text[word.end - 1] == ' ' || text[word.end - 1] == '\n')) --word.end;
  }
  return words;
}

// eSpeak NG names Chinese by its spoken language.
std::string voice_name(std::string_view language) {
  const std::string primary(language.substr(0, language.find('-')));
  return primary == "zh" ? "cmn" : primary;
}

tl::unexpected<Error> failed(const char* sentence) { return fail(ErrorCode::OurBug, "speech", sentence); }

// Once for the process, and never ended: version 1.51 of the library crashes when it is made ready a second time.
Result<int> library_rate_hz() {
  static const int rate_hz = [] {
    const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
    if (rate > 0) espeak_SetSynthCallback(hear);
    return rate;
  }();
  if (rate_hz <= 0) return fail(ErrorCode::NotFound, "speech", "the voices are missing; install espeak-ng-data");
  return rate_hz;
}

Done choose(std::string_view language) {
  if (espeak_SetVoiceByName(voice_name(language).c_str()) == EE_OK) return {};
  return fail(ErrorCode::NotFound, "speech", "there is no voice for the language " + std::string(language));
}

}  // namespace

Result<Spoken> EspeakVoice::say(const std::string& text, std::string_view language, float pace) {
  TRY_ASSIGN(const int rate_hz, library_rate_hz());
  TRY_DONE(choose(language));
  const int rate = std::clamp(static_cast<int>(std::lround(words_a_minute * pace)), slowest, fastest);
  if (espeak_SetParameter(espeakRATE, rate, 0) != EE_OK) return failed("the pace could not be set");
  Heard heard;
  const espeak_ERROR done = espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0,
                                         espeakCHARS_UTF8 | espeakPHONEMES, nullptr, &heard);
  if (done != EE_OK) return failed("the voice did not speak");
  return Spoken{rate_hz, std::move(heard.samples), words_in(text, heard.starts)};
}

}  // namespace hornbook::platform
