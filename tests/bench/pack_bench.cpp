// Packs: building one, opening an installed one, and drawing its items; a small pack beside one of 5,000 items, in one
// run. Opening reads and checks the index alone, so its time grows with the index and not with the content.
//   pack_bench [FOLDER]     where packs are installed, the system's folder for such by default; what is written there
//   is removed
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "content_packs/build/build_pack.hpp"
#include "runtime/pack/durable_file.hpp"
#include "runtime/pack/pack.hpp"

namespace {

using namespace hornbook;

constexpr std::size_t items_per_skill = 25;
constexpr int openings = 15;

Bytes bytes_of(const std::string& text) { return Bytes(text.begin(), text.end()); }

std::string number_of(std::size_t number) {
  const std::string digits = std::to_string(number);
  return std::string(5 - digits.size(), '0') + digits;
}

std::string skills_of(std::size_t items) {
  std::string text = "skills:\n";
  for (std::size_t skill = 0; skill * items_per_skill < items; ++skill) {
    const std::string id = "skill-" + number_of(skill);
    text += "  - {id: " + id + ", title: {en: Adding in the range of " + std::to_string(skill) +
            "}, can_do: {en: I can add two numbers and say how.}";
    if (skill > 0) text += ", prerequisites: [skill-" + number_of(skill - 1) + "]";
    text += "}\n";
  }
  return text;
}

std::string item_text(std::size_t number) {
  return "id: item-" + number_of(number) + "\nobjective: Add two numbers.\nskills: [skill-" +
         number_of(number / items_per_skill) + "]\ndifficulty: " + std::to_string(1 + number % 9) +
         "\nparameters:\n  a: {from: 1, to: 50}\n  b: {from: " + std::to_string(1 + number % 40) +
         ", to: 90}\nprompt: {en: 'A basket holds {a} mangoes, another {b}. How many are there together?'}\n"
         "number:\n  answer: a + b\n  wrong:\n    - {value: a + b + 1, feedback: {en: 'Count once more from {a}.'}}\n"
         "hints:\n  - {en: 'Begin with the larger number.'}\n  - {en: 'Tens first, then ones.'}\n"
         "  - {en: '${a} + {b} = {a + b}$'}\nexplanation: {en: You put both together.}\nnot_yet: {en: Count again.}\n";
}

content::SourceTree source_of(std::size_t items) {
  content::SourceTree tree;
  tree["pack.yaml"] = bytes_of(
      "name: org.example.many\nversion: \"1\"\nlanguages: [en]\ntitle: {en: Many}\nlicence: CC0-1.0\nauthors: [A]\n"
      "subject: mathematics\n");
  tree["skills.yaml"] = bytes_of(skills_of(items));
  for (std::size_t i = 0; i < items; ++i) tree["items/" + number_of(i) + ".yaml"] = bytes_of(item_text(i));
  return tree;
}

double ms_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

Done measure(const std::filesystem::path& folder, std::size_t items) {
  const SigningKey key = SigningKey::generate();
  const pack::Trust trust{{key.verify_key()}, 1};
  const content::SourceTree tree = source_of(items);
  const auto building = std::chrono::steady_clock::now();
  const content::ReadOutcome outcome = content::read_pack(tree);
  if (!outcome.problems.empty()) return fail(ErrorCode::BadInput, "bench", content::describe(outcome.problems.front()));
  TRY_ASSIGN(const content::BuiltPack built, content::build_pack(outcome.source));
  const std::vector<const SigningKey*> keys{&key};
  const Bytes file = content::to_file(built, keys);
  const double built_ms = ms_since(building);
  TRY_DONE(pack::write_file_durably(folder / "many.hbpack", file));
  TRY_ASSIGN(pack::PackStore store, pack::PackStore::open(folder / ("store" + std::to_string(items))));
  TRY_ASSIGN(const Hash hash, store.install_file(folder / "many.hbpack", trust));
  std::vector<double> opened_ms, drawn_us;
  std::size_t heap = 0;
  for (int i = 0; i < openings; ++i) {
    const std::size_t before = ::mallinfo2().uordblks;
    const auto start = std::chrono::steady_clock::now();
    TRY_ASSIGN(const pack::Pack pack, store.load(hash, trust));
    opened_ms.push_back(ms_since(start));
    heap = ::mallinfo2().uordblks - before;
    const auto drawing = std::chrono::steady_clock::now();
    TRY_ASSIGN([[maybe_unused]] const auto item,
               pack.instantiate(static_cast<std::uint32_t>(items * static_cast<std::size_t>(i) / openings), 1, "en"));
    drawn_us.push_back(ms_since(drawing) * 1000);
  }
  std::printf("%7zu %10.0f %12.2f %12.2f %12.0f %12zu\n", items, built_ms, median(opened_ms),
              static_cast<double>(heap) / 1e6, median(drawn_us), file.size());
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 2 || !crypto_start()) return 2;
  const std::filesystem::path folder =
      (argc == 2 ? std::filesystem::path(argv[1]) : std::filesystem::temp_directory_path()) / "pack_bench";
  std::filesystem::create_directories(folder);
  std::printf(
      "  items   build ms      open ms  memory MB   draw one us   file bytes   (opening 5,000: at most 20 ms, 10 "
      "MB)\n");
  Done done;
  for (const std::size_t items : {50u, 5000u})
    if (done) done = measure(folder, items);
  std::filesystem::remove_all(folder);
  if (!done) std::fprintf(stderr, "pack_bench: %s\n", describe(done.error()).c_str());
  return done ? 0 : 1;
}
