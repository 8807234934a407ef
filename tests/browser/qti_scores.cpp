// usage: qti_scores ARCHIVE : QTI items of an archive with responses and what our evaluator makes of them, as JSON, for
// an engine of somebody else's to be asked the same. Items that draw numbers are left out: engines draw otherwise.
#include <cstdio>

#include "content_packs/import/archive.hpp"
#include "content_packs/import/qti/body.hpp"
#include "content_packs/import/qti/package.hpp"
#include "content_packs/import/qti/processing.hpp"
#include "content_packs/import/qti/scoring.hpp"

namespace {

using namespace hornbook;
using namespace hornbook::content;
using pack::Json;

constexpr std::size_t responses_max = 40;  // of an item

Json to_json(const qti::Value& value) {
  if (value.cardinality == qti::Cardinality::Single) return qti::text_of(value);
  Json list = Json::array();
  for (const qti::Scalar& scalar : value.scalars) list.push_back(qti::to_text(scalar));
  return list;
}

// Each interaction's responses in turn, the others at their declared right answers.
Json attempts_of(const qti::Item& item, const qti::Body& body, const qti::Session& drawn) {
  Json attempts = Json::array();
  const qti::Scorer scorer(item, drawn);
  for (const qti::Asked& asked : body.asked) {
    if (asked.interaction.asks == qti::Asks::Essay) continue;
    const auto responses = qti::possible_responses(asked.interaction, item, drawn).list;
    const std::size_t step = std::max<std::size_t>(1, responses.size() / responses_max);
    for (std::size_t at = 0; at < responses.size(); at += step) {
      qti::Scorer::Given given;
      Json responses_json;
      for (const qti::Asked& each : body.asked) {
        const std::string& id = each.interaction.response;
        const qti::Value value = id == asked.interaction.response ? responses[at].values.front() : drawn.correct(id);
        given.emplace_back(id, value);
        responses_json[id] = to_json(value);
      }
      const auto score = scorer.score(given);
      if (score) attempts.push_back({{"responses", responses_json}, {"score", *score}});
    }
  }
  return attempts;
}

Json describe(qti::PackagedItem& packaged, const SourceTree& tree) {
  Remarks unused;
  const auto item = qti::read_item(std::move(packaged.root), packaged.path, tree, unused);
  if (!item || item->templates != nullptr || item->score.empty() || item->root.child("responseProcessing") == nullptr)
    return {};
  const auto drawn = qti::draw(item->declarations, nullptr, 1);
  if (!drawn) return {};
  const auto body = qti::read_body(*item, *drawn, unused);
  if (!body) return {};
  const std::string xml(as_text(tree.at(packaged.path)));
  return {
      {"path", packaged.path}, {"outcome", item->score}, {"xml", xml}, {"attempts", attempts_of(*item, *body, *drawn)}};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const auto tree = read_folder_or_archive(arguments[1]);
  if (!tree) return 3;
  auto package = qti::read_package(*tree);
  if (!package) return 3;
  Json items = Json::array();
  for (qti::PackagedItem& each : package->items)
    if (Json item = describe(each, *tree); !item.is_null()) items.push_back(std::move(item));
  std::puts(items.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
  return 0;
}
