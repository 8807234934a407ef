#include "content_packs/import/epub/import_epub.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "content_packs/import/archive.hpp"
#include "content_packs/import/epub/publication.hpp"
#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/oatutor/licence.hpp"
#include "content_packs/import/picture_size.hpp"
#include "content_packs/import/played_file.hpp"
#include "content_packs/import/spelling.hpp"
#include "content_packs/import/text_structure.hpp"
#include "content_packs/import/things.hpp"
#include "content_packs/import/xhtml/document.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content {
namespace {

using epub::Publication;

constexpr const char* place = "EPUB";
// A book up to this many words is one reader; a longer one is a reader for each of its chapters.
constexpr std::size_t one_reader_words_max = 3000;
constexpr std::array<std::string_view, 5> picture_endings{".svg", ".png", ".jpg", ".jpeg", ".gif"};

struct Found {
  std::string name;  // of the file
  SourceTree container;
  Publication publication;
  Remarks remarks;
};

std::string name_without_ending(const std::string& path) {
  const std::string stem = std::filesystem::path(path).stem().string();
  return stem.empty() ? path : stem;
}

bool is_picture(std::string_view path) {
  const std::string small = in_small_letters(path);
  return std::any_of(picture_endings.begin(), picture_endings.end(),
                     [&](std::string_view ending) { return small.ends_with(ending); });
}

std::string base_language(const std::string& tag) { return tag.substr(0, tag.find('-')); }

// Puts the pictures of a document where they are shown: signs into their lines, the others between paragraphs.
class PicturesOfBook {
 public:
  PicturesOfBook(const Found& found, const ImportedReader& book, const std::vector<xhtml::Picture>& pictures,
                 std::map<std::string, Bytes>& media, ItemReport& report)
      : found_(found), book_(book), pictures_(pictures), media_(media), report_(report) {}

  std::vector<ReaderBlock> placed(std::vector<ReaderBlock> blocks) {
    for (ReaderBlock& block : blocks) {
      if (auto* paragraph = std::get_if<ReaderParagraph>(&block)) {
        place(paragraph->text);
      } else if (auto* heading = std::get_if<ReaderHeading>(&block)) {
        heading->text = with_things(heading->text, [&](std::size_t at) { return sign(pictures_[at - 1]); });
        placed_.push_back(std::move(block));
      } else if (auto* picture = std::get_if<ReaderPicture>(&block); take({picture->path, picture->description})) {
        picture->description = description_of({picture->path, picture->description});
        picture->path = path_of(picture->path);
        placed_.push_back(std::move(block));
      }
    }
    return std::move(placed_);
  }

 private:
  void remark(const char* code, const std::string& where, const char* sentence) {
    report_.remarks.push_back({Outcome::Approximated, code, where, sentence});
  }

  [[nodiscard]] std::string path_of(const std::string& path) const {
    return path_in_line("media/" + book_.id + "/" + path);
  }
  [[nodiscard]] std::string description_of(const xhtml::Picture& picture) const {
    return picture.description.empty() ? book_.title : picture.description;
  }

  // Nothing when it is not there; reported.
  const Bytes* take(const xhtml::Picture& picture) {
    const auto file = found_.container.find(picture.path);
    if (file == found_.container.end() || !is_picture(picture.path)) {
      remark("picture-missing", picture.path,
             "the picture is not there, or of a kind that is not shown; it is left out");
      return nullptr;
    }
    if (picture.description.empty())
      remark("picture-without-description", picture.path, "the title stands in for what the picture shows");
    media_.emplace(path_of(picture.path), file->second);
    return &file->second;
  }

  // In a place that takes no drawing.
  std::string sign(const xhtml::Picture& picture) {
    const Bytes* bytes = take(picture);
    if (bytes == nullptr) return {};
    if (!fits_in_line(*bytes))
      remark("picture-set-small", picture.path, "it stands in a list, a table or a heading, as high as a line");
    return picture_in_line(path_of(picture.path), description_of(picture));
  }

