// lint, build, key new, root.
#include <cstdio>

#include "content_packs/build/build_pack.hpp"
#include "content_packs/build/readability.hpp"
#include "platform/programs/pack/commands.hpp"
#include "platform/programs/pack/key_file.hpp"
#include "platform/programs/pack/look_into_media.hpp"
#include "runtime/pack/durable_file.hpp"
#include "runtime/pack/pack.hpp"
#include "runtime/pack/trust.hpp"

namespace hornbook::platform {
namespace {

Done no_problems(const content::Problems& problems) {
  for (const content::Problem& problem : problems) std::printf("%s\n", content::describe(problem).c_str());
  if (problems.empty()) return {};
  return fail(ErrorCode::BadInput, "lint",
              std::to_string(problems.size()) + " problems, listed on stdout; mend them first");
}

void print_level(const content::LevelReadability& level) {
  std::printf("  level %d", level.level);
  if (level.grade) std::printf(", grade %d by its author", *level.grade);
  if (level.estimate) {
    const content::Readability& estimate = *level.estimate;
    std::printf(", %s %.1f (%zu words, %zu sentences, %zu syllables)", content::name_of(estimate.formula).data(),
                estimate.score, estimate.counts.words, estimate.counts.sentences, estimate.counts.syllables);
  } else {
    std::printf(", no formula is known for the language");
  }
  if (level.harder_than) std::printf("; notice: it reads harder than level %d", *level.harder_than);
  std::printf("\n");
}

// A folder becomes a store that stations and servers can open as it is.
Result<Hash> write_store(const content::BuiltPack& built, ByteView signed_index, const BuildOptions& options,
                         const std::vector<SigningKey>& keys) {
  TRY_ASSIGN(pack::PackStore store, pack::PackStore::open(options.output));
  for (const auto& [object, compressed] : built.objects) TRY_DONE(store.put_object(object, compressed));
  pack::Trust own_keys;
  for (const SigningKey& key : keys) own_keys.publishers.push_back(key.verify_key());
  return store.commit(signed_index, own_keys);
}

}  // namespace

Done lint_command(const std::filesystem::path& source) {
  TRY_ASSIGN(const content::SourceTree tree, content::read_source(source));
  TRY_DONE(no_problems(content::lint(tree, look_into_media)));
  std::printf("no problems\n");
  return {};
}

Done readability_command(const std::filesystem::path& source) {
  TRY_ASSIGN(const content::SourceTree tree, content::read_source(source));
  const content::ReadOutcome outcome = content::read_pack(tree);
  TRY_DONE(no_problems(outcome.problems));
  for (const content::PassageReadability& passage : content::readability_of(outcome.source)) {
    std::printf("%s, %s\n", passage.id.c_str(), passage.language.c_str());
    for (const content::LevelReadability& level : passage.levels) print_level(level);
  }
  return {};
}

Done build_command(const BuildOptions& options) {
  TRY_ASSIGN(const std::vector<SigningKey> keys, read_key_files(options.keys));
  TRY_ASSIGN(const content::SourceTree tree, content::read_source(options.source));
  TRY_DONE(no_problems(content::lint(tree, look_into_media)));
  TRY_ASSIGN(const content::BuiltPack built, content::build_pack(content::read_pack(tree).source));
  std::vector<const SigningKey*> signers;
  for (const SigningKey& key : keys) signers.push_back(&key);
  const Bytes signed_index = pack::sign_index(built.index, signers);
  if (options.output.extension() == ".hbpack") {
    TRY_DONE(pack::write_file_durably(options.output, pack::write_container(signed_index, built.objects)));
  } else {
    TRY_DONE(write_store(built, signed_index, options, keys));
  }
  TRY_ASSIGN(const pack::SignedIndex read, pack::read_signed_index(signed_index));
  std::printf("%s %s %s\n", built.index.name.c_str(), built.index.version.c_str(), to_hex(read.hash.view()).c_str());
  return {};
}

Done key_command(const std::filesystem::path& file) {
  TRY_ASSIGN(const SigningKey key, make_key_file(file));
  std::printf("%s\n", to_hex(key.verify_key().view()).c_str());
  return {};
}

Done root_command(const RootOptions& options) {
  TRY_ASSIGN(const std::vector<SigningKey> keys, read_key_files(options.keys));
  pack::Trust trust{{}, options.threshold};
  for (const SigningKey& key : keys) trust.publishers.push_back(key.verify_key());
  if (trust.threshold > keys.size())
    return fail(ErrorCode::WrongUsage, "command line", "the threshold is greater than the number of keys");
  return pack::write_file_durably(options.output, as_bytes(pack::to_root_json(trust, options.expires)));
}

}  // namespace hornbook::platform
