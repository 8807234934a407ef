#include <set>

#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/sort/sort.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

Read<SortTileTemplate> read_tile(const Located& entry, const ItemParts& parts) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  TRY_ASSIGN(ThingTemplate thing, read_thing(fields, parts));
  TRY_ASSIGN(Expression bin, ItemParts::expression_or(fields, "bin", "0"));
  TRY_ASSIGN(WrongAnswerTemplate wrong, parts.wrong_answer(fields));
  TRY_DONE(fields.end());
  return SortTileTemplate{std::move(thing), std::move(bin), std::move(wrong)};
}

Result<SortHome> compose_home(const SortTileTemplate& source, const Composer& composer, std::size_t bins) {
  SortHome home;
  TRY_ASSIGN(const std::int64_t bin, source.bin.whole(composer.values(), 0, static_cast<std::int64_t>(bins)));
  if (bin > 0) home.bin = static_cast<std::uint8_t>(bin - 1);
  TRY_ASSIGN(home.wrong, composer.wrong_answer(source.wrong));
  return home;
}

}  // namespace

Read<SortTemplate> SortTemplate::read(Fields& fields, const ItemParts& parts) {
  SortTemplate result;
  TRY_ASSIGN(const Located bins, fields.required("bins"));
  TRY_ASSIGN(const auto bin_entries, bins.entries(2, limits::sort_bins_max));
  for (const Located& entry : bin_entries) {
    TRY_ASSIGN(ThingTemplate bin, read_thing(entry, parts));
    result.bins.push_back(std::move(bin));
  }
  TRY_ASSIGN(const Located tiles, fields.required("tiles"));
  TRY_ASSIGN(const auto tile_entries, tiles.entries(2, limits::sort_tiles_max));
  for (const Located& entry : tile_entries) {
    TRY_ASSIGN(SortTileTemplate tile, read_tile(entry, parts));
    result.tiles.push_back(std::move(tile));
  }
  return result;
}

Result<SortTask> compose(const SortTemplate& source, const Composer& composer, SeededRandom& random) {
  SortTask result;
  std::set<std::string> looks;
  for (const ThingTemplate& each : source.bins) {
    SortBin bin;
    TRY_ASSIGN(bin.text, composer.text(each.text));
    TRY_ASSIGN(bin.figure, composer.figure(each.figure));
    if (!looks.insert(look_of(bin.text, bin.figure)).second) return senseless("two bins look the same");
    result.bins.push_back(std::move(bin));
  }
  bool is_anything_sorted = false;
  for (const SortTileTemplate& each : source.tiles) {
    TRY_ASSIGN(Tile tile, compose_tile(each.thing, composer, result.tiles.size()));
    TRY_ASSIGN(SortHome home, compose_home(each, composer, source.bins.size()));
    is_anything_sorted = is_anything_sorted || home.bin.has_value();
    result.tiles.push_back(std::move(tile));
    result.homes.push_back(std::move(home));
  }
  if (!is_anything_sorted) return senseless("at least one tile must belong in a bin, here none does");
  random.shuffle(result.tiles);
  return result;
}

}  // namespace hornbook::engage
