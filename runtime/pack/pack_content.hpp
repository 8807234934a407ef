// What a Pack holds: its index and a way to its objects. Inside runtime/pack only.
#pragma once

#include <functional>

#include "runtime/engage/passage/passage.hpp"
#include "runtime/pack/item_decode.hpp"
#include "runtime/pack/pack.hpp"
#include "runtime/pack/signed_index.hpp"

namespace hornbook::pack {

class Pack::Content {
 public:
  // Gives an object's plain bytes, checked against their hash.
  using ReadObject = std::function<Result<Bytes>(const Hash&)>;

  Content(SignedIndex signed_index, ReadObject read_object);

  [[nodiscard]] const SignedIndex& signed_index() const { return signed_index_; }
  [[nodiscard]] const Index& index() const { return signed_index_.index; }
  [[nodiscard]] const std::shared_ptr<const interpret::Curriculum>& curriculum() const { return curriculum_; }
  // BadInput when there is no such item or it is malformed, Corrupt when its object is damaged.
  [[nodiscard]] Result<DecodedItem> item(std::uint32_t item_index) const;
  // In one of the pack's languages. BadInput when there is no such passage or it is malformed, Corrupt when its object
  // is damaged.
  [[nodiscard]] Result<engage::Passage> passage(std::uint32_t passage_index, std::string_view language) const;
  // NotFound when it is none of the pack's media, Corrupt when it is damaged.
  [[nodiscard]] Result<Bytes> media(const Hash& content) const;

 private:
  [[nodiscard]] ItemSurroundings surroundings() const;
  [[nodiscard]] tl::expected<engage::MediaFile, std::string> media_file(const std::string& path,
                                                                        engage::MediaUse use) const;
  SignedIndex signed_index_;
  ReadObject read_object_;
  std::shared_ptr<const interpret::Curriculum> curriculum_;  // shared: folds and sessions outlive the pack's opening
  std::map<std::string, std::uint16_t> misconceptions_;
};

}  // namespace hornbook::pack
