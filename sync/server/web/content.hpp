// Packs for devices: the school's TUF repository (school/publication.hpp), signed indexes and compressed objects by
// hash. They are public: what protects them is the signatures, which every device checks.
#pragma once

#include <filesystem>

#include "sync/link/http.hpp"

namespace hornbook::server {

struct ContentFolders {
  std::filesystem::path packs;     // of a pack::PackStore
  std::filesystem::path delivery;  // of a delivery::Repository
};
// Answers GET /content/metadata/{name}.json, /content/targets/packs/{sha256}.{hex}.index, /content/objects/{hex},
// /content/deltas/{later hex}.{earlier hex} (school/index_deltas.hpp), and /content/packs/{hex}.index for devices that
// know no TUF, with single byte ranges (RFC 9110, section 14); 404 for everything else.
[[nodiscard]] link::HttpResponse answer_content(const ContentFolders& folders, const link::HttpRequest& request);

}  // namespace hornbook::server
