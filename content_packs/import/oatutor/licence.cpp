#include "content_packs/import/oatutor/licence.hpp"
#include "content_packs/import/spelling.hpp"

#include <array>

namespace hornbook::content::oatutor {
namespace {

struct Known {
  std::string_view part;  // of the address
  std::string_view spdx;  // without the version
};
constexpr std::array<Known, 6> creative_commons = {{{"/by-nc-sa/", "CC-BY-NC-SA-"},
                                                    {"/by-nc-nd/", "CC-BY-NC-ND-"},
                                                    {"/by-nc/", "CC-BY-NC-"},
                                                    {"/by-sa/", "CC-BY-SA-"},
                                                    {"/by-nd/", "CC-BY-ND-"},
                                                    {"/by/", "CC-BY-"}}};
constexpr std::array<Known, 7> names = {{{"CC BY-NC-SA ", "CC-BY-NC-SA-"},
                                         {"CC BY-NC-ND ", "CC-BY-NC-ND-"},
                                         {"CC BY-NC ", "CC-BY-NC-"},
                                         {"CC BY-SA ", "CC-BY-SA-"},
                                         {"CC BY-ND ", "CC-BY-ND-"},
                                         {"CC BY ", "CC-BY-"},
                                         {"CC-BY-", "CC-BY-"}}};

std::optional<std::string> versioned(std::string_view licence, const Known& known) {
  const std::size_t at = licence.find(known.part);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view version = licence.substr(at + known.part.size(), 3);
  const bool is_version = version.size() == 3 && version[0] >= '1' && version[0] <= '9' && version[1] == '.';
  if (!is_version) return std::nullopt;
  return std::string(known.spdx) + std::string(version);
}

}  // namespace

std::optional<std::string> spdx_of(std::string_view licence) {
  for (const Known& known : creative_commons)
    if (auto spdx = versioned(licence, known)) return spdx;
  for (const Known& known : names)
    if (auto spdx = versioned(licence, known)) return spdx;
  if (licence.find("publicdomain/zero") != std::string_view::npos || licence.find("CC0") != std::string_view::npos)
    return "CC0-1.0";
  return std::nullopt;
}

std::string author_of(std::string_view source) {
  source = trimmed(source);
  const std::size_t open = source.find('<');
  const std::size_t close = source.rfind('>');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return source == "0.0" || source == "0" ? std::string() : std::string(source);
  const std::string_view address = trimmed(source.substr(0, open));
  const std::string_view name = trimmed(source.substr(open + 1, close - open - 1));
  if (name.empty()) return std::string(address);
  return address.empty() ? std::string(name) : std::string(name) + ", " + std::string(address);
}

}  // namespace hornbook::content::oatutor
