// The files of a OneRoster bulk set, from a folder or a ZIP archive, with limits against archives that explode.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "runtime/core/error.hpp"

namespace hornbook::server {

// By file name, such as "users.csv". Files that OneRoster does not name are left out.
using RosterFiles = std::map<std::string, std::string, std::less<>>;

// NotFound when there is nothing, BadInput when the archive is malformed or has a name that leads outside of it,
// LimitExceeded when a file, their number or the whole would pass limits::csv_bytes_max and its siblings.
[[nodiscard]] Result<RosterFiles> read_roster_files(const std::filesystem::path& directory_or_zip);

}  // namespace hornbook::server
