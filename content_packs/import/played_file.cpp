#include "content_packs/import/played_file.hpp"

#include <bit>

#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/engage/media/web_vtt.hpp"

namespace hornbook::content {
namespace {

constexpr std::uint64_t second_ms = 1000;

bool holds(ByteView file, std::size_t at, std::string_view signature) {
  return at <= file.size() && as_text(file.subspan(at)).starts_with(signature);
}

std::uint64_t little_endian(ByteView file, std::size_t at, std::size_t bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes; i-- > 0;) value = value << 8 | file[at + i];
  return value;
}

std::optional<std::uint32_t> in_ms(double ms) {
  constexpr double ms_max = 24.0 * 3600 * 1000;
  if (!(ms > 0) || ms > ms_max) return std::nullopt;
  return static_cast<std::uint32_t>(ms);
}

// From the granule position of the last page, which counts samples at 48 kHz, without those before the first that is
// heard.
std::optional<std::uint32_t> opus_length_ms(ByteView file) {
  constexpr std::size_t head = 28, page_bytes = 27;
  constexpr double samples_ms = 48;
  if (!holds(file, head, "OpusHead") || file.size() < head + 19) return std::nullopt;
  const std::uint64_t skipped = little_endian(file, head + 10, 2);
  const std::size_t last = as_text(file).rfind("OggS");
  if (last + page_bytes > file.size()) return std::nullopt;
  const std::uint64_t samples = little_endian(file, last + 6, 8);
  if (samples <= skipped) return std::nullopt;
  return in_ms(static_cast<double>(samples - skipped) / samples_ms);
}

std::optional<std::uint32_t> wav_length_ms(ByteView file) {
  std::uint64_t bytes_a_second = 0;
  for (std::size_t at = 12; at + 8 <= file.size();) {
    const std::uint64_t size = little_endian(file, at + 4, 4);
    if (holds(file, at, "fmt ") && at + 24 <= file.size()) {
      const bool is_plain = little_endian(file, at + 8, 2) == 1 && little_endian(file, at + 22, 2) == 16;
      if (!is_plain) return std::nullopt;
      bytes_a_second = little_endian(file, at + 16, 4);
    }
    if (holds(file, at, "data") && bytes_a_second > 0)
      return in_ms(static_cast<double>(size * second_ms) / static_cast<double>(bytes_a_second));
    at += 8 + static_cast<std::size_t>(size + size % 2);
  }
  return std::nullopt;
}

// An element of EBML (RFC 8794, section 5): its number, and where what it holds begins and ends.
struct EbmlElement {
  std::uint64_t id = 0;
  std::size_t begin = 0, end = 0;
};

// Nothing at the end of the file, or where it is damaged. A size that is not known reaches to the end of the parent.
std::optional<EbmlElement> element_at(ByteView file, std::size_t at, std::size_t parent_end) {
  const auto number = [&](bool keeps_mark) -> std::optional<std::uint64_t> {
    if (at >= parent_end || file[at] == 0) return std::nullopt;
    const auto bytes = static_cast<std::size_t>(std::countl_zero(file[at])) + 1;
    if (bytes > parent_end - at) return std::nullopt;
    std::uint64_t value = keeps_mark ? file[at] : file[at] & (0xFFu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) value = value << 8 | file[at + i];
    at += bytes;
    const bool is_unknown = !keeps_mark && value == (std::uint64_t{1} << (7 * bytes)) - 1;
    return is_unknown ? ~std::uint64_t{0} : value;
  };
  EbmlElement element;
  const auto id = number(true);
  const auto size = id ? number(false) : std::nullopt;
  if (!size) return std::nullopt;
  element.id = *id;
  element.begin = at;
  element.end = *size > parent_end - at ? parent_end : at + static_cast<std::size_t>(*size);
  return element;
}

std::optional<EbmlElement> child_of(ByteView file, const EbmlElement& parent, std::uint64_t id) {
  std::size_t at = parent.begin;
  while (const auto child = element_at(file, at, parent.end)) {
    if (child->id == id) return child;
    at = child->end;
  }
  return std::nullopt;
}

std::uint64_t big_endian(ByteView file, const EbmlElement& element) {
  std::uint64_t value = 0;
  for (std::size_t at = element.begin; at < element.end; ++at) value = value << 8 | file[at];
  return value;
}

std::optional<double> real_in(ByteView file, const EbmlElement& element) {
  const std::uint64_t bits = big_endian(file, element);
  if (element.end - element.begin == 4) return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
  if (element.end - element.begin == 8) return std::bit_cast<double>(bits);
  return std::nullopt;
}

class Taker {
 public:
  Taker(const PlayedFile& played, const std::string& where, std::map<std::string, Bytes>& media, Remarks& remarks)
      : played_(played), name_("\"" + cut(played.name, 80) + "\" "), where_(where), media_(media), remarks_(remarks) {}

