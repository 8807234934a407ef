// The tables of the school's store; each is described in sync/server/STORE.md.
#pragma once

#include "sync/server/store/database.hpp"

namespace hornbook::server {

// Makes the tables in an empty file; leaves a file of this version alone. Corrupt when the file is of another program
// or a later version.
[[nodiscard]] Done prepare_schema(Database& database);

}  // namespace hornbook::server