  void place(const std::string& text) {
    if (is_list(text) || has_table(text)) {
      std::string whole = with_things(text, [&](std::size_t at) { return sign(pictures_[at - 1]); });
      return placed_.push_back(ReaderParagraph{std::move(whole)});
    }
    std::string line;
    const auto end_line = [&] {
      if (!trimmed(line).empty()) placed_.push_back(ReaderParagraph{std::string(trimmed(line))});
      line.clear();
    };
    const auto show = [&](std::size_t at) -> std::string {
      const xhtml::Picture& picture = pictures_[at - 1];
      const Bytes* bytes = take(picture);
      if (bytes == nullptr) return {};
      if (fits_in_line(*bytes)) {
        line += picture_in_line(path_of(picture.path), description_of(picture));
      } else {
        end_line();
        placed_.push_back(ReaderPicture{path_of(picture.path), description_of(picture)});
      }
      return {};
    };
    static_cast<void>(with_things(text, show, [&](std::string_view words) {
      line += words;
      return std::string();
    }));
    end_line();
  }

  const Found& found_;
  const ImportedReader& book_;
  const std::vector<xhtml::Picture>& pictures_;
  std::map<std::string, Bytes>& media_;
  ItemReport& report_;
  std::vector<ReaderBlock> placed_;
};

class Library {
 public:
  Library(std::string language, const EpubOptions& options) : options_(options) {
    imported_.pack.language = std::move(language);
  }

  void refuse(const std::string& name, const Error& error) {
    ItemReport report;
    report.id = name;
    report.remarks.push_back({Outcome::Refused, "book-broken", "", describe(error)});
    report.outcome = Outcome::Refused;
    imported_.report.items.push_back(std::move(report));
  }

  void add(Found found) {
    ItemReport report;
    report.id = found.name;
    report.remarks = std::move(found.remarks);
    if (base_language(found.publication.language) != base_language(imported_.pack.language)) {
      report.remarks.push_back({Outcome::Refused, "language-other", found.publication.language,
                                "the pack is in \"" + imported_.pack.language + "\"; import it by itself"});
    } else {
      take(found, report);
    }
    report.outcome = std::max(report.outcome, outcome_of(report.remarks));
    imported_.report.items.push_back(std::move(report));
  }

  Imported finish() {
    ImportedPack& pack = imported_.pack;
    std::set<std::string> authors, licences;
    for (const ImportedReader& reader : pack.readers) {
      authors.insert(reader.authors.begin(), reader.authors.end());
      licences.insert(reader.licence);
    }
    pack.title = titles_.size() == 1 ? titles_.front() : "Books";
    pack.name = "org.example.epub." + identifier_of(pack.title);
    pack.authors.assign(authors.begin(), authors.end());
    if (pack.authors.size() > limits::pack_list_entries_max) pack.authors.resize(limits::pack_list_entries_max);
    if (pack.authors.empty()) pack.authors = {"unknown"};
    pack.subject = "reading";
    pack.licence = licences.size() == 1 ? *licences.begin() : "LicenseRef-several";
    for (std::uint8_t level = 1; level <= limits::passage_levels_max; ++level) {
      const bool is_used = std::any_of(pack.readers.begin(), pack.readers.end(),
                                       [&](const ImportedReader& reader) { return reader.level == level; });
      const std::string title = pack.title + " " + std::to_string(level);
      if (is_used) pack.skills.push_back({skill_of(level), title, title, {}});
    }
    imported_.report.format = "epub";
    imported_.report.skills = pack.skills.size();
    imported_.report.media = pack.media.size();
    return std::move(imported_);
  }

 private:
  struct Chapter {
    std::string title;
    std::vector<ReaderBlock> blocks;
    std::optional<ImportedSound> sound;
  };

