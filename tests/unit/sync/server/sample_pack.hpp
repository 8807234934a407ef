// A small signed pack: three skills with two items each, for tests that look at indexes and never open an item.
#pragma once

#include <array>

#include "runtime/core/crypto.hpp"
#include "runtime/pack/container.hpp"
#include "runtime/pack/object_codec.hpp"
#include "runtime/pack/signed_index.hpp"

namespace hornbook::test {

struct SamplePack {
  SigningKey publisher = SigningKey::generate();
  Hash hash;
  Bytes file;  // as a .hbpack

  SamplePack() {
    const Bytes object(3, std::uint8_t{'{'});
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
    index.objects = {{hornbook::hash(object), object.size()}};
    const std::array<const SigningKey*, 1> keys{&publisher};
    const Bytes signed_index = pack::sign_index(index, keys);
    hash = pack::read_signed_index(signed_index).value().hash;
    file = pack::write_container(signed_index, {{hornbook::hash(object), pack::compress_object(object)}});
  }

  [[nodiscard]] pack::Trust trust() const { return {{publisher.verify_key()}, 1}; }

 private:
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
