#include "content_packs/import/oatutor/figures.hpp"

#include "content_packs/import/identifiers.hpp"

namespace hornbook::content::oatutor {
namespace {

bool is_elsewhere(std::string_view name) {
  return name.find("://") != std::string_view::npos || name.starts_with("www.") ||
         name.find("youtu") != std::string_view::npos;
}

}  // namespace

const Bytes* Figures::find(const std::string& name) const {
  if (const auto exact = problem_.figures.find(name); exact != problem_.figures.end()) return exact->second;
  for (const auto& [each, bytes] : problem_.figures)
    if (identifier_of(each) == identifier_of(name)) return bytes;
  return nullptr;
}

std::optional<ImportedFigure> Figures::figure_of(const Text& text, const std::string& description,
                                                 const std::string& where, Remarks& remarks) const {
  std::optional<ImportedFigure> figure;
  const auto remark = [&](const char* code, std::string sentence) {
    remarks.push_back({Outcome::Approximated, code, where, std::move(sentence)});
  };
  for (const std::string& name : text.pictures) {
    const Bytes* bytes = find(name);
    if (is_elsewhere(name)) {
      remark("picture-elsewhere", "\"" + name.substr(0, 80) + "\" is not in the pool; it was left out");
    } else if (bytes == nullptr) {
      remark("picture-missing", "there is no figures/" + name.substr(0, 80) + "; it was left out");
    } else if (figure) {
      remark("picture-beyond-the-first", "a text has one picture; " + name.substr(0, 80) + " was left out");
    } else {
      figure = ImportedFigure{"media/" + folder_ + "/" + identifier_of(name), description};
      media_.emplace(figure->path, *bytes);
      remark("picture-without-description", "what " + name.substr(0, 80) + " shows is not said; a title stands in");
    }
  }
  return figure;
}

}  // namespace hornbook::content::oatutor
