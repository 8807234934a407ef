// Sounds and videos of what is imported, where a station can play them and there are words for whoever does not hear
// them. Nothing is converted.
#pragma once

#include "content_packs/import/imported_pack.hpp"
#include "content_packs/import/report.hpp"

namespace hornbook::content {

// In milliseconds, as their headers say: of Ogg Opus (RFC 7845, section 4) and WAV with 16 bits; of WebM (Matroska,
// RFC 9559, sections 5.1.2.9 and 5.1.2.10). Nothing when it is another kind of file, damaged or says no length.
[[nodiscard]] std::optional<std::uint32_t> sound_length_ms(ByteView file);
[[nodiscard]] std::optional<std::uint32_t> video_length_ms(ByteView file);

// What somebody else's document plays.
struct PlayedFile {
  std::string name;                 // as written
  const Bytes* file = nullptr;      // null: it is not there
  const Bytes* captions = nullptr;  // WebVTT; null: there are none
  std::string words;                // of a sound, with markup; empty: those of its captions
  std::string description;          // of a video, with markup
};
// Both put the file into `media` when it is taken; otherwise `remarks` says why it is not, and what would help.
[[nodiscard]] std::optional<ImportedSound> take_sound(const PlayedFile& played, const std::string& where,
                                                      std::map<std::string, Bytes>& media, Remarks& remarks);
[[nodiscard]] std::optional<ImportedVideo> take_video(const PlayedFile& played, const std::string& where,
                                                      std::map<std::string, Bytes>& media, Remarks& remarks);

}  // namespace hornbook::content
