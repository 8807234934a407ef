#include "content_packs/import/storybook/import_storybook.hpp"

#include <algorithm>
#include <charconv>

#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/oatutor/licence.hpp"
#include "content_packs/import/storybook/book.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content {
namespace {

using storybook::Book;

constexpr const char* place = "storybooks";
constexpr std::size_t language_tag_bytes_min = 2;

struct Found {
  std::string path;
  Book book;
  std::string language;
};

bool is_book(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.ends_with(".md") && name != "README.md" && name != "LICENSE.md";
}

std::string about(const Book& book, std::string_view name) {
  const auto found = book.about.find(name);
  return found == book.about.end() ? std::string() : found->second;
}

// What the book says, or the folder that it lies in.
std::string language_of(const std::string& path, const Book& book) {
  const std::string said = about(book, "language");
  if (!said.empty()) return said;
  const std::size_t end = path.rfind('/');
  if (end == std::string::npos) return {};
  const std::size_t start = path.rfind('/', end - 1);
  const std::string folder = path.substr(start == std::string::npos ? 0 : start + 1, end - (start + 1));
  const bool looks_like_a_tag = folder.size() >= language_tag_bytes_min && folder.size() <= 3;
  return looks_like_a_tag ? folder : std::string();
}

std::string most_frequent_language(const std::vector<Found>& books) {
  std::map<std::string, std::size_t> counts;
  for (const Found& found : books)
    if (!found.language.empty()) ++counts[found.language];
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::string("und") : most->first;
}

// "[CC-BY]" has no version: SPDX has a name for what it does not list.
std::string licence_of(const Book& book, Remarks& remarks) {
  std::string said = about(book, "license");
  std::erase_if(said, [](char c) { return c == '[' || c == ']' || c == '\\'; });
  if (said.empty()) {
    remarks.push_back({Outcome::Approximated, "licence-missing", "License", "the book does not say its licence"});
    return {};
  }
  if (const auto spdx = oatutor::spdx_of(said)) return *spdx;
  remarks.push_back({Outcome::Taken, "licence-without-version", "License",
                     "\"" + said + "\" is kept as it is: SPDX has no such licence without a version"});
  std::replace(said.begin(), said.end(), ' ', '-');
  return "LicenseRef-" + said;
}

// "Nina Orange (text)", in the order in which books have them.
std::vector<std::string> authors_of(const Book& book) {
  std::vector<std::string> authors;
  for (const char* role : {"text", "adaptation", "illustration", "translation", "translated by"}) {
    const std::string name = about(book, role);
    if (!name.empty()) authors.push_back(name + " (" + role + ")");
  }
  return authors;
}

std::uint8_t level_of(const Book& book, std::size_t words, Remarks& remarks) {
  const std::string said = about(book, "level");
  int number = 0;
  const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), number);
  if (error != std::errc() || number < 1) {
    remarks.push_back({Outcome::Taken, "level-by-length", "Level",
                       "the book names no level; it follows from its " + std::to_string(words) + " words"});
    return level_by_words(words);
  }
  const int highest = static_cast<int>(limits::passage_levels_max);
  if (number > highest)
    remarks.push_back({Outcome::Approximated, "level-beyond-the-last", "Level",
                       "level " + said + " is kept as " + std::to_string(highest) + ", the last there is"});
  return static_cast<std::uint8_t>(std::min(number, highest));
}

// A path as it is meant from the book's folder.
std::string beside(const std::string& book, const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(book).parent_path();
  return (folder / path).lexically_normal().generic_string();
}

class Shelf {
 public:
  Shelf(const SourceTree& tree, std::string language) : tree_(tree) { imported_.pack.language = std::move(language); }

  void add(const Found& found) {
    ItemReport report;
    report.id = found.path;
    if (found.language != imported_.pack.language) {
      report.remarks.push_back({Outcome::Refused, "language-other", found.language,
                                "the pack is in \"" + imported_.pack.language + "\"; import it by itself"});
    } else {
      take(found, report);
    }
    report.outcome = std::max(report.outcome, outcome_of(report.remarks));
    imported_.report.items.push_back(std::move(report));
  }

