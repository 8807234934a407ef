// Bringing assigned packs to the device, object by object.
#pragma once

#include <cstdint>
#include <optional>

#include "sync/client/device_folder.hpp"
#include "sync/link/http_client.hpp"

namespace hornbook::device {

struct PackFetch {
  std::uint64_t installed = 0;
  std::uint64_t objects = 0;           // fetched now
  std::uint64_t waiting = 0;           // packs that are assigned and still not whole
  std::optional<Error> first_failure;  // of a pack; the others went on
};

// Fetches what is missing of each assigned pack and makes a whole one visible. What is already here is not fetched
// again, so that a broken link costs at most one object. Stops before the object that would start past
// `traffic_bytes_max`, which counts everything that `client` has carried. Each index must be signed by a publisher that
// the device trusts.
[[nodiscard]] Result<PackFetch> fetch_packs(DeviceFolder& folder, link::HttpClient& client,
                                            std::uint64_t traffic_bytes_max);

}  // namespace hornbook::device
