// Devices' bundles that came in a folder, such as a USB stick that several devices and schools use.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/server/ingest/exchange.hpp"

namespace hornbook::server {

struct FolderImport {
  std::size_t taken = 0;
  std::size_t of_others = 0;  // bundles for other schools, or with a damaged mailbox
  std::size_t events_new = 0;
  std::size_t events_known = 0;
  std::size_t events_waiting = 0;
  std::size_t replies = 0;
  std::vector<std::pair<std::string, Error>> refused;  // by file name, which names nobody
};

// Takes the bundles for this school in the order of their names; one that is damaged or refused does not stop the
// others. With `reply_to`, which may be the same folder, writes an answer for each beside them, under a random name,
// and then deletes the answers of before for the same devices. Replaying a folder changes nothing but the answers.
// StorageFailure when `folder` cannot be read, or when an answer cannot be written: what was taken is stored all the
// same, and a repetition makes the answers.
[[nodiscard]] Result<FolderImport> import_folder(School& school, Library& library, const std::filesystem::path& folder,
                                                 const std::filesystem::path& reply_to, UnixMs now_ms);

}  // namespace hornbook::server
