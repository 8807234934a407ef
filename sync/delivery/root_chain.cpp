#include <algorithm>

#include "sync/delivery/check.hpp"
#include "sync/delivery/client.hpp"
#include "sync/delivery/delivery_limits.hpp"
#include "sync/delivery/names.hpp"

namespace hornbook::delivery {
namespace {

constexpr const char* place = "TUF root";

Result<Root> self_signed(ByteView bytes) {
  TRY_ASSIGN(Metadata<Root> metadata, parse_metadata<Root>(bytes));
  TRY_DONE(check_signatures(metadata.proof, metadata.content.root, root_role));
  return std::move(metadata.content);
}

Result<Root> trusted_root(TrustedMetadata& trusted) {
  TRY_ASSIGN(const auto bytes, trusted.read(root_role, limits::tuf_root_bytes_max));
  if (!bytes)
    return fail(ErrorCode::NotAllowed, place, "no root is trusted yet; begin with one that you have from a safe hand");
  return self_signed(*bytes);
}

bool loses_a_key(const Role& before, const Role& after) {
  return std::any_of(before.keys.begin(), before.keys.end(), [&](const auto& entry) {
    const auto found = after.keys.find(entry.first);
    return found == after.keys.end() || found->second != entry.second;
  });
}

// The root that follows `before`, signed by both (5.3.4, 5.3.5).
Result<Root> successor(const Root& before, ByteView bytes) {
  TRY_ASSIGN(Metadata<Root> metadata, parse_metadata<Root>(bytes));
  TRY_DONE(check_signatures(metadata.proof, before.root, "the next root"));
  TRY_DONE(check_signatures(metadata.proof, metadata.content.root, "the next root"));
  if (metadata.content.version != before.version + 1)
    return fail(ErrorCode::NotAllowed, place, "a root of another version stands in place of the next one; try later");
  return std::move(metadata.content);
}

// Forgets before it keeps the new root: a power cut between the two leaves a device that asks again, not one that is
// stuck with inflated versions.
Done keep_root(TrustedMetadata& trusted, const Root& before, const Root& after, ByteView bytes) {
  if (loses_a_key(before.timestamp, after.timestamp) || loses_a_key(before.snapshot, after.snapshot)) {
    TRY_DONE(trusted.remove(timestamp_role));
    TRY_DONE(trusted.remove(snapshot_role));
  }
  return trusted.write(root_role, bytes);
}

}  // namespace

Done trust_first_root(TrustedMetadata& trusted, ByteView bytes) {
  TRY_ASSIGN(const auto present, trusted.read(root_role, limits::tuf_root_bytes_max));
  if (present)
    return fail(ErrorCode::NotAllowed, place, "a root is trusted here already; begin in an empty folder instead");
  if (bytes.size() > limits::tuf_root_bytes_max) return fail(ErrorCode::LimitExceeded, place, "it is too long");
  TRY_DONE(self_signed(bytes));
  return trusted.write(root_role, bytes);
}

Result<Root> update_root(FileSource& source, TrustedMetadata& trusted, UnixMs now) {
  TRY_ASSIGN(Root root, trusted_root(trusted));
  for (std::size_t rotations = 0; rotations < limits::tuf_root_rotations_max; ++rotations) {
    const auto bytes = source.fetch(metadata_address(root_role, root.version + 1), limits::tuf_root_bytes_max);
    if (!bytes && bytes.error().code == ErrorCode::NotFound) break;  // this one is the newest
    if (!bytes) return tl::unexpected(bytes.error());
    TRY_ASSIGN(Root next, successor(root, *bytes));
    TRY_DONE(keep_root(trusted, root, next, *bytes));
    root = std::move(next);
  }
  if (root.expires <= now)
    return fail(ErrorCode::NotAllowed, place, "the root has expired; what is installed stays, nothing new is taken");
  return root;
}

}  // namespace hornbook::delivery
