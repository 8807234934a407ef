// An installed pack, open for reading. Its index is verified against the publishers that the device trusts, each object
// against its hash when it is read. Format: content_packs/schema/FORMAT.md.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "runtime/core/error.hpp"
#include "runtime/engage/item.hpp"
#include "runtime/engage/passage/passage.hpp"
#include "runtime/interpret/curriculum.hpp"
#include "runtime/pack/model.hpp"

namespace hornbook::pack {

class Pack {
 public:
  ~Pack();
  Pack(Pack&&) noexcept;
  Pack& operator=(Pack&&) noexcept;

  [[nodiscard]] const Hash& hash() const;         // of the index bytes
  [[nodiscard]] const std::string& name() const;  // such as "org.hornbook.fractions"
  [[nodiscard]] const std::string& version() const;
  [[nodiscard]] const LocalisedText& title() const;
  [[nodiscard]] const std::vector<std::string>& languages() const;  // the first is the source language
  [[nodiscard]] const std::vector<Skill>& skills() const;
  [[nodiscard]] const std::vector<Misconception>& misconceptions() const;
  [[nodiscard]] const std::vector<Experiment>& experiments() const;
  [[nodiscard]] std::size_t item_count() const;
  [[nodiscard]] const std::string& item_id(std::uint32_t item_index) const;
  [[nodiscard]] std::shared_ptr<const interpret::Curriculum> curriculum() const;

  // Draws the template's parameters from `seed`, computes answers and texts, and opens the passage that the item is
  // about. Same arguments, same instance.
  // BadInput when there is no such item, Corrupt when its object is damaged.
  [[nodiscard]] Result<engage::ItemInstance> instantiate(std::uint32_t item_index, std::uint32_t seed,
                                                         std::string_view language) const;
  // A text to read at its levels. BadInput when there is no such passage, Corrupt when its object is damaged.
  [[nodiscard]] Result<engage::Passage> passage(std::uint32_t passage_index, std::string_view language) const;
  // What is read for the item; nullptr: nothing, or there is no such item.
  [[nodiscard]] const LocalisedText* passage_title(std::uint32_t item_index) const;
  // The plain bytes of a media object.
  [[nodiscard]] Result<Bytes> media(const Hash& object) const;

 private:
  friend class PackStore;
  class Content;
  explicit Pack(std::unique_ptr<Content> content);
  std::unique_ptr<Content> content_;
};

// The folder of installed packs: objects shared by hash among packs and versions.
//   DIR/objects/ab/cdef…   zstd-compressed objects
//   DIR/packs/HASH.index   signed indexes, present only when every object is; who has the pack open shares a lock on it
//   DIR/lock               held while a pack becomes visible, and while packs are removed
class PackStore {
 public:
  [[nodiscard]] static Result<PackStore> open(const std::filesystem::path& directory);

  // Installed pack hashes, in order.
  [[nodiscard]] Result<std::vector<Hash>> list() const;
  // Reads and checks the index alone, so that opening is quick; each object is checked when it is read.
  // NotFound when there is no such pack, NotAllowed when too few trusted publishers signed it, Corrupt when the index
  // is damaged.
  [[nodiscard]] Result<Pack> load(const Hash& pack_hash, const Trust& trust) const;

  // Objects that a signed index names and the store has not got. Checks the signature first.
  [[nodiscard]] Result<std::vector<ObjectEntry>> missing_objects(ByteView signed_index, const Trust& trust) const;
  // Stores one compressed object after checking it against its hash. Idempotent, atomic.
  [[nodiscard]] Done put_object(const Hash& object, ByteView compressed);
  [[nodiscard]] Result<Bytes> compressed_object(const Hash& object) const;
  [[nodiscard]] Result<Bytes> signed_index(const Hash& pack_hash) const;
  // Makes the pack visible; every object must be there. Returns the pack's hash.
  [[nodiscard]] Result<Hash> commit(ByteView signed_index, const Trust& trust);
  // A whole .hbpack file: its objects, then commit. Nothing stays visible when any byte is wrong.
  [[nodiscard]] Result<Hash> install_file(const std::filesystem::path& file, const Trust& trust);
  // Removes every pack but `kept` and those that a Pack has open, in this program or another, then each object that no
  // pack which stays needs. A pack that is half here loses its objects: sweep when nothing is on its way. A power cut
  // leaves more than was wanted, never less than a pack needs.
  [[nodiscard]] Done sweep(const std::vector<Hash>& kept);
  // Checks every object of every pack; returns what is damaged, in words.
  [[nodiscard]] Result<std::vector<std::string>> verify_all(const Trust& trust) const;

 private:
  explicit PackStore(std::filesystem::path directory) : directory_(std::move(directory)) {}
  std::filesystem::path directory_;
};

}  // namespace hornbook::pack
