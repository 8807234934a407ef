// An imported task as the field of an item, a step or a hint.
#pragma once

#include "content_packs/import/source_writer.hpp"

namespace hornbook::content {

void write_task(SourceWriter& writer, const ImportedTask& task);

}  // namespace hornbook::content
