#include "runtime/pack/pack.hpp"

#include "runtime/engage/template/instantiate.hpp"
#include "runtime/pack/pack_content.hpp"

namespace hornbook::pack {

Pack::Pack(std::unique_ptr<Content> content) : content_(std::move(content)) {}
Pack::~Pack() = default;
Pack::Pack(Pack&&) noexcept = default;
Pack& Pack::operator=(Pack&&) noexcept = default;

const Hash& Pack::hash() const { return content_->signed_index().hash; }
const std::string& Pack::name() const { return content_->index().name; }
const std::string& Pack::version() const { return content_->index().version; }
const LocalisedText& Pack::title() const { return content_->index().title; }
const std::vector<std::string>& Pack::languages() const { return content_->index().languages; }
const std::vector<Skill>& Pack::skills() const { return content_->index().skills; }
const std::vector<Misconception>& Pack::misconceptions() const { return content_->index().misconceptions; }
const std::vector<Experiment>& Pack::experiments() const { return content_->index().experiments; }
std::size_t Pack::item_count() const { return content_->index().items.size(); }
const std::string& Pack::item_id(std::uint32_t item_index) const { return content_->index().items.at(item_index).id; }
std::shared_ptr<const interpret::Curriculum> Pack::curriculum() const { return content_->curriculum(); }

Result<engage::ItemInstance> Pack::instantiate(std::uint32_t item_index, std::uint32_t seed,
                                               std::string_view language) const {
  const std::string& shown = best_language(languages(), language);
  TRY_ASSIGN(const DecodedItem item, content_->item(item_index));
  TRY_ASSIGN(engage::ItemInstance instance, engage::instantiate(item.item, item_index, seed, shown));
  const std::uint32_t passage_number = content_->index().items[item_index].passage;
  if (passage_number == 0) return instance;
  TRY_ASSIGN(engage::Passage read, content_->passage(passage_number - 1, shown));
  instance.passage = std::make_shared<const engage::Passage>(std::move(read));
  instance.paragraph = item.paragraph;
  return instance;
}

Result<engage::Passage> Pack::passage(std::uint32_t passage_index, std::string_view language) const {
  return content_->passage(passage_index, best_language(languages(), language));
}

const LocalisedText* Pack::passage_title(std::uint32_t item_index) const {
  const Index& index = content_->index();
  if (item_index >= index.items.size() || index.items[item_index].passage == 0) return nullptr;
  return &index.passages[index.items[item_index].passage - 1].title;
}

Result<Bytes> Pack::media(const Hash& object) const { return content_->media(object); }

}  // namespace hornbook::pack
