// The pictures, sounds and videos of an item, as a pack has them.
#pragma once

#include "content_packs/import/qti/interaction.hpp"
#include "content_packs/import/qti/picture_areas.hpp"

namespace hornbook::content::qti {

class ItemPictures {
 public:
  // What is shown goes to `media`, what is missing to `remarks`. All must live as long.
  ItemPictures(const Item& item, const SourceTree& tree, std::map<std::string, Bytes>& media, Remarks& remarks)
      : item_(item), tree_(tree), media_(media), remarks_(remarks) {}

  // The first picture of a content that is there.
  [[nodiscard]] std::optional<ImportedFigure> figure_of(const Content& content);
  // The first sound and the first video of a body that can be taken.
  void play(const std::vector<Played>& played, ImportedItem& item);
  // The picture that areas lie on, or their outlines where it is missing.
  [[nodiscard]] Plate plate_of(const Interaction& interaction);
  // The item's, as markup.
  [[nodiscard]] std::string title() const;

 private:
  void remark(const char* code, std::string sentence);

  const Item& item_;
  const SourceTree& tree_;
  std::map<std::string, Bytes>& media_;
  Remarks& remarks_;
};

}  // namespace hornbook::content::qti
