#include "platform/programs/pack/repository_commands.hpp"

#include <cstdio>

#include "platform/programs/pack/key_file.hpp"
#include "platform/system/clock.hpp"
#include "runtime/pack/durable_file.hpp"
#include "sync/delivery/delivery_limits.hpp"
#include "sync/delivery/repository.hpp"

namespace hornbook::platform {
namespace {

UnixMs after_days(std::int64_t days) { return SystemClock().now().unix_ms + days * 24 * 3600 * 1000; }

}  // namespace

Done repository_init_command(const RepositoryOptions& options) {
  TRY_ASSIGN(const std::vector<SigningKey> root, read_key_files(options.new_root_keys));
  TRY_ASSIGN(const std::vector<SigningKey> keys, read_key_files(options.new_keys));
  TRY_DONE(delivery::Repository::create(options.folder, {root, options.root_threshold}, after_days(options.root_days),
                                        {keys, options.threshold}, after_days(options.days)));
  std::printf("devices begin with %s\n", (options.folder / "metadata" / "1.root.json").c_str());
  return {};
}

Done repository_add_command(const RepositoryOptions& options) {
  TRY_ASSIGN(delivery::Repository repository, delivery::Repository::open(options.folder));
  TRY_ASSIGN(const Bytes bytes, pack::read_file(options.file, limits::tuf_target_bytes_max));
  const std::string path = options.path.empty() ? options.file.filename().string() : options.path;
  TRY_DONE(repository.add(path, bytes));
  std::printf("%s waits to be published\n", path.c_str());
  return {};
}

Done repository_publish_command(const RepositoryOptions& options) {
  TRY_ASSIGN(const std::vector<SigningKey> keys, read_key_files(options.keys));
  TRY_ASSIGN(delivery::Repository repository, delivery::Repository::open(options.folder));
  TRY_ASSIGN(const auto published, repository.publish(keys, after_days(options.days)));
  std::printf("version %lld with %zu targets\n", static_cast<long long>(published.version), published.targets);
  return {};
}

Done repository_rotate_command(const RepositoryOptions& options) {
  TRY_ASSIGN(const std::vector<SigningKey> old_root, read_key_files(options.root_keys));
  TRY_ASSIGN(const std::vector<SigningKey> new_root, read_key_files(options.new_root_keys));
  TRY_ASSIGN(const std::vector<SigningKey> new_keys, read_key_files(options.new_keys));
  TRY_ASSIGN(delivery::Repository repository, delivery::Repository::open(options.folder));
  return repository.rotate(old_root, {new_root, options.root_threshold}, after_days(options.root_days),
                           {new_keys, options.threshold}, after_days(options.days));
}

}  // namespace hornbook::platform
