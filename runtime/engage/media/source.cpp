#include "runtime/engage/media/source.hpp"

#include <charconv>

#include "runtime/core/limits.hpp"
#include "runtime/engage/media/web_vtt.hpp"

namespace hornbook::engage {
namespace {

constexpr std::uint32_t second_ms = 1000;
constexpr std::uint32_t length_ms_max = limits::media_seconds_max * second_ms;
// The length that is written down may be that much longer or shorter than the file.
constexpr std::uint32_t length_tolerance_ms = 500;

std::string in_seconds(std::uint32_t ms) {
  return std::to_string(ms / second_ms) + "." + std::to_string(ms % second_ms / 100) + " seconds";
}

bool read_number(std::string_view text, std::uint32_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

// Minutes and seconds, such as 0:35 or 1:02.5, from 0:00 to ten minutes.
Read<std::uint32_t> read_time(const Located& value) {
  const auto bad = [&] {
    return bad_field(value.pointer, "a time is needed here, in minutes and seconds such as 0:35");
  };
  const auto* text = value.value->as<std::string>();
  if (text == nullptr) return bad();
  const std::string_view written = *text;
  const std::size_t colon = written.find(':');
  if (colon == std::string_view::npos || colon == 0) return bad();
  const std::string_view after = written.substr(colon + 1);
  const std::size_t point = std::min(after.find('.'), after.size());
  std::uint32_t minutes = 0, seconds = 0, tenths = 0;
  if (point != 2 || colon > 2 || !read_number(written.substr(0, colon), minutes) ||
      !read_number(after.substr(0, 2), seconds) || seconds > 59)
    return bad();
  if (point != after.size() && (after.size() != point + 2 || !read_number(after.substr(point + 1), tenths)))
    return bad();
  const std::uint32_t time_ms = (minutes * 60 + seconds) * second_ms + tenths * 100;
  if (time_ms > length_ms_max)
    return bad_field(value.pointer,
                     "media last at most " + std::to_string(limits::media_seconds_max / 60) + " minutes");
  return time_ms;
}

class MediaReader {
 public:
  explicit MediaReader(const ItemParts& parts) : parts_(parts) {}

  Read<MediaTemplate> read(const Located& value) const {
    TRY_ASSIGN(Fields fields, Fields::of(value));
    MediaTemplate media;
    TRY_ASSIGN(media.description, parts_.texts(fields, "description"));
    const auto video = fields.optional("video");
    const auto slides = fields.optional("slides");
    TRY_DONE(fields.end());
    if (video.has_value() == slides.has_value())
      return bad_field(value.pointer, "media are either a video or slides; write one of the two");
    if (video) {
      TRY_DONE(read_video(*video, media));
    } else {
      TRY_DONE(read_slides(*slides, media));
    }
    return media;
  }

 private:
  Read<void> read_video(const Located& value, MediaTemplate& media) const {
    TRY_ASSIGN(Fields fields, Fields::of(value));
    VideoTemplate video;
    TRY_ASSIGN(const Located file, fields.required("file"));
    TRY_ASSIGN(video.files, parts_.media(file, MediaUse::Video));
    TRY_ASSIGN(const Located length, fields.required("length"));
    TRY_ASSIGN(media.length_ms, read_time(length));
    TRY_DONE(check_length(length, video.files, media.length_ms));
    const auto captions = fields.optional("captions");
    if (!captions)
      return bad_field(value.pointer,
                       "captions are missing: whoever does not hear needs the words; write a WebVTT file "
                       "for each language, captions: {en: media/….en.vtt, …}");
    TRY_ASSIGN(const MediaFiles files, parts_.media(*captions, MediaUse::Captions));
    for (const auto& [language, each] : files) {
      TRY_ASSIGN(auto cues, read_captions(*captions, language, each, media.length_ms));
      video.captions.emplace(language, std::move(cues));
    }
    TRY_DONE(fields.end());
    media.shown = std::move(video);
    return {};
  }

  static Read<void> check_length(const Located& length, const MediaFiles& files, std::uint32_t written_ms) {
    if (written_ms == 0) return bad_field(length.pointer, "the length has to be longer than nothing");
    for (const auto& [language, file] : files) {
      if (!file.length_ms) continue;
      const bool is_near =
          written_ms + length_tolerance_ms >= *file.length_ms && written_ms <= *file.length_ms + length_tolerance_ms;
      if (!is_near)
        return bad_field(length.pointer, "the video in \"" + language + "\" lasts " + in_seconds(*file.length_ms) +
                                             "; write its length, to half a second");
    }
    return {};
  }

  static Read<std::vector<Caption>> read_captions(const Located& where, const std::string& language,
                                                  const MediaFile& file, std::uint32_t length_ms) {
    const std::string in_file = "the captions in \"" + language + "\": ";
    auto captions = parse_web_vtt(file.text);
    if (!captions) return bad_field(where.pointer, in_file + captions.error().sentence);
    if (captions->empty()) return bad_field(where.pointer, in_file + "there are none; say at least what is seen");
    if (captions->back().until_ms > length_ms + length_tolerance_ms)
      return bad_field(where.pointer, in_file + "the last one ends after the video does");
    return std::move(*captions);
  }

  Read<void> read_slides(const Located& list, MediaTemplate& media) const {
    TRY_ASSIGN(const auto entries, list.entries(1, limits::media_slides_max));
    std::vector<SlideTemplate> slides;
    for (const Located& entry : entries) {
      TRY_ASSIGN(SlideTemplate slide, read_slide(entry, media.length_ms));
      media.length_ms = slide.until_ms;
      slides.push_back(std::move(slide));
    }
    if (media.length_ms > length_ms_max)
      return bad_field(list.pointer, "the slides last " + in_seconds(media.length_ms) + " together; at most " +
                                         std::to_string(limits::media_seconds_max) + " are allowed");
    media.shown = std::move(slides);
    return {};
  }

  Read<SlideTemplate> read_slide(const Located& entry, std::uint32_t from_ms) const {
    TRY_ASSIGN(Fields fields, Fields::of(entry));
    TRY_ASSIGN(const Located figure, fields.required("figure"));
    TRY_ASSIGN(FigureTemplate drawn, parts_.figure(figure));
    SlideTemplate slide{from_ms, from_ms, std::move(drawn), {}, {}};
    TRY_ASSIGN(slide.text, parts_.optional_texts(fields, "text"));
    TRY_ASSIGN(auto sound, parts_.optional_sound(fields));
    TRY_ASSIGN(const Located seconds, fields.required("seconds"));
    TRY_ASSIGN(const std::int64_t lasts, seconds.whole(1, static_cast<std::int64_t>(limits::sound_seconds_max)));
    TRY_DONE(fields.end());
    if (slide.text.empty() == !sound.has_value())
      return bad_field(entry.pointer, "a slide has either a text, or a sound whose caption is its text");
    slide.until_ms = from_ms + static_cast<std::uint32_t>(lasts) * second_ms;
    if (!sound) return slide;
    for (const auto& [language, file] : sound->files)
      if (file.length_ms.value_or(0) > slide.until_ms - from_ms)
        return bad_field(seconds.pointer, "the sound in \"" + language + "\" lasts " + in_seconds(*file.length_ms) +
                                              "; show the slide as long");
    slide.text = std::move(sound->caption);
    slide.sound = std::move(sound->files);
    return slide;
  }

  const ItemParts& parts_;
};

}  // namespace

Read<std::optional<MediaTemplate>> read_media(Fields& item, const ItemParts& parts) {
  const auto field = item.optional("media");
  if (!field) return std::optional<MediaTemplate>();
  TRY_ASSIGN(MediaTemplate media, MediaReader(parts).read(*field));
  return std::optional<MediaTemplate>(std::move(media));
}

Read<std::uint32_t> read_check_point(const Located& value, const MediaTemplate& media) {
  if (const auto* slides = std::get_if<std::vector<SlideTemplate>>(&media.shown)) {
    TRY_ASSIGN(const std::int64_t number, value.whole(1, static_cast<std::int64_t>(slides->size())));
    return (*slides)[static_cast<std::size_t>(number) - 1].until_ms;
  }
  TRY_ASSIGN(const std::uint32_t time_ms, read_time(value));
  if (time_ms > media.length_ms) return bad_field(value.pointer, "the video is over by then; name an earlier time");
  return time_ms;
}

}  // namespace hornbook::engage
