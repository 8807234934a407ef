#include "content_packs/import/qti/item_pictures.hpp"

#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/played_file.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::content::qti {
namespace {

bool is_picture_name(std::string_view path) {
  const std::string small = in_small_letters(path);
  for (const char* ending : {".png", ".svg", ".jpg", ".jpeg", ".gif"})
    if (small.ends_with(ending)) return true;
  return false;
}

std::vector<const Element*> all_with_id(const Element& element, std::string_view id) {
  std::vector<const Element*> found;
  if (id.empty()) return found;
  if (element.attribute("id") == id) found.push_back(&element);
  for (const Element& child : element.children)
    for (const Element* each : all_with_id(child, id)) found.push_back(each);
  return found;
}

}  // namespace

std::string ItemPictures::title() const {
  return engage::escaped_for_markup(item_.title.empty() ? item_.id : item_.title);
}

void ItemPictures::remark(const char* code, std::string sentence) {
  remarks_.push_back({Outcome::Approximated, code, item_.id, std::move(sentence)});
}

std::optional<ImportedFigure> ItemPictures::figure_of(const Content& content) {
  std::optional<ImportedFigure> figure;
  if (!content.played.empty())
    remark("media-left-out", "a sound or video in an answer or a part of the question was left out");
  for (const Picture& picture : content.pictures) {
    const auto file = find_file(tree_, item_.path, picture.source);
    const std::string name = cut(picture.source, 80);
    if (!file || !is_picture_name(file->path)) {
      remark(file ? "picture-of-other-kind" : "picture-missing", "\"" + name + "\" was left out");
      continue;
    }
    if (figure) {
      remark("picture-beyond-the-first", "\"" + name + "\" has no place and was left out");
      continue;
    }
    if (picture.description.empty())
      remark("picture-without-description", "what \"" + name + "\" shows is not said; a title stands in");
    const std::string path = "media/" + identifier_of(file->path);
    media_.emplace(path, *file->bytes);
    figure =
        ImportedFigure{path, picture.description.empty() ? title() : engage::escaped_for_markup(picture.description)};
  }
  return figure;
}

void ItemPictures::play(const std::vector<Played>& played, ImportedItem& item) {
  for (const Played& each : played) {
    if (each.is_video ? item.video.has_value() : item.sound.has_value()) {
      remark("media-left-out", "a further sound or video was left out: an item has one of each");
      continue;
    }
    PlayedFile offered;
    for (const std::string& source : each.sources) {
      offered.name = source;
      const auto file = find_file(tree_, item_.path, source);
      if (!file) continue;
      offered.name = file->path;
      offered.file = file->bytes;
      if (each.is_video ? video_length_ms(*file->bytes) : sound_length_ms(*file->bytes)) break;
    }
    if (const auto file = find_file(tree_, item_.path, each.captions); file && !each.captions.empty())
      offered.captions = file->bytes;
    for (const Element* described : all_with_id(item_.root, each.described_by))
      offered.words = engage::escaped_for_markup(text_in(*described));
    offered.description = each.description.empty() ? title() : engage::escaped_for_markup(each.description);
    if (!each.is_video) {
      item.sound = take_sound(offered, item_.id, media_, remarks_);
      continue;
    }
    item.video = take_video(offered, item_.id, media_, remarks_);
    if (item.video && each.description.empty())
      remark("video-without-description",
             "what \"" + cut(offered.name, 80) + "\" shows is not said; a title stands in");
  }
}

Plate ItemPictures::plate_of(const Interaction& interaction) {
  std::vector<Area> areas;
  for (const Option& option : interaction.asks == Asks::Match ? interaction.targets : interaction.options)
    areas.push_back(option.area);
  auto figure = figure_of(interaction.picture);
  std::optional<PictureSize> size;
  if (interaction.width > 0 && interaction.height > 0) size = PictureSize{interaction.width, interaction.height};
  if (figure && !size) size = picture_size(media_.at(figure->path));
  if (!size) size = size_around(areas);
  if (!figure) {
    const std::string drawing = outlines(areas, *size);
    figure = ImportedFigure{"media/" + identifier_of(item_.id + "-" + interaction.response) + ".svg", title()};
    media_.emplace(figure->path, Bytes(drawing.begin(), drawing.end()));
    remark("picture-outlined", "the outlines of its areas stand in for its picture, at " + figure->path);
  }
  return qti::plate_of(std::move(*figure), *size);
}

}  // namespace hornbook::content::qti
