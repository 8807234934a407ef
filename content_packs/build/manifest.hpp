// The files of a source that describe the pack: pack.yaml, skills.yaml, misconceptions.yaml, experiments.yaml.
#pragma once

#include "runtime/pack/index.hpp"
#include "runtime/pack/json_fields.hpp"

namespace hornbook::content {

// Each fills its part of `index`; the later ones need the languages that the first gives.
[[nodiscard]] pack::Read<void> decode_manifest(const pack::Json& json, pack::Index& index);
// Whether all items of the pack are read aloud. Only of a manifest that decode_manifest has taken.
[[nodiscard]] bool reads_aloud(const pack::Json& manifest);
[[nodiscard]] pack::Read<void> decode_skills(const pack::Json& json, pack::Index& index);
[[nodiscard]] pack::Read<void> decode_misconceptions(const pack::Json& json, pack::Index& index);
// Needs every item of the index.
[[nodiscard]] pack::Read<void> decode_experiments(const pack::Json& json, pack::Index& index);

}  // namespace hornbook::content
