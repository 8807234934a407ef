#include "platform/programs/station/pack_shelf.hpp"

#include <algorithm>
#include <utility>

#include "runtime/core/limits.hpp"

namespace hornbook::platform {

namespace {

bool contains(const std::vector<Hash>& hashes, const Hash& hash) {
  return std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
}

}  // namespace

Result<PackShelf> PackShelf::open(const std::filesystem::path& directory, const pack::Trust& trust,
                                  const Assigned& assigned) {
  TRY_ASSIGN(pack::PackStore store, pack::PackStore::open(directory));
  PackShelf shelf(std::move(store));
  TRY_DONE(shelf.refresh(trust, assigned));
  return shelf;
}

Done PackShelf::refresh(const pack::Trust& trust, const Assigned& assigned) {
  TRY_ASSIGN(const std::vector<Hash> installed, store_.list());
  refused_.clear();
  const std::vector<Hash> chosen = choose(trust, assigned, installed);
  for (Place& place : places_) place.taught = contains(chosen, place.pack.hash());
  if (!is_empty()) return {};
  if (!refused_.empty()) return tl::unexpected(refused_.front());
  return fail(ErrorCode::NotFound, "packs", "no pack is installed yet; let hornbookctl sync bring them");
}

bool PackShelf::is_empty() const {
  return std::none_of(places_.begin(), places_.end(), [](const Place& place) { return place.taught; });
}

std::vector<Hash> PackShelf::choose(const pack::Trust& trust, const Assigned& assigned,
                                    const std::vector<Hash>& installed) {
  std::vector<Hash> chosen;
  if (!assigned) {
    for (const Hash& pack : installed)
      if (put_on(pack, trust, installed)) chosen.push_back(pack);
    return chosen;
  }
  for (const device::AssignedPack& wanted : *assigned) {
    std::vector<Hash> versions{wanted.pack};
    versions.insert(versions.end(), wanted.earlier.begin(), wanted.earlier.end());
    const auto first = std::find_if(versions.begin(), versions.end(),
                                    [&](const Hash& version) { return put_on(version, trust, installed); });
    if (first != versions.end()) chosen.push_back(*first);
  }
  return chosen;
}

bool PackShelf::put_on(const Hash& pack, const pack::Trust& trust, const std::vector<Hash>& installed) {
  const bool is_here =
      std::any_of(places_.begin(), places_.end(), [&](const Place& place) { return place.pack.hash() == pack; });
  if (is_here) return true;
  if (!contains(installed, pack) || places_.size() == limits::packs_per_session_max) return false;
  Result<pack::Pack> opened = store_.load(pack, trust);
  if (!opened) {
    refused_.push_back(std::move(opened).error());
    return false;
  }
  places_.push_back({std::move(*opened), true});
  return true;
}

void PackShelf::put_into(session::SessionContext& context) const {
  for (std::size_t place = 0; place < places_.size(); ++place) {
    if (!places_[place].taught) continue;
    const pack::Pack& pack = places_[place].pack;
    const auto index = static_cast<std::uint16_t>(place);
    context.packs.push_back({index, pack.curriculum().get()});
    context.bindings.push_back({index, pack.hash()});
    context.curricula[pack.hash()] = pack.curriculum();
  }
  context.instantiate = [this](std::uint16_t pack, std::uint32_t item, std::uint32_t seed,
                               std::string_view language) -> Result<engage::ItemInstance> {
    if (pack >= places_.size()) return fail(ErrorCode::BadInput, "packs", "there is no such pack on this station");
    return places_[pack].pack.instantiate(item, seed, language);
  };
  context.misconception_words = misconception_words();
}

session::FindMisconceptionWords PackShelf::misconception_words() const {
  return [this](std::uint16_t pack, std::uint16_t misconception,
                std::string_view language) -> session::MisconceptionWords {
    if (pack >= places_.size() || misconception >= places_[pack].pack.misconceptions().size()) return {};
    const pack::Pack& shelved = places_[pack].pack;
    const std::string& shown = pack::best_language(shelved.languages(), language);
    const pack::Misconception& found = shelved.misconceptions()[misconception];
    const auto in_language = [&](const pack::LocalisedText& text) {
      const auto words = text.find(shown);
      return words == text.end() ? std::string() : words->second;
    };
    return {in_language(found.feedback), in_language(found.hint)};
  };
}

ui::FindPackWords PackShelf::words() const {
  return [this](std::uint16_t pack, std::uint16_t skill, std::string_view language) -> ui::PackWords {
    if (pack >= places_.size() || skill >= places_[pack].pack.skills().size()) return {};
    const pack::Pack& shelved = places_[pack].pack;
    const std::string& shown = pack::best_language(shelved.languages(), language);
    const pack::Skill& found = shelved.skills()[skill];
    return {found.title.at(shown), found.can_do.at(shown), found.picture};
  };
}

ui::FindPassageTitle PackShelf::passage_titles() const {
  return [this](std::uint16_t pack, std::uint32_t item, std::string_view language) -> std::string {
    if (pack >= places_.size()) return {};
    const pack::Pack& shelved = places_[pack].pack;
    const pack::LocalisedText* title = shelved.passage_title(item);
    return title == nullptr ? std::string() : title->at(pack::best_language(shelved.languages(), language));
  };
}

Result<Bytes> PackShelf::media(const Hash& object) const {
  for (const Place& place : places_) {
    if (Result<Bytes> bytes = place.pack.media(object)) return bytes;
  }
  return fail(ErrorCode::NotFound, "packs", "no pack has this picture");
}

}  // namespace hornbook::platform
