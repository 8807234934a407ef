// What the records of a damaged journal were, told by the kinds of their columns, and their way into a new one.
#pragma once

#include "runtime/journal/database.hpp"
#include "runtime/journal/salvage/page_records.hpp"

namespace hornbook::journal {

// Puts every record that `read` gives into the tables of `fresh`; one that is there already stays as it is. To be
// called within a transaction. StorageFailure when the disk refuses.
[[nodiscard]] Done put_records(Database& fresh, std::uint32_t page_count, const ReadPage& read);

}  // namespace hornbook::journal
