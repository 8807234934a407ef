// A small signed pack: three skills with two items each, for tests that look at indexes and never open an item; and
// one that asks for a written answer, which can be opened.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "runtime/core/crypto.hpp"
#include "runtime/pack/container.hpp"
#include "runtime/pack/object_codec.hpp"
#include "runtime/pack/signed_index.hpp"

namespace hornbook::test {

inline constexpr std::uint32_t sample_writing_item = 6;

struct SamplePack {
  SigningKey publisher = SigningKey::generate();
  Hash hash;
  Bytes file;  // as a .hbpack

  SamplePack() {
    const Bytes object(3, std::uint8_t{'{'});
    const ByteView writing = as_bytes(writing_item);
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
    index.objects = {{hornbook::hash(object), object.size()}, {hornbook::hash(writing), writing.size()}};
    std::sort(index.objects.begin(), index.objects.end(), [](const auto& a, const auto& b) { return a.hash < b.hash; });
    const std::uint32_t writing_object = index.objects[1].hash == hornbook::hash(writing) ? 1 : 0;
    for (pack::IndexItem& item : index.items) item.object = 1 - writing_object;
    pack::IndexItem entry;
    entry.id = "explain";
    entry.skills = {2};
    entry.kind = engage::OpenResponseTemplate::number;
    entry.object = writing_object;
    index.items.push_back(std::move(entry));
    const std::array<const SigningKey*, 1> keys{&publisher};
    const Bytes signed_index = pack::sign_index(index, keys);
    hash = pack::read_signed_index(signed_index).value().hash;
    file = pack::write_container(signed_index, {{hornbook::hash(object), pack::compress_object(object)},
                                                {hornbook::hash(writing), pack::compress_object(writing)}});
  }

  [[nodiscard]] pack::Trust trust() const { return {{publisher.verify_key()}, 1}; }

 private:
  static constexpr std::string_view writing_item =
      R"({"difficulty":3,"id":"explain","objective":"o","open_response":{},"prompt":{"en":"Is a *half* always <the> same?","es":"p"},"skills":["compare"]})";

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
