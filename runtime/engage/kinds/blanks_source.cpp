#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/blanks.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

template <class Kind>
Read<std::optional<BlankTemplate>> read_as(Fields& entry, const ItemParts& parts) {
  const auto field = entry.optional(Kind::name);
  if (!field) return std::optional<BlankTemplate>();
  TRY_ASSIGN(Fields fields, Fields::of(*field));
  TRY_ASSIGN(Kind task, Kind::read(fields, parts));
  TRY_DONE(fields.end());
  return std::optional<BlankTemplate>(std::move(task));
}

class BlanksComposer {
 public:
  BlanksComposer(const Composer& composer, SeededRandom& random, bool reuse) : composer_(composer), random_(random) {
    result_.reuse = reuse;
  }

  Done add(const BlankTemplate& source) {
    const auto compose_kind = [&](const auto& kind) -> Result<Blank> {
      if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, TileBlankTemplate>) {
        return compose_tile_blank(kind);
      } else {
        TRY_ASSIGN(auto composed, compose(kind, composer_, random_));
        return Blank(std::move(composed));
      }
    };
    TRY_ASSIGN(Blank blank, std::visit(compose_kind, source));
    result_.blanks.push_back(std::move(blank));
    return {};
  }

  // The source index of a tile that looks so; where tiles are used again, one of a look is enough.
  Result<std::uint8_t> add_tile(const ThingTemplate& source) {
    TRY_ASSIGN(Tile tile, compose_tile(source, composer_, result_.tiles.size()));
    const std::string look = look_of(tile.text, tile.figure);
    for (const Tile& other : result_.tiles)
      if (result_.reuse && look_of(other.text, other.figure) == look) return other.source_index;
    result_.tiles.push_back(std::move(tile));
    return result_.tiles.back().source_index;
  }

  Blanks take() {
    random_.shuffle(result_.tiles);
    return std::move(result_);
  }

 private:
  Result<Blank> compose_tile_blank(const TileBlankTemplate& source) {
    TileBlank blank;
    TRY_ASSIGN(blank.tile, add_tile(source.tile));
    TRY_ASSIGN(blank.wrong, composer_.wrong_answer(source.wrong));
    return Blank(std::move(blank));
  }

  const Composer& composer_;
  SeededRandom& random_;
  Blanks result_;
};

}  // namespace

Read<BlankTemplate> read_blank(const Located& entry, const ItemParts& parts) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  std::vector<BlankTemplate> found;
  for (const auto read :
       {&read_as<ShortTextTemplate>, &read_as<NumberEntryTemplate>, &read_as<MultipleChoiceTemplate>}) {
    TRY_ASSIGN(auto blank, read(fields, parts));
    if (blank) found.push_back(std::move(*blank));
  }
  if (const auto tile = fields.optional("tile")) {
    TileBlankTemplate blank;
    TRY_ASSIGN(blank.tile, read_thing(*tile, parts));
    TRY_ASSIGN(blank.wrong, parts.wrong_answer(fields));
    found.emplace_back(std::move(blank));
  }
  TRY_DONE(fields.end());
  if (found.size() != 1)
    return bad_field(entry.pointer, "what is filled in is one of short_text, number, choice and tile");
  return std::move(found.front());
}

Read<void> read_bank(Fields& fields, const ItemParts& parts, BlanksTemplate& blanks) {
  TRY_ASSIGN(blanks.reuse, fields.truth("reuse", false));
  const auto field = fields.optional("extra");
  if (!field) return {};
  const auto of_blanks = std::count_if(blanks.blanks.begin(), blanks.blanks.end(), [](const BlankTemplate& blank) {
    return std::holds_alternative<TileBlankTemplate>(blank);
  });
  if (of_blanks == 0) return bad_field(field->pointer, "no blank takes a tile; remove them or add a blank with a tile");
  const std::size_t room = limits::bank_tiles_max - static_cast<std::size_t>(of_blanks);
  TRY_ASSIGN(blanks.extra, read_things(fields, "extra", room, parts));
  return {};
}

Result<Blanks> compose_blanks(const BlanksTemplate& source, const Composer& composer, SeededRandom& random) {
  BlanksComposer result(composer, random, source.reuse);
  for (const BlankTemplate& blank : source.blanks) TRY_DONE(result.add(blank));
  for (const ThingTemplate& extra : source.extra) TRY_DONE(result.add_tile(extra));
  Blanks blanks = result.take();
  blanks.optional = source.optional;
  return blanks;
}

}  // namespace hornbook::engage