  // The first sound of a chapter that can be taken stands beside its text.
  void play(const Found& found, const std::string& where, const xhtml::Played& played,
            std::optional<ImportedSound>& sound, ItemReport& report) {
    const auto leave_out = [&](const char* sentence) {
      report.remarks.push_back({Outcome::Approximated, "media-left-out", where, sentence});
    };
    if (played.is_video) return leave_out("a video was left out: here one belongs to a question, and a book has none");
    if (sound) return leave_out("a further sound of a chapter was left out");
    const auto file_at = [&](const std::vector<std::string>& paths) -> const Bytes* {
      for (const std::string& path : paths)
        if (const auto file = found.container.find(path); file != found.container.end()) return &file->second;
      return nullptr;
    };
    PlayedFile offered{
        played.files.empty() ? "" : played.files.front(), nullptr, file_at(played.captions), played.words, {}};
    for (const std::string& path : played.files)
      if (const auto file = found.container.find(path); file != found.container.end()) {
        offered.name = path;
        offered.file = &file->second;
        if (sound_length_ms(file->second)) break;
      }
    sound = take_sound(offered, where, imported_.pack.media, report.remarks);
  }

  static std::string skill_of(std::uint8_t level) { return "books-" + std::to_string(level); }

  void take(const Found& found, ItemReport& report) {
    ImportedReader book = about(found, report);
    std::vector<Chapter> chapters = chapters_of(found, book, report);
    std::size_t words = 0;
    for (const Chapter& chapter : chapters) {
      book.blocks = chapter.blocks;
      words += count_words(book);
    }
    if (words <= one_reader_words_max) chapters = {joined(std::move(chapters))};
    titles_.push_back(book.title);
    const std::string title = book.title, id = book.id;
    for (std::size_t at = 0; at < chapters.size(); ++at) {
      book.blocks = std::move(chapters[at].blocks);
      book.sound = std::move(chapters[at].sound);
      book.id = at == 0 ? id : ids_.give(id + "-" + std::to_string(at + 1));
      book.title = chapters[at].title.empty() ? title : title + ": " + chapters[at].title;
      add_reader(book, report);
    }
    if (report.items.empty())
      report.remarks.push_back({Outcome::Refused, "book-empty", "", "there is nothing to read in it"});
  }

  void add_reader(const ImportedReader& book, ItemReport& report) {
    for (ImportedReader& part : fitting(book)) {
      part.level = options_.level > 0 ? options_.level : level_by_words(count_words(part));
      part.skill = skill_of(part.level);
      report.items.push_back("read-" + part.id);
      imported_.pack.readers.push_back(std::move(part));
    }
  }

  ImportedReader about(const Found& found, ItemReport& report) {
    const Publication& publication = found.publication;
    ImportedReader book;
    book.id = ids_.give(found.name);
    book.title = publication.title.empty() ? found.name : publication.title;
    if (publication.title.empty())
      report.remarks.push_back({Outcome::Approximated, "title-missing", "", "the file's name stands in for its title"});
    book.authors = publication.creators;
    const auto spdx = oatutor::spdx_of(publication.rights);
    book.licence = spdx.value_or("LicenseRef-unknown");
    if (!spdx)
      report.remarks.push_back({Outcome::Approximated, "licence-unclear", "dc:rights",
                                publication.rights.empty()
                                    ? "the book does not say its licence; ask before you share it"
                                    : "no licence is known by \"" + publication.rights + "\""});
    book.source = publication.source.empty() ? publication.identifier : publication.source;
    if (options_.level == 0)
      report.remarks.push_back({Outcome::Taken, "level-by-length", "", "its level follows from its number of words"});
    return book;
  }

