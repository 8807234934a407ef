#include "sync/server/ingest/import_folder.hpp"

#include <algorithm>
#include <set>

#include "runtime/core/limits.hpp"
#include "sync/bundle/bundle_folder.hpp"
#include "sync/server/keys/ingest_keys.hpp"
#include "sync/server/store/files.hpp"

namespace hornbook::server {
namespace {

constexpr std::size_t reply_name_bytes = 16;

class FolderImporter {
 public:
  FolderImporter(School& school, Library& library, std::filesystem::path reply_to, UnixMs now_ms)
      : school_(school), library_(library), reply_to_(std::move(reply_to)), now_ms_(now_ms) {}

  Result<FolderImport> import(const std::filesystem::path& folder) {
    TRY_ASSIGN(keys_, load_ingest_keys(school_));
    TRY_ASSIGN(const auto bundles, bundle::list_bundles(folder, bundle::Direction::Up));
    std::vector<bundle::BundleFile> older;
    if (!reply_to_.empty()) {
      TRY_ASSIGN(older, bundle::list_bundles(reply_to_, bundle::Direction::Down));
    }
    for (const bundle::BundleFile& file : bundles) TRY_DONE(take(file));
    delete_replaced(older);
    return std::move(report_);
  }

 private:
  Done take(const bundle::BundleFile& file) {
    if (key_of_mailbox(keys_, file.mailbox) == nullptr) {
      ++report_.of_others;
      return {};
    }
    const auto bytes = read_file(file.path, limits::bundle_bytes_max);
    auto exchanged = bytes ? exchange(school_, library_, *bytes, now_ms_) : tl::unexpected(bytes.error());
    if (!exchanged) {
      report_.refused.emplace_back(file.path.filename().string(), std::move(exchanged).error());
      return {};
    }
    ++report_.taken;
    report_.events_new += exchanged->events_new;
    report_.events_known += exchanged->events_known;
    report_.events_waiting += exchanged->events_waiting;
    return reply_to_.empty() ? Done{} : answer(*exchanged);
  }

  Done answer(const Exchanged& exchanged) {
    const std::string name = "reply-" + to_hex(random_bytes(reply_name_bytes)) + std::string(bundle::bundle_extension);
    const std::filesystem::path file = reply_to_ / name;
    if (!write_private_file(file, exchanged.reply)) {
      std::error_code ignored;
      std::filesystem::remove(file.string() + ".new", ignored);
      return fail(ErrorCode::StorageFailure, "reply",
                  "the stick is full, write-protected or gone; what it brought is stored: make room and import again");
    }
    TRY_ASSIGN(const BoxPublicKey recipient, box_key_of(exchanged.device));
    answered_.insert(recipient);
    ++report_.replies;
    return {};
  }

  // The new answers say all that the old ones said.
  void delete_replaced(const std::vector<bundle::BundleFile>& older) const {
    std::error_code ignored;
    for (const bundle::BundleFile& file : older) {
      const bool is_replaced = std::any_of(answered_.begin(), answered_.end(), [&](const BoxPublicKey& recipient) {
        return bundle::is_for(file.mailbox, recipient);
      });
      if (is_replaced) std::filesystem::remove(file.path, ignored);
    }
  }

  School& school_;
  Library& library_;
  std::filesystem::path reply_to_;
  UnixMs now_ms_;
  IngestKeys keys_;
  std::set<BoxPublicKey> answered_;
  FolderImport report_;
};

}  // namespace

Result<FolderImport> import_folder(School& school, Library& library, const std::filesystem::path& folder,
                                   const std::filesystem::path& reply_to, UnixMs now_ms) {
  return FolderImporter(school, library, reply_to, now_ms).import(folder);
}

}  // namespace hornbook::server
