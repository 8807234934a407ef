#include "platform/programs/station/pack_shelf.hpp"

#include <algorithm>
#include <utility>

#include "runtime/core/limits.hpp"

namespace hornbook::platform {

Result<PackShelf> PackShelf::open(const std::filesystem::path& directory, const pack::Trust& trust,
                                  std::span<const Hash> assigned) {
  TRY_ASSIGN(const pack::PackStore store, pack::PackStore::open(directory));
  TRY_ASSIGN(const std::vector<Hash> installed, store.list());
  PackShelf shelf;
  for (const Hash& hash : installed) {
    if (shelf.packs_.size() == limits::packs_per_session_max) break;
    const bool wanted = assigned.empty() || std::find(assigned.begin(), assigned.end(), hash) != assigned.end();
    if (!wanted) continue;
    Result<pack::Pack> pack = store.load(hash, trust);
    if (pack) {
      shelf.packs_.push_back(std::move(*pack));
    } else {
      shelf.refused_.push_back(std::move(pack).error());
    }
  }
  if (!shelf.packs_.empty()) return shelf;
  if (!shelf.refused_.empty()) return tl::unexpected(shelf.refused_.front());
  return fail(ErrorCode::NotFound, "packs", "no pack is installed yet; let hornbookctl sync bring them");
}

void PackShelf::put_into(session::SessionContext& context) const {
  for (std::size_t place = 0; place < packs_.size(); ++place) {
    const auto index = static_cast<std::uint16_t>(place);
    const auto curriculum = packs_[place].curriculum();
    context.packs.push_back({index, curriculum.get()});
    context.bindings.push_back({index, packs_[place].hash()});
    context.curricula[packs_[place].hash()] = curriculum;
  }
  context.instantiate = [this](std::uint16_t pack, std::uint32_t item, std::uint32_t seed,
                               std::string_view language) -> Result<engage::ItemInstance> {
    if (pack >= packs_.size()) return fail(ErrorCode::BadInput, "packs", "there is no such pack on this station");
    return packs_[pack].instantiate(item, seed, language);
  };
}

ui::FindPackWords PackShelf::words() const {
  return [this](std::uint16_t pack, std::uint16_t skill, std::string_view language) -> ui::PackWords {
    if (pack >= packs_.size() || skill >= packs_[pack].skills().size()) return {};
    const pack::Skill& found = packs_[pack].skills()[skill];
    return {pack::in_language(found.title, language), pack::in_language(found.can_do, language), found.picture};
  };
}

Result<Bytes> PackShelf::media(const Hash& object) const {
  for (const pack::Pack& pack : packs_) {
    if (Result<Bytes> bytes = pack.media(object)) return bytes;
  }
  return fail(ErrorCode::NotFound, "packs", "no pack has this picture");
}

}  // namespace hornbook::platform
