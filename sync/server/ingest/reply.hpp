// What the school answers a device: what is stored, and whatever waits for it.
#pragma once

#include "sync/bundle/bundle.hpp"
#include "sync/server/ingest/arrivals.hpp"
#include "sync/server/ingest/cursors.hpp"
#include "sync/server/school/devices.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

// Levels of the epochs that the bundle spoke of and of those with gaps; unsigned. Nothing is said of an epoch that two
// cards have written: an acknowledgement names an epoch by its number alone and would make the other card delete.
//
// Backed up: with the setting `backup` = "mirrored" (the data folder lies on storage that keeps a second copy) what is
// stored counts as backed up, also above a gap; otherwise nothing does, and devices keep their segments for the
// school's grace time.
[[nodiscard]] Result<journal::Acknowledgement> acknowledgement_for(School& school, const Device& device,
                                                                   const Arrivals& arrivals, UnixMs now_ms);

// Leases, bases, parameters, the school's rules and packs that the device lacks, as far as
// limits::down_bundle_bytes_max allows, and the name of the cursor that it has then. A device whose cursor the school
// does not know (nullopt) is asked for it, and brought the rest with its next bundle.
[[nodiscard]] Done add_what_waits(School& school, const Device& device, std::optional<DeviceCursor> cursor,
                                  bundle::DownBundle& down, UnixMs now_ms, std::size_t bases_bytes_max);

}  // namespace hornbook::server
