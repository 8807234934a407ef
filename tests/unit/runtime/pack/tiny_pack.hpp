// A small pack with one item and one large media file, built anew by each test.
#pragma once

#include "content_packs/build/build_pack.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::test {

inline content::PackSource tiny_source() {
  const auto bytes = [](std::string_view text) { return Bytes(text.begin(), text.end()); };
  content::SourceTree tree = {
      {"pack.yaml", bytes("name: org.example.tiny\nversion: \"1\"\nlanguages: [en]\ntitle: {en: Tiny}\n"
                          "licence: CC0-1.0\nauthors: [A]\nsubject: mathematics\n")},
      {"skills.yaml", bytes("skills:\n  - {id: s, title: {en: S}, can_do: {en: I can}}\n")},
      {"passages/tale.yaml",
       bytes("id: tale\ntitle: {en: A tale}\nlevels:\n  - {level: 2, text: [{en: Once.}, {figure: {picture: "
             "media/big.svg, "
             "description: {en: A picture}}}]}\n  - {level: 3, text: [{heading: {en: Then}}, {en: Twice.}]}\n"
             "glossary: {en: [{word: once, meaning: one time}]}\nauthors: [B]\nlicence: CC0-1.0\n")},
      {"items/01-one.yaml",
       bytes("id: one\nobjective: o\nskills: [s]\ndifficulty: 5\npassage: tale\nparagraph: 1\nparameters: {a: {from: "
             "1, to: 9}}\n"
             "prompt: {en: 'Type {a}'}\nfigure: {picture: media/big.svg, description: {en: A picture}}\n"
             "number: {answer: a}\nhints: [{en: h}, {en: h}, {en: h}]\nexplanation: {en: e}\nnot_yet: {en: n}\n")},
      {"media/big.svg", Bytes(limits::object_bytes_max + 10, 'x')},
  };
  content::ReadOutcome outcome = content::read_pack(tree);
  return outcome.problems.empty() ? std::move(outcome.source) : content::PackSource{};
}

}  // namespace hornbook::test
