#include "platform/programs/pack/tuf_command.hpp"

#include "platform/system/clock.hpp"
#include "runtime/pack/durable_file.hpp"
#include "sync/delivery/delivery_limits.hpp"
#include "sync/delivery/http_source.hpp"
#include "sync/delivery/target_folder.hpp"
#include "sync/delivery/trusted_folder.hpp"

namespace hornbook::platform {
namespace {

Result<delivery::HttpSource> source_at(const std::string& url, const char* option, const std::string& server_key) {
  if (url.empty())
    return fail(ErrorCode::WrongUsage, "command line", std::string(option) + " is needed here; see --help");
  Hash pin;
  if (!server_key.empty()) {
    TRY_ASSIGN(pin, id_from_hex<Hash>(server_key));
  }
  return delivery::HttpSource::open(url, pin);
}

// With no clock the time is 1970: nothing counts as expired, and versions still never go back.
Result<delivery::Client> updated(delivery::HttpSource& metadata, delivery::TrustedFolder& trusted) {
  return delivery::Client::update(metadata, trusted, SystemClock().now().unix_ms);
}

}  // namespace

Done tuf_init_command(const TufOptions& options) {
  TRY_ASSIGN(const Bytes root, pack::read_file(options.first_root, limits::tuf_root_bytes_max));
  TRY_ASSIGN(delivery::TrustedFolder trusted, delivery::TrustedFolder::open(options.metadata_folder));
  return delivery::trust_first_root(trusted, root);
}

Done tuf_refresh_command(const TufOptions& options) {
  TRY_ASSIGN(delivery::HttpSource metadata, source_at(options.metadata_url, "--metadata-url", options.server_key));
  TRY_ASSIGN(delivery::TrustedFolder trusted, delivery::TrustedFolder::open(options.metadata_folder));
  TRY_DONE(updated(metadata, trusted));
  return {};
}

Done tuf_download_command(const TufOptions& options) {
  if (options.targets.empty() || options.target_folder.empty())
    return fail(ErrorCode::WrongUsage, "command line", "--target-name and --target-dir are needed here; see --help");
  TRY_ASSIGN(delivery::HttpSource metadata, source_at(options.metadata_url, "--metadata-url", options.server_key));
  TRY_ASSIGN(delivery::HttpSource files, source_at(options.target_url, "--target-base-url", options.server_key));
  TRY_ASSIGN(delivery::TrustedFolder trusted, delivery::TrustedFolder::open(options.metadata_folder));
  TRY_ASSIGN(const delivery::TargetFolder folder, delivery::TargetFolder::open(options.target_folder));
  TRY_ASSIGN(delivery::Client client, updated(metadata, trusted));
  for (const std::string& target : options.targets) TRY_DONE(folder.bring(client, files, target));
  return {};
}

}  // namespace hornbook::platform