  std::optional<ImportedSound> sound() {
    if (!is_there()) return std::nullopt;
    const auto length = sound_length_ms(*played_.file);
    if (!length)
      return leave_out("media-of-other-kind",
                       "a station plays Ogg Opus and WAV with 16 bits, and nothing is converted");
    if (*length > limits::sound_seconds_max * second_ms || played_.file->size() > limits::sound_bytes_max)
      return leave_out("media-too-long", "a sound lasts a minute at most");
    std::string words = played_.words;
    if (words.empty() && played_.captions != nullptr) {
      const auto cues = captions();
      if (!cues) return std::nullopt;
      for (const engage::Caption& cue : *cues) words = joined(words, cue.text, " ");
    }
    if (words.empty())
      return leave_out("sound-without-words", "nothing says what is heard; whoever does not hear needs the words");
    return ImportedSound{kept(*played_.file, ""), cut(std::move(words), limits::item_text_bytes_max / 2)};
  }

  std::optional<ImportedVideo> video() {
    if (!is_there()) return std::nullopt;
    const auto length = video_length_ms(*played_.file);
    if (!length)
      return leave_out("media-of-other-kind", "a station plays WebM with VP8 or VP9, and nothing is converted");
    if (*length > limits::media_seconds_max * second_ms || played_.file->size() > limits::video_bytes_max)
      return leave_out("media-too-long", "it is longer or larger than a video may be");
    if (played_.captions == nullptr)
      return leave_out("video-without-captions", "whoever does not hear needs its words, as a WebVTT file");
    const auto cues = captions();
    if (!cues) return std::nullopt;
    if (cues->empty() || cues->back().until_ms > *length)
      return leave_out("captions-broken", "its captions are none, or go on after its end");
    return ImportedVideo{kept(*played_.file, ""), *length, kept(*played_.captions, ".vtt"), played_.description};
  }

 private:
  std::nullopt_t leave_out(const char* code, const std::string& why) {
    remarks_.push_back({Outcome::Approximated, code, where_, name_ + "was left out: " + why});
    return std::nullopt;
  }

  bool is_there() {
    if (played_.file == nullptr) static_cast<void>(leave_out("media-missing", "it is not there"));
    return played_.file != nullptr;
  }

  std::optional<std::vector<engage::Caption>> captions() {
    auto cues = engage::parse_web_vtt(as_text(*played_.captions));
    if (!cues) return leave_out("captions-broken", cues.error().sentence);
    return std::move(*cues);
  }

  std::string kept(const Bytes& bytes, const char* ending) {
    std::string path = "media/" + identifier_of(played_.name) + ending;
    media_.emplace(path, bytes);
    return path;
  }

  const PlayedFile& played_;
  std::string name_;
  const std::string& where_;
  std::map<std::string, Bytes>& media_;
  Remarks& remarks_;
};

}  // namespace

std::optional<std::uint32_t> sound_length_ms(ByteView file) {
  if (holds(file, 0, "OggS")) return opus_length_ms(file);
  if (holds(file, 0, "RIFF") && holds(file, 8, "WAVE")) return wav_length_ms(file);
  return std::nullopt;
}

std::optional<std::uint32_t> video_length_ms(ByteView file) {
  constexpr std::uint64_t segment = 0x18538067, info = 0x1549A966, scale = 0x2AD7B1, duration = 0x4489;
  constexpr double nanoseconds_a_ms = 1e6;
  if (!holds(file, 0, "\x1A\x45\xDF\xA3")) return std::nullopt;
  const auto body = child_of(file, {0, 0, file.size()}, segment);
  const auto about = body ? child_of(file, *body, info) : std::nullopt;
  const auto length = about ? child_of(file, *about, duration) : std::nullopt;
  const auto ticks = length ? real_in(file, *length) : std::nullopt;
  if (!ticks) return std::nullopt;
  const auto tick = child_of(file, *about, scale);
  const double nanoseconds = tick ? static_cast<double>(big_endian(file, *tick)) : nanoseconds_a_ms;
  return in_ms(*ticks * nanoseconds / nanoseconds_a_ms);
}

std::optional<ImportedSound> take_sound(const PlayedFile& played, const std::string& where,
                                        std::map<std::string, Bytes>& media, Remarks& remarks) {
  return Taker(played, where, media, remarks).sound();
}

std::optional<ImportedVideo> take_video(const PlayedFile& played, const std::string& where,
                                        std::map<std::string, Bytes>& media, Remarks& remarks) {
  return Taker(played, where, media, remarks).video();
}

}  // namespace hornbook::content
