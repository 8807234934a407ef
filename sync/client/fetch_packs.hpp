// Bringing assigned packs to the device, object by object.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "sync/client/device_folder.hpp"
#include "sync/delivery/ports.hpp"
#include "sync/link/http_client.hpp"

namespace hornbook::device {

struct PackFetch {
  std::uint64_t installed = 0;
  std::uint64_t objects = 0;           // fetched now
  std::uint64_t waiting = 0;           // packs that are assigned and still not whole
  std::optional<Error> first_failure;  // of a pack; the others went on
};

// Fetches what is missing of each assigned pack and makes a whole one visible. What is already here is not fetched
// again, so that a broken link costs at most one object; when nothing is missing, nothing is asked for. Each index must
// be what the school publishes now (delivery_trust.hpp) and be signed by publishers that the device trusts. When all
// are here, what is neither assigned nor the version before it is removed, unless a station has it open.
// `content` is what a school serves under /content/ (content_source.hpp). Asks `is_spent` before each file.
[[nodiscard]] Result<PackFetch> fetch_packs(DeviceFolder& folder, delivery::FileSource& content,
                                            const std::function<bool()>& is_spent);
// The same over a connection; stops before the file that would start past `traffic_bytes_max`, which counts everything
// that `client` has carried.
[[nodiscard]] Result<PackFetch> fetch_packs(DeviceFolder& folder, link::HttpClient& client,
                                            std::uint64_t traffic_bytes_max);

}  // namespace hornbook::device