  // A document that begins with a heading begins a chapter; others go on with the one before.
  std::vector<Chapter> chapters_of(const Found& found, const ImportedReader& book, ItemReport& report) {
    std::vector<Chapter> chapters;
    for (const epub::SpineItem& item : found.publication.spine) {
      if (item.is_navigation) {
        report.remarks.push_back({Outcome::Taken, "navigation-left-out", item.path, "a table of contents is not read"});
        continue;
      }
      if (item.is_encrypted) {
        report.remarks.push_back(
            {Outcome::Refused, "encrypted", item.path, "it is protected (DRM) and cannot be read"});
        continue;
      }
      Remarks remarks;
      xhtml::Document document = xhtml::read_document(item.path, found.container.at(item.path), remarks);
      for (Remark& remark : softened(std::move(remarks))) report.remarks.push_back(std::move(remark));
      std::vector<ReaderBlock> blocks = PicturesOfBook(found, book, document.pictures, imported_.pack.media, report)
                                            .placed(std::move(document.blocks));
      const auto* heading = blocks.empty() ? nullptr : std::get_if<ReaderHeading>(&blocks.front());
      if (chapters.empty() || heading != nullptr) chapters.push_back({heading == nullptr ? "" : heading->text, {}, {}});
      for (const xhtml::Played& played : document.played) play(found, item.path, played, chapters.back().sound, report);
      std::move(blocks.begin(), blocks.end(), std::back_inserter(chapters.back().blocks));
    }
    return chapters;
  }

  static Chapter joined(std::vector<Chapter> chapters) {
    Chapter whole;
    for (Chapter& chapter : chapters) {
      std::move(chapter.blocks.begin(), chapter.blocks.end(), std::back_inserter(whole.blocks));
      if (!whole.sound) whole.sound = std::move(chapter.sound);
    }
    return whole;
  }

  const EpubOptions& options_;
  Imported imported_;
  UniqueIdentifiers ids_;
  std::vector<std::string> titles_;
};

struct Opened {
  std::vector<Found> books;
  std::vector<std::pair<std::string, Error>> broken;
};

void open_book(const std::string& name, SourceTree container, Opened& opened) {
  Found found{name, std::move(container), {}, {}};
  auto publication = epub::read_publication(found.container, found.remarks);
  if (!publication) {
    opened.broken.emplace_back(name, std::move(publication).error());
    return;
  }
  found.publication = std::move(*publication);
  if (found.publication.language.empty()) found.publication.language = "und";
  opened.books.push_back(std::move(found));
}

Opened open_books(const SourceTree& tree) {
  Opened opened;
  if (tree.contains("META-INF/container.xml")) open_book("book", tree, opened);
  for (const auto& [path, bytes] : tree) {
    if (!path.ends_with(".epub")) continue;
    auto container = read_archive(bytes);
    if (container) {
      open_book(name_without_ending(path), std::move(*container), opened);
    } else {
      opened.broken.emplace_back(name_without_ending(path), std::move(container).error());
    }
  }
  return opened;
}

std::string most_frequent_language(const std::vector<Found>& books) {
  std::map<std::string, std::size_t> counts;
  for (const Found& found : books) ++counts[base_language(found.publication.language)];
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::string("und") : most->first;
}

}  // namespace

Result<Imported> import_epub(const SourceTree& tree, const EpubOptions& options) {
  Opened opened = open_books(tree);
  if (opened.books.empty() && opened.broken.empty()) return fail(ErrorCode::NotFound, place, "there is no EPUB");
  if (opened.books.empty() && opened.broken.size() == 1) return tl::unexpected(opened.broken.front().second);
  Library library(options.language.empty() ? most_frequent_language(opened.books) : options.language, options);
  for (const auto& [name, error] : opened.broken) library.refuse(name, error);
  for (Found& found : opened.books) library.add(std::move(found));
  Imported imported = library.finish();
  if (!imported.pack.readers.empty()) return imported;
  const bool is_protected = count(imported.report).remarks.contains("encrypted");
  return fail(ErrorCode::BadInput, place,
              is_protected ? "it is protected (DRM) and cannot be read" : "no book could be taken in that language");
}

}  // namespace hornbook::content
