// What lies where in a WebM file (webmproject.org, "WebM Container Guidelines", a subset of Matroska, RFC 9559), found
// by libwebm's parser. It comes from outside; nothing in it is believed.
#pragma once

#include <optional>
#include <vector>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook::platform {

// One picture, or a moment of sound, as it was coded.
struct WebmPacket {
  std::uint32_t at_ms = 0;
  std::size_t begin = 0, size = 0;  // bytes of the file
  bool is_key = false;              // a picture that needs none before it
};

enum class VideoCodec : std::uint8_t { Vp8, Vp9 };

struct WebmSound {
  int channels = 1;  // 1 or 2
  std::vector<WebmPacket> packets;
};

struct WebmFile {
  VideoCodec codec{};
  std::vector<WebmPacket> pictures;  // ascending by time; the first is a key picture
  std::optional<WebmSound> sound;    // Opus
  std::uint32_t length_ms = 0;
};

[[nodiscard]] bool is_webm(ByteView file);

// BadInput says why a station cannot play it: it is damaged, has no VP8 or VP9 pictures, has sound other than Opus in
// one or two channels, pictures that are not in order, or is encrypted. LimitExceeded beyond the limits of videos, also
// when key pictures are too far from one another to look for a moment quickly.
[[nodiscard]] Result<WebmFile> read_webm(ByteView file);

}  // namespace hornbook::platform
