#include "content_packs/import/qti/item_pictures.hpp"

#include "content_packs/import/identifiers.hpp"
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

}  // namespace

std::string ItemPictures::title() const {
  return engage::escaped_for_markup(item_.title.empty() ? item_.id : item_.title);
}

void ItemPictures::remark(const char* code, std::string sentence) {
  remarks_.push_back({Outcome::Approximated, code, item_.id, std::move(sentence)});
}

std::optional<ImportedFigure> ItemPictures::figure_of(const Content& content) {
  std::optional<ImportedFigure> figure;
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
