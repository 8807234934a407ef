// Readers of what items are made of: expressions, texts in every language, figures, wrong answers. Used by decode_item.
#pragma once

#include "runtime/pack/item_decode.hpp"

namespace hornbook::pack {

class ItemParts {
 public:
  explicit ItemParts(const ItemSurroundings& surroundings) : surroundings_(surroundings) {}

  // A number, true, false, or a text in the language of expressions.
  [[nodiscard]] static Read<engage::Expression> expression(const Located& value);
  [[nodiscard]] static Read<engage::Expression> expression(Fields& fields, const char* name);
  [[nodiscard]] static Read<engage::Expression> expression_or(Fields& fields, const char* name,
                                                              std::string_view otherwise);

  [[nodiscard]] Read<engage::Texts> texts(const Located& value) const;
  [[nodiscard]] Read<engage::Texts> texts(Fields& fields, const char* name) const;
  [[nodiscard]] Read<engage::Texts> optional_texts(Fields& fields, const char* name) const;
  // Words as they are, without holes.
  [[nodiscard]] Read<std::map<std::string, std::string, std::less<>>> words(const Located& value) const;

  [[nodiscard]] Read<std::optional<engage::FigureTemplate>> optional_figure(Fields& fields) const;
  // The fields "misconception" and "feedback" of `fields`, both optional.
  [[nodiscard]] Read<engage::WrongAnswerTemplate> wrong_answer(Fields& fields) const;
  // The optional list "wrong" of answers to recognise.
  [[nodiscard]] Read<std::vector<engage::WrongNumberTemplate>> wrong_numbers(Fields& fields) const;

 private:
  [[nodiscard]] Read<engage::FigureTemplate> figure(const Located& value) const;
  const ItemSurroundings& surroundings_;
};

}  // namespace hornbook::pack
