#include "content_packs/import/xhtml/xml.hpp"

#include <filesystem>

#include "content_packs/import/spelling.hpp"

namespace hornbook::content::xhtml {

std::string resolved(const std::string& base, std::string_view href) {
  href = href.substr(0, href.find('#'));
  const bool is_elsewhere = href.find("://") != std::string_view::npos || href.starts_with("data:") || href.empty();
  if (is_elsewhere) return {};
  const std::filesystem::path folder = std::filesystem::path(base).parent_path();
  const std::string path = (folder / percent_decoded(href)).lexically_normal().generic_string();
  const bool is_outside = path.starts_with("..") || path.starts_with('/') || path == "." || path.ends_with('/');
  return is_outside ? std::string() : path;
}

}  // namespace hornbook::content::xhtml
