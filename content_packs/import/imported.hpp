// What an importer gives: a pack and what came of it.
#pragma once

#include "content_packs/import/imported_pack.hpp"
#include "content_packs/import/report.hpp"

namespace hornbook::content {

struct Imported {
  ImportedPack pack;
  ImportReport report;
};

}  // namespace hornbook::content
