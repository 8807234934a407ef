// A client of The Update Framework (TUF 1.0.33, section 5, "Detailed client workflow"): nothing is believed, and
// nothing kept, that a chain from the first root does not vouch for. What it stops is listed in README.md.
#pragma once

#include "sync/delivery/metadata.hpp"
#include "sync/delivery/ports.hpp"

namespace hornbook::delivery {

// What every function of this page may end with, besides its own errors: NoLink or NotFound from the source; NotAllowed
// for a signature that is missing, something that has expired, or a version that goes back; Corrupt for other bytes
// than were signed; BadInput for what is malformed; LimitExceeded; StorageFailure. Metadata that was verified up to
// there is kept, the rest is not.

// The chain of roots, from the trusted one to the newest (5.3). `now` is fixed for a whole update; it is compared with
// the time at which a root expires, after the chain. When a root takes a key from the timestamp or snapshot role, what
// is kept of these two is forgotten (5.3.11), so that inflated versions do not outlive the key that signed them.
[[nodiscard]] Result<Root> update_root(FileSource& source, TrustedMetadata& trusted, UnixMs now);

// Makes `bytes` the root that everything else follows from. They come over a way that is trusted for another reason.
// NotAllowed when a root is trusted already: the chain alone may replace it.
[[nodiscard]] Done trust_first_root(TrustedMetadata& trusted, ByteView bytes);

// The repository as one update saw it. Both ports must live as long.
class Client {
 public:
  // Root, timestamp, snapshot and the top-level targets (5.2 to 5.6).
  [[nodiscard]] static Result<Client> update(FileSource& metadata, TrustedMetadata& trusted, UnixMs now);

  // The target at `path`, by the top-level role or the first delegated one that has it, in pre-order (5.6.7); each role
  // is verified by the keys of the one that led to it. NotFound when no role on the way has it, or after
  // limits::tuf_roles_visited_max of them.
  [[nodiscard]] Result<TargetFile> find(std::string_view path);
  // Its bytes, verified (5.7).
  [[nodiscard]] Result<Bytes> fetch(FileSource& files, std::string_view path, const TargetFile& target) const;

 private:
  Client(FileSource& source, TrustedMetadata& trusted, UnixMs now, Root root)
      : source_(&source), trusted_(&trusted), now_(now), root_(std::move(root)) {}

  [[nodiscard]] Done update_timestamp();
  [[nodiscard]] Done update_snapshot();
  [[nodiscard]] Result<Targets> targets_of(const std::string& role_name, const Role& role);
  template <class Content>
  [[nodiscard]] Result<std::optional<Content>> trusted_before(std::string_view role_name, const Role& role) const;
  template <class Content>
  [[nodiscard]] Result<Content> accept(ByteView bytes, const MetaFile& expected, std::string_view role_name,
                                       const Role& role) const;
  [[nodiscard]] Result<Bytes> fetch_metadata(std::string_view role_name, const MetaFile& expected,
                                             std::size_t bytes_max) const;

  FileSource* source_;
  TrustedMetadata* trusted_;
  UnixMs now_;
  Root root_;
  Timestamp timestamp_;
  Snapshot snapshot_;
};

}  // namespace hornbook::delivery
