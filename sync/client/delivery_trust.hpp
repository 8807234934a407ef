// What a device believes of its school's TUF repository (sync/delivery).
//   DATA/delivery/first-root   the hash of the root that everything follows from: 32 bytes, from the enrolment file or
//                              from a bundle that the school signed
//   DATA/delivery/trusted/     the last verified metadata of each role
#pragma once

#include <filesystem>
#include <optional>

#include "runtime/core/ids.hpp"
#include "sync/delivery/client.hpp"
#include "sync/delivery/trusted_folder.hpp"

namespace hornbook::device {

// Nothing when the school has named none: it is of a version that does not publish.
[[nodiscard]] Result<std::optional<Hash>> delivery_root(const std::filesystem::path& data_directory);
// Another root than the one before begins anew: versions that were seen under that one are forgotten. StorageFailure.
[[nodiscard]] Done trust_delivery_root(const std::filesystem::path& data_directory, const Hash& root);

[[nodiscard]] Result<delivery::TrustedFolder> open_delivery_trust(const std::filesystem::path& data_directory);
// The repository as it is now. The first time the root is fetched and must have the hash `root`. `now` is a time that
// the school signed: a device's own clock may stand anywhere. Errors: sync/delivery/client.hpp.
[[nodiscard]] Result<delivery::Client> update_delivery(const Hash& root, delivery::FileSource& metadata,
                                                       delivery::TrustedFolder& trusted, UnixMs now);

}  // namespace hornbook::device
