// A pack as a station would have it, for looking at its items: of a source, a .hbpack file or a store of packs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "platform/programs/station/pack_shelf.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::platform {

// Stands in a folder of its own, which goes when this goes. The pack is signed there by a key that nobody trusts
// elsewhere. Not thread-safe.
class PreviewPack {
 public:
  // StorageFailure when the folder cannot be made.
  [[nodiscard]] static Result<PreviewPack> create();
  ~PreviewPack();
  PreviewPack(PreviewPack&&) noexcept;
  PreviewPack& operator=(PreviewPack&&) = delete;

  // Takes in the pack at `path`, in place of the one before. BadInput names the first problem of a source, with its
  // file and line; the pack before it stays then.
  [[nodiscard]] Done load(const std::filesystem::path& path);

  // Of the pack taken in last.
  [[nodiscard]] const PackShelf& shelf() const { return *shelf_; }
  [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }
  // NotFound when the pack has no such item.
  [[nodiscard]] Result<std::uint32_t> item(const std::string& id) const;

 private:
  PreviewPack(std::filesystem::path folder, SigningKey key) : folder_(std::move(folder)), key_(std::move(key)) {}

  std::filesystem::path folder_;
  SigningKey key_;
  std::optional<PackShelf> shelf_;  // stays at its place: a screen reads from it
  std::vector<std::string> languages_;
  std::vector<std::string> items_;
};

}  // namespace hornbook::platform
