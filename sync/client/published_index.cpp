#include "sync/client/published_index.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/pack/index_delta.hpp"
#include "sync/client/content_source.hpp"
#include "sync/delivery/check.hpp"

namespace hornbook::device {
namespace {

// The relative form of an index is a little longer where objects are named twice.
constexpr std::size_t relative_bytes_max(std::size_t index_bytes) { return 2 * index_bytes; }

// The latest of the versions before that is here.
std::optional<Bytes> index_before(const pack::PackStore& installed, const AssignedPack& wanted, Hash& version) {
  for (const Hash& earlier : wanted.earlier) {
    auto index = installed.signed_index(earlier);
    if (!index) continue;
    version = earlier;
    return std::move(*index);
  }
  return std::nullopt;
}

}  // namespace

Result<Bytes> published_index(const pack::PackStore& installed, const AssignedPack& wanted, delivery::Client& client,
                              delivery::FileSource& content) {
  const std::string name = to_hex(wanted.pack.view());
  const std::string path = "packs/" + name + ".index";
  TRY_ASSIGN(const delivery::TargetFile target, client.find(path));
  if (target.length > static_cast<std::int64_t>(limits::pack_index_bytes_max))
    return fail(ErrorCode::LimitExceeded, "pack", "its index is larger than an index may be");
  const auto length = static_cast<std::size_t>(target.length);
  const auto is_published = [&](const Result<Bytes>& index) {
    return index && delivery::check_bytes(*index, target.length, target.hashes, path);
  };

  if (auto here = installed.signed_index(wanted.pack); is_published(here)) return here;
  Hash version;
  if (const auto before = index_before(installed, wanted, version)) {
    const auto delta = content.fetch("deltas/" + name + "." + to_hex(version.view()), length);
    if (!delta && delta.error().code == ErrorCode::NoLink) return tl::unexpected(delta.error());
    if (delta)
      if (auto index = pack::apply_index_delta(*before, *delta, relative_bytes_max(length)); is_published(index))
        return index;
  }
  FolderOf targets(content, "targets/");
  return client.fetch(targets, path, target);
}

}  // namespace hornbook::device