  Imported finish() {
    ImportedPack& pack = imported_.pack;
    pack.name = "org.africanstorybook." + identifier_of(pack.language);
    pack.title = "African Storybook";
    pack.authors = {"African Storybook, https://www.africanstorybook.org"};
    pack.subject = "reading";
    pack.licence = licence_of_all();
    for (std::uint8_t level = 1; level <= limits::passage_levels_max; ++level) {
      const bool is_used = std::any_of(pack.readers.begin(), pack.readers.end(),
                                       [&](const ImportedReader& reader) { return reader.level == level; });
      const std::string title = "African Storybook " + std::to_string(level);
      if (is_used) pack.skills.push_back({skill_of(level), title, title, {}});
    }
    imported_.report.format = "storybook";
    imported_.report.skills = pack.skills.size();
    imported_.report.media = pack.media.size();
    return std::move(imported_);
  }

 private:
  static std::string skill_of(std::uint8_t level) { return "stories-" + std::to_string(level); }

  void take(const Found& found, ItemReport& report) {
    ImportedReader reader;
    const std::string name = std::filesystem::path(found.path).stem().string();
    reader.id = ids_.give(name);
    reader.title = found.book.title.empty() ? name : found.book.title;
    if (found.book.title.empty())
      report.remarks.push_back({Outcome::Approximated, "title-missing", "", "its file's name stands in for its title"});
    for (std::size_t page = 0; page < found.book.pages.size(); ++page)
      for (const ReaderBlock& block : found.book.pages[page]) take_block(found, block, page + 1, reader, report);
    reader.level = level_of(found.book, count_words(reader), report.remarks);
    reader.skill = skill_of(reader.level);
    reader.authors = authors_of(found.book);
    reader.licence = licence_of(found.book, report.remarks);
    reader.source = "African Storybook, https://www.africanstorybook.org, " + name;
    if (const std::string note = about(found.book, "note"); !note.empty()) reader.source += ". " + note;
    std::vector<ImportedReader> parts = fitting(std::move(reader));
    if (parts.empty()) report.remarks.push_back({Outcome::Refused, "book-empty", "", "there is nothing to read in it"});
    for (ImportedReader& part : parts) {
      report.items.push_back("read-" + part.id);
      imported_.pack.readers.push_back(std::move(part));
    }
  }

  void take_block(const Found& found, const ReaderBlock& block, std::size_t page, ImportedReader& reader,
                  ItemReport& report) {
    const auto* picture = std::get_if<ReaderPicture>(&block);
    if (picture == nullptr) return reader.blocks.push_back(block);
    const std::string where = "page " + std::to_string(page);
    const std::string path = beside(found.path, picture->path);
    const auto file = tree_.find(path);
    if (file == tree_.end())
      return report.remarks.push_back({Outcome::Approximated, "picture-missing", where,
                                       "the picture " + picture->path + " is not there; it is left out"});
    ReaderPicture taken{"media/" + path, picture->description};
    if (taken.description.empty()) {
      taken.description = reader.title;
      report.remarks.push_back({Outcome::Approximated, "picture-without-description", where,
                                "the title stands in for what the picture shows"});
    }
    imported_.pack.media.emplace(taken.path, file->second);
    reader.blocks.emplace_back(std::move(taken));
  }

  // That of most books; the others name their own.
  [[nodiscard]] std::string licence_of_all() const {
    std::map<std::string, std::size_t> counts;
    for (const ImportedReader& reader : imported_.pack.readers) ++counts[reader.licence];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() || most->first.empty() ? "LicenseRef-unknown" : most->first;
  }

  const SourceTree& tree_;
  Imported imported_;
  UniqueIdentifiers ids_;
};

}  // namespace

Result<Imported> import_storybook(const SourceTree& tree, const StorybookOptions& options) {
  std::vector<Found> books;
  for (const auto& [path, bytes] : tree) {
    if (!is_book(path)) continue;
    Found found{path, storybook::read_book(as_text(bytes)), {}};
    found.language = language_of(path, found.book);
    books.push_back(std::move(found));
  }
  if (books.empty()) return fail(ErrorCode::NotFound, place, "there is no book: no file NAME.md");
  Shelf shelf(tree, options.language.empty() ? most_frequent_language(books) : options.language);
  for (const Found& found : books) shelf.add(found);
  Imported imported = shelf.finish();
  if (imported.pack.readers.empty()) return fail(ErrorCode::BadInput, place, "no book could be taken in that language");
  return imported;
}

}  // namespace hornbook::content
