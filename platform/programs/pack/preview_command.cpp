// preview: an item as the station shows it, as a picture, or in a window that follows the source as it is saved.
#include <SDL.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <thread>

#include "content_packs/build/pack_source.hpp"
#include "platform/programs/pack/commands.hpp"
#include "platform/programs/pack/preview_learner.hpp"
#include "platform/programs/station/screen.hpp"
#include "platform/sdl/input_reader.hpp"
#include "platform/system/clock.hpp"
#include "platform/system/stop_request.hpp"

namespace hornbook::platform {
namespace {

constexpr int look_again_ms = 300;  // how often a source is looked at for changes

// When each file was written last: what tells that somebody saved one.
using Stamps = std::map<std::filesystem::path, std::filesystem::file_time_type>;

Stamps stamps_of(const std::filesystem::path& path) {
  Stamps stamps;
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored)) {
    stamps[path] = std::filesystem::last_write_time(path, ignored);
    return stamps;
  }
  for (std::filesystem::recursive_directory_iterator entry(path, ignored), end; entry != end; entry.increment(ignored))
    if (entry->is_regular_file(ignored)) stamps[entry->path()] = entry->last_write_time(ignored);
  return stamps;
}

// What lint says of a source whose item cannot be shown names the file and the line; else the error as it is.
Done lint_names_the_place(const std::filesystem::path& source, const Error& error) {
  std::error_code ignored;
  if (error.code != ErrorCode::BadInput || !std::filesystem::is_directory(source / "items", ignored))
    return tl::unexpected(error);
  TRY_ASSIGN(const content::SourceTree tree, content::read_source(source));
  const content::Problems problems = content::lint(tree);
  if (problems.empty()) return tl::unexpected(error);
  return fail(ErrorCode::BadInput, "lint", content::describe(problems.front()));
}

class Preview {
 public:
  Preview(const PreviewOptions& options, PreviewPack pack) : options_(options), pack_(std::move(pack)) {}

  Done to_picture() {
    TRY_DONE(load());
    TRY_ASSIGN(Display display, Display::open_in_memory(options_.size));
    TRY_DONE(open_screen(std::move(display)));
    return save();
  }

  // The same picture anew each time that a file is saved.
  Done to_picture_again_and_again() {
    TRY_DONE(wait_until_sound());
    TRY_ASSIGN(Display display, Display::open_in_memory(options_.size));
    TRY_DONE(open_screen(std::move(display)));
    TRY_DONE(save());
    while (!stop_requested()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(look_again_ms));
      if (has_changed() && take_in()) TRY_DONE(save());
    }
    return {};
  }

  Done to_window() {
    TRY_DONE(wait_until_sound());
    if (stop_requested()) return {};
    TRY_ASSIGN(Display display, Display::open_window("Hornbook preview", options_.size, WindowKind::Resizable));
    TRY_DONE(open_screen(std::move(display)));
    TRY_DONE(screen_->draw(state_, clock_.monotonic_ms()));
    while (!stop_requested() && !closed_) TRY_DONE(follow());
    return {};
  }

 private:
  Done load() {
    TRY_DONE(pack_.load(options_.pack));
    const std::string& language = pack::best_language(pack_.languages(), options_.language);
    const PreviewedItem item{options_.item, options_.seed, language, options_.page - 1, options_.text};
    Result<ui::StationState> state = at_item(pack_, item, clock_.monotonic_ms());
    if (!state) return lint_names_the_place(options_.pack, state.error());
    state_ = std::move(*state);
    return {};
  }

  Done open_screen(Display display) {
    TRY_ASSIGN(screen_, Screen::open(std::move(display), &pack_.shelf(), options_.scale, trace_));
    return {};
  }

  Done save() {
    TRY_DONE(screen_->draw(state_, clock_.monotonic_ms()));
    TRY_DONE(screen_->display().save_png(options_.output));
    std::printf("%s\n", options_.output.string().c_str());
    std::fflush(stdout);
    return {};
  }

  bool has_changed() {
    Stamps now = stamps_of(options_.pack);
    if (now == stamps_) return false;
    stamps_ = std::move(now);
    return true;
  }

  // Whether the pack as it is now can be shown; otherwise what is wrong is printed, for whoever saves next.
  bool take_in() {
    const Done loaded = load();
    std::printf("%s\n", loaded ? "shown as saved" : describe(loaded.error()).c_str());
    std::fflush(stdout);
    problem_ = loaded ? std::string() : loaded.error().sentence;
    return loaded.has_value();
  }

  Done wait_until_sound() {
    stamps_ = stamps_of(options_.pack);
    while (!take_in()) {
      do std::this_thread::sleep_for(std::chrono::milliseconds(look_again_ms));
      while (!stop_requested() && !has_changed());
      if (stop_requested()) return fail(ErrorCode::BadInput, "preview", problem_);
    }
    return {};
  }

  // Waits a moment for input or a saved file, and shows what came of it.
  Done follow() {
    SDL_Event event;
    bool draw = false;
    for (int any = SDL_WaitEventTimeout(&event, look_again_ms); any != 0; any = SDL_PollEvent(&event)) {
      if (event.type == SDL_QUIT) closed_ = true;
      draw = draw || event.type == SDL_WINDOWEVENT;
      if (const auto input = reader_.read(event, screen_->display().size(), screen_->scale()))
        draw = act(*input) || draw;
    }
    if (has_changed()) draw = take_in_or_say() || draw;
    const MonotonicMs now = clock_.monotonic_ms();
    if (ui::next_change(state_, now)) {
      state_ = tried(std::move(state_), ui::TimePassed{}, now);
      draw = true;
    }
    return draw ? screen_->draw(state_, now) : Done();
  }

  bool act(const ui::Input& input) {
    const Screen::Taken taken = screen_->take(input);
    for (const ui::Intent& intent : taken.intents) state_ = tried(std::move(state_), intent, clock_.monotonic_ms());
    return taken.looks_changed || !taken.intents.empty();
  }

  bool take_in_or_say() {
    if (!take_in()) state_.screen = ui::OutOfOrder{problem_};
    return true;
  }

  const PreviewOptions& options_;
  PreviewPack pack_;
  SystemClock clock_;
  Trace trace_;
  std::unique_ptr<Screen> screen_;
  InputReader reader_;
  ui::StationState state_;
  Stamps stamps_;
  std::string problem_;
  bool closed_ = false;
};

}  // namespace

Done preview_command(const PreviewOptions& options) {
  if (options.output.empty() && !options.watch)
    return fail(ErrorCode::WrongUsage, "command line", "name the picture with -o FILE.png, or --watch in a window");
  listen_for_stop_requests();
  TRY_ASSIGN(PreviewPack pack, PreviewPack::create());
  Preview preview(options, std::move(pack));
  if (!options.watch) return preview.to_picture();
  return options.output.empty() ? preview.to_window() : preview.to_picture_again_and_again();
}

}  // namespace hornbook::platform
