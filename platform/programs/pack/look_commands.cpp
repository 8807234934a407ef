// inspect and verify, for a .hbpack file and for a folder that is a store of packs.
#include <cstdio>

#include "platform/programs/pack/commands.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/engage/task.hpp"
#include "runtime/pack/container.hpp"
#include "runtime/pack/durable_file.hpp"
#include "runtime/pack/json_fields.hpp"
#include "runtime/pack/pack.hpp"
#include "runtime/pack/trust.hpp"

namespace hornbook::platform {
namespace {

using pack::Json;

std::vector<int> levels_of(const pack::IndexPassage& passage) {
  std::vector<int> levels;
  for (int level = 1; level <= static_cast<int>(limits::passage_levels_max); ++level)
    if ((passage.levels >> (level - 1) & 1) != 0) levels.push_back(level);
  return levels;
}

// Items by their ids.
Json describe_experiments(const pack::Index& index) {
  Json experiments = Json::array();
  for (const pack::Experiment& each : index.experiments) {
    Json arms = Json::array();
    for (const pack::ExperimentArm& arm : each.arms) {
      Json items = Json::array();
      for (const std::uint32_t item : arm.items) items.push_back(index.items[item].id);
      arms.push_back({{"name", arm.name}, {"items", items}});
    }
    experiments.push_back(
        {{"id", each.id}, {"question", each.question}, {"second_permille", each.second_permille}, {"arms", arms}});
  }
  return experiments;
}

Json describe_pack(const pack::SignedIndex& read) {
  const pack::Index& index = read.index;
  Json skills = Json::array();
  for (const pack::Skill& skill : index.skills)
    skills.push_back({{"id", skill.id},
                      {"title", skill.title},
                      {"can_do", skill.can_do},
                      {"prerequisites", skill.prerequisites},
                      {"standards", skill.standards},
                      {"picture", skill.picture}});
  Json misconceptions = Json::array();
  for (const pack::Misconception& each : index.misconceptions)
    misconceptions.push_back({{"id", each.id}, {"title", each.title}});
  Json items = Json::array();
  for (const pack::IndexItem& item : index.items)
    items.push_back({{"id", item.id},
                     {"skills", item.skills},
                     {"kind", item.kind == engage::several_steps ? "steps" : engage::name_of_kind(item.kind)},
                     {"difficulty_milli", item.difficulty_milli},
                     {"template", item.is_template},
                     {"passage", item.passage == 0 ? Json() : Json(index.passages[item.passage - 1].id)},
                     {"object", to_hex(index.objects[item.object].hash.view())}});
  Json passages = Json::array();
  for (const pack::IndexPassage& passage : index.passages)
    passages.push_back({{"id", passage.id},
                        {"title", passage.title},
                        {"levels", levels_of(passage)},
                        {"object", to_hex(index.objects[passage.object].hash.view())}});
  Json signers = Json::array();
  for (const VerifyKey& key : read.signers) signers.push_back(to_hex(key.view()));
  return {{"hash", to_hex(read.hash.view())},
          {"name", index.name},
          {"version", index.version},
          {"languages", index.languages},
          {"title", index.title},
          {"licence", index.licence},
          {"authors", index.authors},
          {"subject", index.subject},
          {"levels", index.levels},
          {"skills", skills},
          {"misconceptions", misconceptions},
          {"items", items},
          {"passages", passages},
          {"experiments", describe_experiments(index)},
          {"media", index.media.size()},
          {"objects", index.objects.size()},
          {"signers", signers}};
}

void print_pack(const pack::SignedIndex& read, bool as_json) {
  if (as_json) {
    std::printf("%s\n", describe_pack(read).dump(2).c_str());
    return;
  }
  const pack::Index& index = read.index;
  std::printf("%s %s\n%s\n", index.name.c_str(), index.version.c_str(),
              index.title.at(index.languages.front()).c_str());
  std::printf(
      "%zu skills, %zu items, %zu passages, %zu misconceptions, %zu media files, %zu objects, %zu languages, %s\n",
      index.skills.size(), index.items.size(), index.passages.size(), index.misconceptions.size(), index.media.size(),
      index.objects.size(), index.languages.size(), index.licence.c_str());
  for (const pack::Experiment& each : index.experiments)
    std::printf("experiment %s: %s\n", each.id.c_str(), each.question.at(index.languages.front()).c_str());
  std::printf("pack %s\n", to_hex(read.hash.view()).c_str());
  for (const VerifyKey& key : read.signers) std::printf("signed by %s\n", to_hex(key.view()).c_str());
}

using Visit = std::function<Done(const pack::SignedIndex&)>;

Done visit_store(const std::filesystem::path& directory, const Visit& visit) {
  TRY_ASSIGN(const pack::PackStore store, pack::PackStore::open(directory));
  TRY_ASSIGN(const auto packs, store.list());
  if (packs.empty()) return fail(ErrorCode::NotFound, "pack store", directory.string() + " holds no pack");
  for (const Hash& pack_hash : packs) {
    TRY_ASSIGN(const Bytes bytes, store.signed_index(pack_hash));
    TRY_ASSIGN(const pack::SignedIndex read, pack::read_signed_index(bytes));
    TRY_DONE(visit(read));
  }
  return {};
}

Done is_store(const std::filesystem::path& directory) {
  std::error_code ignored;
  if (std::filesystem::is_directory(directory / "packs", ignored)) return {};
  return fail(ErrorCode::NotFound, "pack store", directory.string() + " is no store of packs");
}

}  // namespace

Done inspect_command(const std::filesystem::path& pack, bool as_json) {
  const Visit print = [as_json](const pack::SignedIndex& read) -> Done {
    print_pack(read, as_json);
    return {};
  };
  std::error_code ignored;
  if (std::filesystem::is_directory(pack, ignored)) {
    TRY_DONE(is_store(pack));
    return visit_store(pack, print);
  }
  const auto pass_over = [](const Hash&, ByteView, const Bytes&) -> Done { return {}; };
  pack::SignedIndex kept;
  const auto keep = [&](ByteView, const pack::SignedIndex& read) -> Done {
    kept = read;
    return {};
  };
  TRY_DONE(pack::visit_container_file(pack, {keep, pass_over}));
  return print(kept);
}

Done verify_command(const std::filesystem::path& pack, const std::filesystem::path& root) {
  TRY_ASSIGN(const Bytes root_bytes, pack::read_file(root, limits::root_bytes_max));
  TRY_ASSIGN(const pack::Trust trust, pack::parse_root(as_text(root_bytes)));
  std::error_code ignored;
  if (std::filesystem::is_directory(pack, ignored)) {
    TRY_DONE(is_store(pack));
    TRY_ASSIGN(const pack::PackStore store, pack::PackStore::open(pack));
    TRY_ASSIGN(const auto packs, store.list());
    for (const Hash& each : packs) TRY_DONE(store.load(each, trust));
    TRY_ASSIGN(const auto damaged, store.verify_all(trust));
    if (!damaged.empty()) return fail(ErrorCode::Corrupt, "pack store", damaged.front());
  } else {
    const auto check = [&](ByteView signed_index, const pack::SignedIndex&) -> Done {
      TRY_DONE(pack::read_trusted_index(signed_index, trust));
      return {};
    };
    const auto pass_over = [](const Hash&, ByteView, const Bytes&) -> Done { return {}; };
    TRY_DONE(pack::visit_container_file(pack, {check, pass_over}));
  }
  std::printf("good\n");
  return {};
}

}  // namespace hornbook::platform
