// A small signed pack: three skills with two items each, for tests that look at indexes and never open an item; and
// four that can be opened: one asks for a written answer, one for a drawing, two show a misconception.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "runtime/core/crypto.hpp"
#include "runtime/pack/container.hpp"
#include "runtime/pack/object_codec.hpp"
#include "runtime/pack/signed_index.hpp"

namespace hornbook::test {

inline constexpr std::uint32_t sample_writing_item = 6;
inline constexpr std::uint32_t sample_drawing_item = 7;    // on the sample picture
inline constexpr std::uint32_t sample_telling_item = 8;    // and the one after it
inline constexpr std::uint32_t sample_telling_choice = 1;  // of the misconception
inline constexpr std::string_view sample_picture =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><circle cx="20" cy="15" r="12" fill="#F6C15B"/></svg>)";

struct SamplePack {
  SigningKey publisher = SigningKey::generate();
  Hash hash;
  Bytes file;  // as a .hbpack

  SamplePack() {
    const Bytes object(3, std::uint8_t{'{'});
    const ByteView writing = as_bytes(writing_item);
    const ByteView drawing = as_bytes(drawing_item);
    const ByteView picture = as_bytes(sample_picture);
    const ByteView telling = as_bytes(telling_item);
    const ByteView other_telling = as_bytes(other_telling_item);
    pack::Index index;
    index.name = "org.example.fractions";
    index.version = "1.0.0";
    index.languages = {"en", "es"};
    index.title = {{"en", "Fractions"}, {"es", "Fracciones"}};
    index.licence = "CC-BY-4.0";
    index.authors = {"Tests"};
    index.subject = "mathematics";
    index.levels = {"4"};
    add_skill(index, "equal-parts", "Equal parts", "Partes iguales");
    add_skill(index, "unit-fractions", "Unit fractions", "Fracciones unitarias");
    add_skill(index, "compare", "Compare fractions", "Comparar fracciones");
    for (const ByteView each : {ByteView(object), writing, drawing, picture, telling, other_telling})
      index.objects.push_back({hornbook::hash(each), each.size()});
    std::sort(index.objects.begin(), index.objects.end(), [](const auto& a, const auto& b) { return a.hash < b.hash; });
    index.media = {{"media/sun.svg", hornbook::hash(picture), {place_of(index, picture)}}};
    for (pack::IndexItem& item : index.items) item.object = place_of(index, object);
    add_item(index, "explain", engage::OpenResponseTemplate::number, writing);
    add_item(index, "draw", engage::DrawingTemplate::number, drawing);
    index.misconceptions = {{"adds-parts", {{"en", "Adds <the> parts"}, {"es", "Suma las partes"}}}};
    add_item(index, "tell-1", engage::MultipleChoiceTemplate::number, telling);
    add_item(index, "tell-2", engage::MultipleChoiceTemplate::number, other_telling);
    for (std::size_t i = sample_telling_item; i < index.items.size(); ++i) index.items[i].misconceptions = {0};
    const std::array<const SigningKey*, 1> keys{&publisher};
    const Bytes signed_index = pack::sign_index(index, keys);
    hash = pack::read_signed_index(signed_index).value().hash;
    std::map<Hash, Bytes> objects;
    for (const ByteView each : {ByteView(object), writing, drawing, picture, telling, other_telling})
      objects.emplace(hornbook::hash(each), pack::compress_object(each));
    file = pack::write_container(signed_index, objects);
  }

  [[nodiscard]] pack::Trust trust() const { return {{publisher.verify_key()}, 1}; }

 private:
  static constexpr std::string_view writing_item =
      R"({"difficulty":3,"id":"explain","objective":"o","open_response":{},"prompt":{"en":"Is a *half* always <the> same?","es":"p"},"skills":["compare"]})";

  static constexpr std::string_view drawing_item =
      R"({"difficulty":3,"drawing":{"figure":{"description":{"en":"the <sun>","es":"s"},"picture":"media/sun.svg"}},"id":"draw","objective":"o","prompt":{"en":"Draw its face.","es":"p"},"skills":["compare"]})";

  static constexpr std::string_view telling_item =
      R"({"choice":{"choices":[{"correct":true,"text":"$1/2$"},{"misconception":"adds-parts","text":"$2/8$"}]},"difficulty":3,"id":"tell-1","objective":"o","prompt":{"en":"How much is $1/4 + 1/4$?","es":"p"},"skills":["compare"]})";

  static constexpr std::string_view other_telling_item =
      R"({"choice":{"choices":[{"correct":true,"text":"$2/3$"},{"misconception":"adds-parts","text":"$2/6$"}]},"difficulty":3,"id":"tell-2","objective":"o","prompt":{"en":"How much is $1/3 + 1/3$?","es":"p"},"skills":["compare"]})";

  static std::uint32_t place_of(const pack::Index& index, ByteView object) {
    const auto found = std::find_if(index.objects.begin(), index.objects.end(),
                                    [&](const auto& each) { return each.hash == hornbook::hash(object); });
    return static_cast<std::uint32_t>(found - index.objects.begin());
  }

  static void add_item(pack::Index& index, const char* id, std::uint8_t kind, ByteView object) {
    pack::IndexItem entry;
    entry.id = id;
    entry.skills = {2};
    entry.kind = kind;
    entry.object = place_of(index, object);
    index.items.push_back(std::move(entry));
  }

  static void add_skill(pack::Index& index, const char* id, const char* english, const char* spanish) {
    const auto number = static_cast<std::uint16_t>(index.skills.size());
    pack::Skill skill;
    skill.id = id;
    skill.title = {{"en", english}, {"es", spanish}};
    skill.can_do = skill.title;
    index.skills.push_back(std::move(skill));
    for (int item = 0; item < 2; ++item) {
      pack::IndexItem entry;
      entry.id = std::string(id) + "-" + std::to_string(item);
      entry.skills = {number};
      entry.kind = engage::MultipleChoiceTemplate::number;
      index.items.push_back(std::move(entry));
    }
  }
};

}  // namespace hornbook::test
