#include "content_packs/import/oatutor/figures.hpp"

#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/spelling.hpp"

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

std::vector<ImportedFigure> Figures::all_of(const Text& text, const std::string& description, const std::string& where,
                                            Remarks& remarks) const {
  std::vector<ImportedFigure> figures;
  const auto remark = [&](const char* code, std::string sentence) {
    remarks.push_back({Outcome::Approximated, code, where, std::move(sentence)});
  };
  for (const std::string& name : text.pictures) {
    const Bytes* bytes = find(name);
    if (is_elsewhere(name)) {
      remark("picture-elsewhere", "\"" + cut(name, 80) + "\" is not in the pool; it was left out");
    } else if (bytes == nullptr) {
      remark("picture-missing", "there is no figures/" + cut(name, 80) + "; it was left out");
    } else {
      figures.push_back({"media/" + folder_ + "/" + identifier_of(name), description});
      media_.emplace(figures.back().path, *bytes);
      remark("picture-without-description", "what " + cut(name, 80) + " shows is not said; a title stands in");
    }
  }
  return figures;
}

std::optional<ImportedFigure> Figures::figure_of(const Text& text, const std::string& description,
                                                 const std::string& where, Remarks& remarks) const {
  const std::vector<ImportedFigure> figures = all_of(text, description, where, remarks);
  for (std::size_t i = 1; i < figures.size(); ++i) leave_out(figures[i], where, remarks);
  return figures.empty() ? std::nullopt : std::optional(figures.front());
}

void leave_out(const ImportedFigure& figure, const std::string& where, Remarks& remarks) {
  remarks.push_back({Outcome::Approximated, "picture-beyond-the-first", where,
                     "a text has one picture; " + figure.path + " is in the pack, but nothing shows it"});
}

}  // namespace hornbook::content::oatutor
