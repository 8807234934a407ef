// Packs for devices: signed indexes and compressed objects by hash. They are public: what protects them is the
// publishers' signature, which every device checks.
#pragma once

#include <filesystem>

#include "sync/link/http.hpp"

namespace hornbook::server {

// Answers GET /content/packs/{hex}.index and /content/objects/{hex}, with single byte ranges (RFC 9110, section 14);
// 404 for everything else.
[[nodiscard]] link::HttpResponse answer_content(const std::filesystem::path& packs_directory,
                                                const link::HttpRequest& request);

}  // namespace hornbook::server
