// What `hornbook-pack` does, one function a command. What they report goes to stdout; what goes wrong is returned.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "platform/sdl/display.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::platform {

[[nodiscard]] Done lint_command(const std::filesystem::path& source);

// Every passage at its levels, with the author's grade and what a published formula says.
[[nodiscard]] Done readability_command(const std::filesystem::path& source);

struct BuildOptions {
  std::filesystem::path source;
  std::filesystem::path output;             // FILE.hbpack, or a folder that becomes a store of packs
  std::vector<std::filesystem::path> keys;  // none: it can be looked into, and no station takes it
};
[[nodiscard]] Done build_command(const BuildOptions& options);

[[nodiscard]] Done key_command(const std::filesystem::path& file);

struct RootOptions {
  std::vector<std::filesystem::path> keys;
  std::size_t threshold = 1;
  std::string expires;
  std::filesystem::path output;
};
[[nodiscard]] Done root_command(const RootOptions& options);

[[nodiscard]] Done inspect_command(const std::filesystem::path& pack, bool as_json);
[[nodiscard]] Done verify_command(const std::filesystem::path& pack, const std::filesystem::path& root);

struct GenerateOptions {
  std::filesystem::path source;
  std::string item;  // an id, or empty for every item
  std::uint32_t seed = 1;
  std::uint32_t count = 1;
  std::string language;
  bool as_json = false;
};
[[nodiscard]] Done generate_command(const GenerateOptions& options);

struct PreviewOptions {
  std::filesystem::path pack;  // a source, a .hbpack file or a store of one pack
  std::string item;            // its id
  std::uint32_t seed = 1;
  std::string language;  // empty: the pack's first
  float scale = 1;
  std::uint32_t page = 1;        // of those that the item takes on a small screen, from 1
  std::uint32_t text = 0;        // the column, from 1, of what is read for the item; 0: the question
  DisplaySize size{1280, 800};   // pixels
  std::filesystem::path output;  // a PNG file; empty: a window
  bool watch = false;            // goes on until it is closed or stopped, and follows what is saved
};
[[nodiscard]] Done preview_command(const PreviewOptions& options);

struct ImportOptions {
  std::filesystem::path input;         // a folder or an archive
  std::filesystem::path output;        // a new or empty folder
  std::filesystem::path report;        // JSON; empty: only the counts on stdout
  std::string course;                  // oatutor: one of several in the pool; empty: all
  std::string language;                // csv, readers: BCP 47; empty: en, the one that most are in
  std::string title, author, licence;  // csv: of the pack; each may be empty
  std::uint8_t level = 0;              // epub: of all books; 0: by their length
};
[[nodiscard]] Done import_oatutor_command(const ImportOptions& options);
[[nodiscard]] Done import_qti_command(const ImportOptions& options);
[[nodiscard]] Done import_csv_command(const ImportOptions& options);
[[nodiscard]] Done import_h5p_command(const ImportOptions& options);
[[nodiscard]] Done import_storybook_command(const ImportOptions& options);
[[nodiscard]] Done import_epub_command(const ImportOptions& options);

}  // namespace hornbook::platform
