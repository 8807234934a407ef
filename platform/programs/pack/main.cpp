// hornbook-pack: lint, build, sign and look into content packs.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>

#include "platform/programs/pack/commands.hpp"
#include "platform/programs/pack/repository_commands.hpp"
#include "platform/programs/pack/tuf_command.hpp"
#include "platform/programs/station/options.hpp"
#include "runtime/core/crypto.hpp"

namespace {

using hornbook::Done;
namespace platform = hornbook::platform;

struct CommandLine {
  std::string source, pack, root, key_file;
  bool as_json = false;
  platform::BuildOptions build;
  platform::RootOptions trust;
  platform::GenerateOptions generate;
  platform::PreviewOptions preview;
  std::string preview_size;
  platform::ImportOptions importing;
  platform::TufOptions tuf;
  platform::RepositoryOptions repository;
  bool fails_with_one = false;  // whatever goes wrong
  std::function<Done()> act;
};

void add_making(CLI::App& app, CommandLine& line) {
  CLI::App* lint = app.add_subcommand("lint", "Say what is wrong in a pack's source, file by file");
  lint->add_option("SRC", line.source)->required();
  lint->callback([&] { line.act = [&] { return platform::lint_command(line.source); }; });

  CLI::App* readability = app.add_subcommand("readability", "Say how hard the passages of a pack's source are to read");
  readability->add_option("SRC", line.source)->required();
  readability->callback([&] { line.act = [&] { return platform::readability_command(line.source); }; });

  CLI::App* build = app.add_subcommand("build", "Make a signed pack of a source");
  build->add_option("SRC", line.build.source)->required();
  build->add_option("-o,--output", line.build.output, "FILE.hbpack or a folder")->required();
  build->add_option("--key", line.build.keys,
                    "A publisher's key file; give it again for more signatures. Without one the pack is not signed, "
                    "and no station takes it");
  build->callback([&] { line.act = [&] { return platform::build_command(line.build); }; });

  CLI::App* generate = app.add_subcommand("generate", "Show instances of an item, with answers");
  generate->add_option("SRC", line.generate.source)->required();
  generate->add_option("--item", line.generate.item, "Its id; every item when it is left out");
  generate->add_option("--seed", line.generate.seed);
  generate->add_option("-n", line.generate.count)->check(CLI::Range(1, 100'000));
  generate->add_option("--lang", line.generate.language);
  generate->add_flag("--json", line.generate.as_json);
  generate->callback([&] { line.act = [&] { return platform::generate_command(line.generate); }; });
}

void add_preview(CLI::App& app, CommandLine& line) {
  CLI::App* preview = app.add_subcommand("preview", "Show an item as the station shows it");
  preview->add_option("PACK", line.preview.pack, "A source, a .hbpack file or a store of one pack")->required();
  preview->add_option("--item", line.preview.item, "Its id")->required();
  preview->add_option("--seed", line.preview.seed);
  preview->add_option("--lang", line.preview.language)->type_name("TAG");
  preview->add_option("--scale", line.preview.scale, "Size of everything, 0.5 to 3")->check(CLI::Range(0.5, 3.0));
  preview->add_option("--page", line.preview.page, "Of an item that takes several on a small screen")
      ->check(CLI::Range(1, 100));
  preview->add_option("--text", line.preview.text, "What is read for the item, from this column on, not the question")
      ->check(CLI::Range(1, 1000));
  preview->add_option("--size", line.preview_size, "Of the picture or window in pixels")->type_name("WxH");
  preview->add_option("-o,--output", line.preview.output, "A PNG file; without it --watch opens a window");
  preview->add_flag("--watch", line.preview.watch, "Show it anew whenever a file of the source is saved");
  preview->callback([&] {
    line.act = [&]() -> Done {
      if (!line.preview_size.empty()) {
        TRY_ASSIGN(line.preview.size, platform::parse_display_size(line.preview_size));
      }
      return platform::preview_command(line.preview);
    };
  });
}

CLI::App* add_importer(CLI::App& import, const char* name, const char* what, CommandLine& line,
                       Done (*act)(const platform::ImportOptions&)) {
  CLI::App* command = import.add_subcommand(name, what);
  command->add_option("IN", line.importing.input, "A file, a folder or an archive")->required();
  command->add_option("-o,--output", line.importing.output, "A new folder for the source")->required();
  command->add_option("--report", line.importing.report, "What was taken, approximated and refused, and why, as JSON");
  command->callback([&line, act] { line.act = [&line, act] { return act(line.importing); }; });
  return command;
}

void add_importing(CLI::App& app, CommandLine& line) {
  platform::ImportOptions& options = line.importing;
  CLI::App* import = app.add_subcommand("import", "Make a pack's source of another system's content");
  import->require_subcommand(1);
  CLI::App* oatutor =
      add_importer(*import, "oatutor", "A content pool of OATutor", line, platform::import_oatutor_command);
  oatutor->add_option("--course", options.course, "Only this course of the pool");
  oatutor->add_option("--language", options.language,
                      "Of what does not say its own, such as sv; en when it is left out");

  add_importer(*import, "qti", "A QTI content package, or a folder of QTI items", line, platform::import_qti_command);

  CLI::App* csv =
      add_importer(*import, "csv", "A teacher's own table of questions", line, platform::import_csv_command);
  csv->add_option("--title", options.title, "Of the pack; the file's name when it is left out");
  csv->add_option("--language", options.language, "Of all texts, such as sw; en when it is left out");
  csv->add_option("--author", options.author, "Who wrote it");
  csv->add_option("--licence", options.licence, "How others may use it, such as CC-BY-4.0");

  add_importer(*import, "h5p", "H5P: multiple choice, true or false, blanks, drag the words", line,
               platform::import_h5p_command);

  const char* const language = "Only books in this language, such as sw";
  CLI::App* storybook = add_importer(*import, "storybook", "Storybooks in Markdown, as African Storybook's", line,
                                     platform::import_storybook_command);
  storybook->add_option("--language", options.language, language);

  CLI::App* epub = add_importer(*import, "epub", "Books as EPUB 2 or 3: one, or a folder of them", line,
                                platform::import_epub_command);
  epub->add_option("--language", options.language, language);
  epub->add_option("--level", options.level, "Of all books, 1 to 4; by their length when it is left out")
      ->check(CLI::Range(1, 4));
}

void add_trusting(CLI::App& app, CommandLine& line) {
  CLI::App* key = app.add_subcommand("key", "Publishers' keys");
  key->require_subcommand(1);
  CLI::App* make = key->add_subcommand("new", "Make a signing key");
  make->add_option("FILE", line.key_file)->required();
  make->callback([&] { line.act = [&] { return platform::key_command(line.key_file); }; });

  CLI::App* root = app.add_subcommand("root", "Write down which keys are trusted to sign packs");
  root->add_option("KEYFILE", line.trust.keys)->required();
  root->add_option("--threshold", line.trust.threshold, "How many of them must sign")->check(CLI::PositiveNumber);
  root->add_option("--expires", line.trust.expires, "ISO 8601, UTC")->default_val("2099-12-31T00:00:00Z");
  root->add_option("-o,--output", line.trust.output)->required();
  root->callback([&] { line.act = [&] { return platform::root_command(line.trust); }; });
}

void add_looking(CLI::App& app, CommandLine& line) {
  CLI::App* inspect = app.add_subcommand("inspect", "Show what a pack holds");
  inspect->add_option("PACK", line.pack)->required();
  inspect->add_flag("--json", line.as_json);
  inspect->callback([&] { line.act = [&] { return platform::inspect_command(line.pack, line.as_json); }; });

  CLI::App* verify = app.add_subcommand("verify", "Check every byte of a pack, and who signed it");
  verify->add_option("PACK", line.pack)->required();
  verify->add_option("--root", line.root)->required();
  verify->callback([&] { line.act = [&] { return platform::verify_command(line.pack, line.root); }; });
}

// Its options and exit codes are those that TUF's conformance suite asks of a client.
void add_tuf(CLI::App& app, CommandLine& line) {
  platform::TufOptions& options = line.tuf;
  CLI::App* tuf = app.add_subcommand("tuf", "Bring signed files from a repository of The Update Framework");
  tuf->require_subcommand(1);
  tuf->add_option("--metadata-dir", options.metadata_folder, "Where trusted metadata is kept")->required();
  tuf->add_option("--metadata-url", options.metadata_url, "Where the repository's metadata is");
  tuf->add_option("--target-name", options.targets, "A target's path; give it again for more")->allow_extra_args(false);
  tuf->add_option("--target-base-url", options.target_url, "Where the repository's targets are");
  tuf->add_option("--target-dir", options.target_folder, "Where verified targets are put");
  tuf->add_option("--server-key", options.server_key, "The pin of an https server's key, hexadecimal");
  const auto add = [&](const char* name, const char* what, Done (*act)(const platform::TufOptions&)) {
    CLI::App* command = tuf->add_subcommand(name, what);
    command->callback([&line, act] {
      line.fails_with_one = true;
      line.act = [&line, act] { return act(line.tuf); };
    });
    return command;
  };
  add("init", "Trust this root and what follows from it", platform::tuf_init_command)
      ->add_option("ROOT", options.first_root, "A root.json from a safe hand")
      ->required();
  add("refresh", "Bring the trusted metadata up to date", platform::tuf_refresh_command);
  add("download", "Do that, then bring the targets", platform::tuf_download_command);
}

void add_repository(CLI::App& app, CommandLine& line) {
  platform::RepositoryOptions& options = line.repository;
  CLI::App* repository = app.add_subcommand("repo", "Keep a repository of The Update Framework in a folder");
  repository->require_subcommand(1);
  const auto add = [&](const char* name, const char* what, Done (*act)(const platform::RepositoryOptions&)) {
    CLI::App* command = repository->add_subcommand(name, what);
    command->add_option("DIR", options.folder)->required();
    command->callback([&line, act] { line.act = [&line, act] { return act(line.repository); }; });
    return command;
  };
  const auto add_keys = [](CLI::App* command, const char* name, std::vector<std::filesystem::path>& keys,
                           const char* what) { return command->add_option(name, keys, what)->allow_extra_args(false); };
  const auto add_days = [&](CLI::App* command) {
    command->add_option("--days", options.days, "How long a publication is good")->check(CLI::Range(1, 36'500));
  };
  const auto add_root_days = [&](CLI::App* command) {
    command->add_option("--root-days", options.root_days, "How long the root is good")->check(CLI::Range(1, 36'500));
  };
  const char* const again = "A key file; give it again for more keys";

  CLI::App* init = add("init", "Begin a repository", platform::repository_init_command);
  add_keys(init, "--root-key", options.new_root_keys, again)->required();
  init->add_option("--root-threshold", options.root_threshold, "How many of them must sign the next root");
  add_keys(init, "--key", options.new_keys, again)->required();
  init->add_option("--threshold", options.threshold, "How many of them must sign a publication");
  add_days(init);
  add_root_days(init);

  CLI::App* file = add("add", "Add a file to what is published next", platform::repository_add_command);
  file->add_option("FILE", options.file)->required();
  file->add_option("--as", options.path, "Its path for devices; its own name when it is left out");

  CLI::App* publish = add("publish", "Publish what was added, or the same anew", platform::repository_publish_command);
  add_keys(publish, "--key", options.keys, again)->required();
  add_days(publish);

  CLI::App* rotate = add("rotate", "Make the next root, with other keys", platform::repository_rotate_command);
  add_keys(rotate, "--root-key", options.root_keys, "A key file that signs for the root as it is; again for more")
      ->required();
  add_keys(rotate, "--new-root-key", options.new_root_keys, "A key file of the new root's; none: they stay");
  rotate->add_option("--root-threshold", options.root_threshold, "How many of the new ones must sign the next root");
  add_keys(rotate, "--new-key", options.new_keys, "A key file that publishes from now on; none: they stay");
  rotate->add_option("--threshold", options.threshold, "How many of the new ones must sign a publication");
  add_days(rotate);
  add_root_days(rotate);
}

int report(const hornbook::Error& error) {
  std::fprintf(stderr, "hornbook-pack: %s\n", hornbook::describe(error).c_str());
  return hornbook::exit_code(error.code);
}

}  // namespace

int main(int count, char** arguments) {
  CLI::App app("Build, check and sign Hornbook's content packs", "hornbook-pack");
  app.require_subcommand(1);
  CommandLine line;
  add_making(app, line);
  add_preview(app, line);
  add_importing(app, line);
  add_trusting(app, line);
  add_looking(app, line);
  add_tuf(app, line);
  add_repository(app, line);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return report({hornbook::ErrorCode::WrongUsage, "command line", std::string(error.what()) + "; see --help"});
  }
  if (const Done started = hornbook::crypto_start(); !started) return report(started.error());
  const Done done = line.act();
  if (done) return 0;
  const int code = report(done.error());
  return line.fails_with_one ? 1 : code;
}
