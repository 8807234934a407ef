#include "runtime/engage/media/media_template.hpp"

#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

class Showing {
 public:
  Showing(Media& media, const Composer& composer) : media_(media), composer_(composer) {}

  Done operator()(const VideoTemplate& video) const {
    TRY_ASSIGN(const Hash file, composer_.file(video.files));
    media_.shown = Video{file};
    const auto captions = video.captions.find(composer_.language());
    if (captions == video.captions.end()) return fail(ErrorCode::BadInput, "item", "captions lack a language");
    media_.captions = captions->second;
    return {};
  }

  Done operator()(const std::vector<SlideTemplate>& slides) const {
    std::vector<Slide> shown;
    for (const SlideTemplate& source : slides) {
      Slide slide;
      slide.from_ms = source.from_ms;
      TRY_ASSIGN(slide.figure, composer_.figure(source.figure));
      if (!source.sound.empty()) {
        TRY_ASSIGN(slide.sound, composer_.file(source.sound));
      }
      TRY_ASSIGN(std::string words, composer_.text(source.text));
      media_.captions.push_back({source.from_ms, source.until_ms, std::move(words)});
      shown.push_back(std::move(slide));
    }
    media_.shown = std::move(shown);
    return {};
  }

 private:
  Media& media_;
  const Composer& composer_;
};

}  // namespace

Result<Media> compose(const MediaTemplate& source, const Composer& composer) {
  Media media;
  media.length_ms = source.length_ms;
  TRY_ASSIGN(media.description, composer.text(source.description));
  TRY_DONE(std::visit(Showing(media, composer), source.shown));
  return media;
}

}  // namespace hornbook::engage
