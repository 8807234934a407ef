#include <set>

#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/match/match.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

Read<PairTemplate> read_pair(const Located& entry, const ItemParts& parts) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  TRY_ASSIGN(const Located target, fields.required("to"));
  TRY_ASSIGN(const Located tile, fields.required("tile"));
  PairTemplate result;
  TRY_ASSIGN(result.target, read_thing(target, parts));
  TRY_ASSIGN(result.tile, read_thing(tile, parts));
  TRY_ASSIGN(result.wrong, parts.wrong_answer(fields));
  TRY_DONE(fields.end());
  return result;
}

}  // namespace

Read<MatchTemplate> MatchTemplate::read(Fields& fields, const ItemParts& parts) {
  MatchTemplate result;
  TRY_ASSIGN(const Located list, fields.required("pairs"));
  TRY_ASSIGN(const auto pairs, list.entries(2, limits::match_tiles_max));
  for (const Located& entry : pairs) {
    TRY_ASSIGN(PairTemplate pair, read_pair(entry, parts));
    result.pairs.push_back(std::move(pair));
  }
  TRY_ASSIGN(result.extra, read_things(fields, "extra", limits::match_tiles_max - result.pairs.size(), parts));
  return result;
}

Result<MatchTask> compose(const MatchTemplate& source, const Composer& composer, SeededRandom& random) {
  MatchTask result;
  std::set<std::string> looks;
  for (const PairTemplate& pair : source.pairs) {
    MatchTarget target;
    TRY_ASSIGN(target.text, composer.text(pair.target.text));
    TRY_ASSIGN(target.figure, composer.figure(pair.target.figure));
    TRY_ASSIGN(target.wrong, composer.wrong_answer(pair.wrong));
    if (!looks.insert(look_of(target.text, target.figure)).second)
      return senseless("two things to match tiles to look the same");
    result.targets.push_back(std::move(target));
    TRY_ASSIGN(Tile tile, compose_tile(pair.tile, composer, result.tiles.size()));
    result.tiles.push_back(std::move(tile));
  }
  for (const ThingTemplate& each : source.extra) {
    TRY_ASSIGN(Tile tile, compose_tile(each, composer, result.tiles.size()));
    result.tiles.push_back(std::move(tile));
  }
  random.shuffle(result.tiles);
  return result;
}

}  // namespace hornbook::engage
