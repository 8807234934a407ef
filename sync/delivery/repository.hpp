// A TUF repository in a folder, as its publisher keeps it: metadata/ and targets/ are what a web server serves, with
// consistent snapshots. added.json holds what was added or removed and is not published yet.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "runtime/core/crypto.hpp"
#include "runtime/core/time.hpp"

namespace hornbook::delivery {

// Keys that sign together, and how many of them must: 1 to their number.
struct KeyGroup {
  std::span<const SigningKey> keys;
  std::size_t threshold = 1;
};

// Two groups: one for root, which is best kept in a drawer, and one that publishes: targets, snapshot and timestamp.
// Every document is checked against the roles that devices will check it with before anything of it is written, and
// timestamp.json, which makes the rest visible, is written last: a power cut leaves what was published before.
class Repository {
 public:
  // Version 1 of everything, with no target. NotAllowed when there is a repository already, BadInput for a threshold
  // that cannot be met, StorageFailure.
  [[nodiscard]] static Result<Repository> create(const std::filesystem::path& folder, const KeyGroup& root,
                                                 UnixMs root_expires, const KeyGroup& publishers, UnixMs expires);
  // NotFound when there is no repository.
  [[nodiscard]] static Result<Repository> open(const std::filesystem::path& folder);

  // The target `path`, in the next publication; replaces one of the same path. BadInput for a path that leads
  // elsewhere, LimitExceeded beyond limits::tuf_target_bytes_max, StorageFailure.
  [[nodiscard]] Done add(std::string_view path, ByteView bytes);

  // `path` is no longer a target from the next publication on. Its file stays: a device may be fetching it.
  [[nodiscard]] Done remove(std::string_view path);
  // What the next publication would list, in order.
  [[nodiscard]] Result<std::vector<std::string>> paths() const;

  // When the newest root and the newest publication expire. NotFound before the first publication.
  struct Expiry {
    UnixMs root = 0;
    UnixMs publication = 0;  // of its timestamp
  };
  [[nodiscard]] Result<Expiry> expiry() const;

  struct Published {
    std::int64_t version = 0;  // of the targets
    std::size_t targets = 0;
  };
  // What was added and removed, in the next version, which is `version_min` at least: a publisher that was restored
  // from a backup has forgotten how far it had counted. NotAllowed when the keys are not the publishers' or too few.
  [[nodiscard]] Result<Published> publish(std::span<const SigningKey> keys, UnixMs expires,
                                          std::int64_t version_min = 1);

  // The next root. A group without keys stays as it is. `old_root` must reach the threshold of the root before.
  // When the publishers change, everything is published anew by them; when that is interrupted, publish() mends it.
  [[nodiscard]] Done rotate(std::span<const SigningKey> old_root, const KeyGroup& new_root, UnixMs root_expires,
                            const KeyGroup& new_publishers, UnixMs expires);

 private:
  explicit Repository(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::filesystem::path folder_;
};

}  // namespace hornbook::delivery
