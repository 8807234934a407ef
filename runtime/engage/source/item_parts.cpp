#include "runtime/engage/source/item_parts.hpp"

#include <algorithm>

#include "runtime/core/ids.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/engage/source/text_blocks.hpp"

namespace hornbook::engage {
namespace {

// With the pictures in its lines as whoever draws them knows them.
Read<std::string> with_pictures_found(const Located& value, const std::string& text,
                                      const ItemSurroundings& surroundings) {
  std::string found;
  for (std::size_t at = 0; at < text.size();) {
    const auto picture = picture_at(text, at);
    if (!picture) {
      const std::size_t end = std::max(at + (text[at] == '\\' ? 2U : 1U), end_of_mathematics(text, at));
      found.append(text, at, end - at);
      at = end;
      continue;
    }
    const std::string path(picture->path.of(text));
    const auto file = surroundings.media(path, MediaUse::Picture);
    if (!file) return bad_field(value.pointer, file.error());
    found.append(text, at, picture->path.begin - at).append("object:").append(to_hex(file->content.view())).append(")");
    at = picture->end;
  }
  return found;
}

Read<TextTemplate> text_template(const Located& value, const ItemSurroundings& surroundings) {
  TRY_ASSIGN(const std::string text, value.text(limits::item_text_bytes_max));
  if (auto problem = problem_in_blocks(text)) return bad_field(value.pointer, std::move(*problem));
  TRY_ASSIGN(const std::string drawn, with_pictures_found(value, text, surroundings));
  auto parsed = TextTemplate::parse(drawn, surroundings.holes);
  if (!parsed) return bad_field(value.pointer, parsed.error().sentence);
  return std::move(*parsed);
}

struct PartsAndMarked {
  Expression total;
  Expression marked;
};

Read<PartsAndMarked> parts_and_marked(const Located& value, std::string_view total, std::string_view marked) {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  TRY_ASSIGN(auto all, ItemParts::expression(fields, total));
  TRY_ASSIGN(auto some, ItemParts::expression(fields, marked));
  TRY_DONE(fields.end());
  return PartsAndMarked{std::move(all), std::move(some)};
}

}  // namespace

tl::unexpected<std::string> no_such_media(const std::string& path) {
  return tl::unexpected("there is no file \"" + path + "\" in the pack's media; add it, or mend the path");
}

bool needs_no_translation(std::string_view text) {
  bool in_mathematics = false;
  std::size_t depth = 0;
  for (const char c : text) {
    if (c == '$') in_mathematics = !in_mathematics;
    if (c == '{') ++depth;
    if (c == '}' && depth > 0) --depth;
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (is_letter && !in_mathematics && depth == 0) return false;
  }
  return true;
}

Read<Expression> ItemParts::expression(const Located& value) {
  std::string text;
  if (const auto* written = value.value->as<std::string>()) {
    text = *written;
  } else if (const auto* number = value.value->as<std::int64_t>()) {
    text = std::to_string(*number);
  } else if (const auto* truth = value.value->as<bool>()) {
    text = *truth ? "true" : "false";
  } else {
    return bad_field(value.pointer, "an expression is needed here, such as a + b");
  }
  auto parsed = Expression::parse(text);
  if (!parsed) return bad_field(value.pointer, parsed.error().sentence);
  return std::move(*parsed);
}

Read<Expression> ItemParts::expression(Fields& fields, std::string_view name) {
  TRY_ASSIGN(const Located field, fields.required(name));
  return expression(field);
}

Read<Expression> ItemParts::expression_or(Fields& fields, std::string_view name, std::string_view otherwise) {
  if (const auto field = fields.optional(name)) return expression(*field);
  const SourceValue standard{std::string(otherwise)};
  return expression(Located{&standard, fields.pointer()});
}

Read<Texts> ItemParts::texts(const Located& value) const {
  Texts result;
  if (const auto* words = value.value->as<std::string>()) {
    TRY_ASSIGN(const TextTemplate text, text_template(value, surroundings_));
    if (!needs_no_translation(*words))
      return bad_field(value.pointer, "words need a text in every language of the pack: {en: …, es: …}");
    for (const std::string& language : surroundings_.languages) result.emplace(language, text);
    return result;
  }
  TRY_ASSIGN(Fields fields, Fields::of(value));
  for (const std::string& language : surroundings_.languages) {
    const auto translation = fields.optional(language);
    if (!translation) return bad_field(value.pointer, "the text in \"" + language + "\" is missing; add it");
    TRY_ASSIGN(TextTemplate text, text_template(*translation, surroundings_));
    result.emplace(language, std::move(text));
  }
  TRY_DONE(fields.end());
  return result;
}

Read<Texts> ItemParts::texts(Fields& fields, std::string_view name) const {
  TRY_ASSIGN(const Located field, fields.required(name));
  return texts(field);
}

Read<Texts> ItemParts::optional_texts(Fields& fields, std::string_view name) const {
  const auto field = fields.optional(name);
  if (!field) return Texts();
  return texts(*field);
}

Read<TextTemplate> ItemParts::formula(const Located& value) const {
  const auto* number = value.value->as<std::int64_t>();
  if (number == nullptr) return text_template(value, surroundings_);
  const SourceValue written{std::to_string(*number)};
  return text_template(Located{&written, value.pointer}, surroundings_);
}

Read<TextTemplate> ItemParts::formula(Fields& fields, std::string_view name) const {
  TRY_ASSIGN(const Located field, fields.required(name));
  return formula(field);
}

Read<std::vector<TextTemplate>> ItemParts::formulas(Fields& fields, std::string_view name) const {
  std::vector<TextTemplate> result;
  const auto list = fields.optional(name);
  if (!list) return result;
  TRY_ASSIGN(const auto entries, list->entries(0, limits::item_accepted_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(TextTemplate one, formula(entry));
    result.push_back(std::move(one));
  }
  return result;
}

Read<std::map<std::string, std::string, std::less<>>> ItemParts::words(const Located& value) const {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  std::map<std::string, std::string, std::less<>> result;
  for (const std::string& language : surroundings_.languages) {
    TRY_ASSIGN(std::string word, fields.text(language, limits::pack_text_bytes_max));
    result.emplace(language, std::move(word));
  }
  TRY_DONE(fields.end());
  return result;
}

Read<MediaFile> ItemParts::media_file(const Located& value, MediaUse use) const {
  TRY_ASSIGN(const std::string path, value.text(limits::pack_text_bytes_max));
  auto file = surroundings_.media(path, use);
  if (!file) return bad_field(value.pointer, file.error());
  return std::move(*file);
}

Read<MediaFiles> ItemParts::media(const Located& value, MediaUse use) const {
  MediaFiles result;
  if (value.value->as<SourceValue::Map>() == nullptr) {
    TRY_ASSIGN(const MediaFile same, media_file(value, use));
    for (const std::string& language : surroundings_.languages) result.emplace(language, same);
    return result;
  }
  TRY_ASSIGN(Fields files, Fields::of(value));
  for (const std::string& language : surroundings_.languages) {
    TRY_ASSIGN(const Located path, files.required(language));
    TRY_ASSIGN(MediaFile own, media_file(path, use));
    result.emplace(language, std::move(own));
  }
  TRY_DONE(files.end());
  return result;
}

Read<FigureTemplate> ItemParts::figure(const Located& value) const {
  TRY_ASSIGN(Fields fields, Fields::of(value));
  TRY_ASSIGN(Texts description, texts(fields, "description"));
  const auto bar = fields.optional("bar");
  const auto circle = fields.optional("circle");
  const auto counters = fields.optional("counters");
  const auto picture = fields.optional("picture");
  TRY_DONE(fields.end());
  if (bar.has_value() + circle.has_value() + counters.has_value() + picture.has_value() != 1)
    return bad_field(value.pointer, "a figure is one of bar, circle, counters and picture");
  if (picture) {
    TRY_ASSIGN(const MediaFile file, media_file(*picture, MediaUse::Picture));
    return FigureTemplate{PictureTemplate{file.content}, std::move(description)};
  }
  if (counters) {
    TRY_ASSIGN(PartsAndMarked parts, parts_and_marked(*counters, "total", "filled"));
    return FigureTemplate{CounterSetTemplate{std::move(parts.total), std::move(parts.marked)}, std::move(description)};
  }
  TRY_ASSIGN(PartsAndMarked parts, parts_and_marked(bar ? *bar : *circle, "parts", "shaded"));
  if (bar)
    return FigureTemplate{FractionBarTemplate{std::move(parts.total), std::move(parts.marked)}, std::move(description)};
  return FigureTemplate{FractionCircleTemplate{std::move(parts.total), std::move(parts.marked)},
                        std::move(description)};
}

Read<std::optional<FigureTemplate>> ItemParts::optional_figure(Fields& fields) const {
  const auto field = fields.optional("figure");
  if (!field) return std::optional<FigureTemplate>();
  TRY_ASSIGN(FigureTemplate read, figure(*field));
  return std::optional<FigureTemplate>(std::move(read));
}

Read<std::optional<SoundTemplate>> ItemParts::optional_sound(Fields& fields) const {
  const auto field = fields.optional("sound");
  if (!field) return std::optional<SoundTemplate>();
  TRY_ASSIGN(Fields sound, Fields::of(*field));
  SoundTemplate result;
  TRY_ASSIGN(result.caption, texts(sound, "caption"));
  TRY_ASSIGN(const Located file, sound.required("file"));
  TRY_ASSIGN(result.files, media(file, MediaUse::Sound));
  TRY_DONE(sound.end());
  return std::optional<SoundTemplate>(std::move(result));
}

Read<WrongAnswerTemplate> ItemParts::wrong_answer(Fields& fields) const {
  WrongAnswerTemplate result;
  if (const auto field = fields.optional("misconception")) {
    TRY_ASSIGN(const std::string id, field->text(limits::identifier_bytes_max));
    result.misconception = surroundings_.misconception(id);
    if (!result.misconception)
      return bad_field(field->pointer, "there is no misconception \"" + id + "\" in misconceptions.yaml");
  }
  TRY_ASSIGN(result.feedback, optional_texts(fields, "feedback"));
  return result;
}

Read<WrongAnswerTemplate> ItemParts::wrong_answer_at(Fields& fields, std::string_view name) const {
  const auto field = fields.optional(name);
  if (!field) return WrongAnswerTemplate();
  TRY_ASSIGN(Fields inner, Fields::of(*field));
  TRY_ASSIGN(WrongAnswerTemplate result, wrong_answer(inner));
  TRY_DONE(inner.end());
  return result;
}

Read<std::vector<WrongNumberTemplate>> ItemParts::wrong_numbers(Fields& fields) const {
  std::vector<WrongNumberTemplate> result;
  const auto list = fields.optional("wrong");
  if (!list) return result;
  TRY_ASSIGN(const auto entries, list->entries(0, limits::item_choices_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(Fields one, Fields::of(entry));
    TRY_ASSIGN(Expression value, expression(one, "value"));
    TRY_ASSIGN(WrongAnswerTemplate wrong, wrong_answer(one));
    TRY_DONE(one.end());
    result.push_back({std::move(value), std::move(wrong)});
  }
  return result;
}

}  // namespace hornbook::engage
