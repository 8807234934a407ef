// import: the content of other systems as a pack's source, with a report.
#include <cstdio>
#include <fstream>
#include <functional>

#include "content_packs/import/archive.hpp"
#include "content_packs/import/csv/import_csv.hpp"
#include "content_packs/import/epub/import_epub.hpp"
#include "content_packs/import/h5p/import_h5p.hpp"
#include "content_packs/import/oatutor/import_oatutor.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "content_packs/import/qti/import_qti.hpp"
#include "content_packs/import/storybook/import_storybook.hpp"
#include "platform/programs/pack/commands.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/pack/durable_file.hpp"

namespace hornbook::platform {
namespace {

constexpr const char* place = "import";

Done is_new_or_empty(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (!std::filesystem::exists(folder, ignored) || std::filesystem::is_empty(folder, ignored)) return {};
  return fail(ErrorCode::BadInput, place, folder.string() + " is there already; name a new folder");
}

Done write_source(const content::SourceTree& tree, const std::filesystem::path& folder) {
  for (const auto& [path, bytes] : tree) {
    const std::filesystem::path file = folder / path;
    std::error_code failure;
    std::filesystem::create_directories(file.parent_path(), failure);
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (failure || !out) return fail(ErrorCode::StorageFailure, place, file.string() + " cannot be written");
  }
  return {};
}

// A folder's name need not be UTF-8.
Done write_report(const content::ImportReport& report, const std::filesystem::path& file) {
  const std::string text = content::to_json(report).dump(2, ' ', false, pack::Json::error_handler_t::replace);
  return pack::write_file_durably(file, as_bytes(text + "\n"));
}

void print_tally(const char* name, const content::Tally& tally) {
  std::printf("%-10s %6zu taken %6zu approximated %6zu refused\n", name, tally.taken, tally.approximated,
              tally.refused);
}

void print_counts(const content::ImportReport& report) {
  const content::ImportCounts counts = content::count(report);
  print_tally("problems", counts.problems);
  print_tally("steps", counts.steps);
  std::printf("%zu items, %zu hints, %zu of them scaffolds, %zu skills, %zu media files\n", counts.items, counts.hints,
              counts.scaffolds, report.skills, report.media);
  for (const auto& [kind, steps] : counts.kinds) std::printf("  %6zu steps are %s\n", steps, kind.c_str());
  for (const auto& [code, times] : counts.remarks) std::printf("  %6zu times %s\n", times, code.c_str());
}

// The report is written and told even when nothing could be taken.
Done write_out(const content::Imported& imported, const ImportOptions& options) {
  if (!options.report.empty()) TRY_DONE(write_report(imported.report, options.report));
  print_counts(imported.report);
  if (imported.pack.items.empty() && imported.pack.readers.empty())
    return fail(ErrorCode::BadInput, place, "no item could be taken; the report says why");
  return write_source(content::to_source(imported.pack), options.output);
}

// A table is a file by itself, or lies beside its pictures.
Result<content::SourceTree> read_input(const std::filesystem::path& input) {
  std::error_code ignored;
  if (!content::is_table(input.filename().string()) || std::filesystem::is_directory(input, ignored))
    return content::read_folder_or_archive(input);
  TRY_ASSIGN(Bytes table, pack::read_file(input, limits::csv_bytes_max));
  return content::SourceTree{{input.filename().string(), std::move(table)}};
}

using Import = std::function<Result<content::Imported>(const content::SourceTree&)>;

Done import_with(const ImportOptions& options, const Import& import) {
  TRY_DONE(is_new_or_empty(options.output));
  TRY_ASSIGN(const content::SourceTree tree, read_input(options.input));
  TRY_ASSIGN(const content::Imported imported, import(tree));
  return write_out(imported, options);
}

}  // namespace

Done import_oatutor_command(const ImportOptions& options) {
  return import_with(options, [&](const content::SourceTree& tree) {
    return content::import_oatutor(tree, {options.course, options.language});
  });
}

Done import_qti_command(const ImportOptions& options) {
  return import_with(options, [](const content::SourceTree& tree) { return content::import_qti(tree); });
}

Done import_csv_command(const ImportOptions& options) {
  return import_with(options, [&](const content::SourceTree& tree) {
    const std::string language = options.language.empty() ? "en" : options.language;
    return content::import_csv(tree, {options.title, language, options.author, options.licence});
  });
}

Done import_h5p_command(const ImportOptions& options) {
  return import_with(options, [](const content::SourceTree& tree) { return content::import_h5p(tree); });
}

Done import_storybook_command(const ImportOptions& options) {
  return import_with(
      options, [&](const content::SourceTree& tree) { return content::import_storybook(tree, {options.language}); });
}

Done import_epub_command(const ImportOptions& options) {
  return import_with(options, [&](const content::SourceTree& tree) {
    return content::import_epub(tree, {options.language, options.level});
  });
}

}  // namespace hornbook::platform
