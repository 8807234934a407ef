// Readers of what items are made of: expressions, texts in every language, figures, wrong answers.
#pragma once

#include <functional>

#include "runtime/engage/source/fields.hpp"
#include "runtime/engage/template/parts.hpp"

namespace hornbook::engage {

enum class MediaUse : std::uint8_t { Picture, Sound, Video, Captions };
// A file of the pack's media by its path; otherwise a sentence on what is wrong with it and how to mend it.
using FindMedia = std::function<tl::expected<MediaFile, std::string>(const std::string& path, MediaUse use)>;
[[nodiscard]] tl::unexpected<std::string> no_such_media(const std::string& path);

// What an item may refer to.
struct ItemSurroundings {
  std::vector<std::string> languages;
  std::function<std::optional<std::uint16_t>(const std::string& id)> misconception;
  FindMedia media;
  Holes holes = Holes::Filled;  // in its texts
};

// Whether `text` says the same in every language: no letters outside holes and mathematics.
[[nodiscard]] bool needs_no_translation(std::string_view text);

class ItemParts {
 public:
  explicit ItemParts(const ItemSurroundings& surroundings) : surroundings_(surroundings) {}

  // A number, true, false, or a text in the language of expressions.
  [[nodiscard]] static Read<Expression> expression(const Located& value);
  [[nodiscard]] static Read<Expression> expression(Fields& fields, std::string_view name);
  [[nodiscard]] static Read<Expression> expression_or(Fields& fields, std::string_view name,
                                                      std::string_view otherwise);

  [[nodiscard]] Read<Texts> texts(const Located& value) const;
  [[nodiscard]] Read<Texts> texts(Fields& fields, std::string_view name) const;
  [[nodiscard]] Read<Texts> optional_texts(Fields& fields, std::string_view name) const;
  // Mathematics with holes, the same in every language; a whole number may stand as it is.
  [[nodiscard]] Read<TextTemplate> formula(const Located& value) const;
  [[nodiscard]] Read<TextTemplate> formula(Fields& fields, std::string_view name) const;
  // An optional list of them.
  [[nodiscard]] Read<std::vector<TextTemplate>> formulas(Fields& fields, std::string_view name) const;
  // Words as they are, without holes.
  [[nodiscard]] Read<std::map<std::string, std::string, std::less<>>> words(const Located& value) const;

  [[nodiscard]] Read<FigureTemplate> figure(const Located& value) const;
  [[nodiscard]] Read<std::optional<FigureTemplate>> optional_figure(Fields& fields) const;
  // The field "sound": a file, or one for each language, and its caption.
  [[nodiscard]] Read<std::optional<SoundTemplate>> optional_sound(Fields& fields) const;
  // The file of the pack's media at the path that `value` says, or one for each language.
  [[nodiscard]] Read<MediaFiles> media(const Located& value, MediaUse use) const;
  [[nodiscard]] const std::vector<std::string>& languages() const { return surroundings_.languages; }
  // The fields "misconception" and "feedback" of `fields`, both optional.
  [[nodiscard]] Read<WrongAnswerTemplate> wrong_answer(Fields& fields) const;
  // The same inside the optional field `name`.
  [[nodiscard]] Read<WrongAnswerTemplate> wrong_answer_at(Fields& fields, std::string_view name) const;
  // The optional list "wrong" of answers to recognise.
  [[nodiscard]] Read<std::vector<WrongNumberTemplate>> wrong_numbers(Fields& fields) const;

 private:
  [[nodiscard]] Read<MediaFile> media_file(const Located& value, MediaUse use) const;
  const ItemSurroundings& surroundings_;
};

}  // namespace hornbook::engage
