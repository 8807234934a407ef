#include "platform/video/webm_file.hpp"

#include <webm/callback.h>
#include <webm/reader.h>
#include <webm/webm_parser.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "runtime/core/limits.hpp"

namespace hornbook::platform {
namespace {

constexpr std::uint64_t second_ms = 1000;
constexpr std::uint64_t length_ms_max = limits::media_seconds_max * second_ms;
constexpr std::uint32_t last_picture_ms = 40;  // how long it stays where the file does not say its own length
constexpr std::size_t sound_packets_max =
    limits::media_seconds_max * second_ms / 5;  // the shortest is 2.5 ms; 20 is usual

tl::unexpected<Error> refuse(std::string sentence) { return fail(ErrorCode::BadInput, "video", std::move(sentence)); }

class MemoryReader final : public webm::Reader {
 public:
  explicit MemoryReader(ByteView file) : file_(file) {}

  webm::Status Read(std::size_t wanted, std::uint8_t* buffer, std::uint64_t* read) override {
    const std::size_t there = std::min(wanted, file_.size() - at_);
    if (there > 0) std::memcpy(buffer, file_.data() + at_, there);
    return moved(there, wanted, read);
  }
  webm::Status Skip(std::uint64_t wanted, std::uint64_t* skipped) override {
    const auto there = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, file_.size() - at_));
    return moved(there, wanted, skipped);
  }
  [[nodiscard]] std::uint64_t Position() const override { return at_; }

 private:
  webm::Status moved(std::size_t by, std::uint64_t wanted, std::uint64_t* told) {
    at_ += by;
    *told = by;
    if (by == wanted) return webm::Status(webm::Status::kOkCompleted);
    return webm::Status(by > 0 ? webm::Status::kOkPartial : webm::Status::kEndOfFile);
  }

  ByteView file_;
  std::size_t at_ = 0;
};

class Collector final : public webm::Callback {
 public:
  explicit Collector(std::size_t file_bytes) : file_bytes_(file_bytes) {}

  // The parser makes room for what an element says that it holds; more than the file has is refused before that.
  webm::Status OnElementBegin(const webm::ElementMetadata& metadata, webm::Action* action) override {
    *action = webm::Action::kRead;
    const bool ends_in_the_file =
        metadata.size == webm::kUnknownElementSize ||
        (metadata.position <= file_bytes_ && metadata.size <= file_bytes_ - metadata.position);
    return ends_in_the_file ? done() : webm::Status(webm::Status::kElementOverflow);
  }

  webm::Status OnInfo(const webm::ElementMetadata&, const webm::Info& info) override {
    nanoseconds_a_tick_ = info.timecode_scale.value();
    if (info.duration.is_present()) duration_ticks_ = info.duration.value();
    return done();
  }

  webm::Status OnTrackEntry(const webm::ElementMetadata&, const webm::TrackEntry& track) override {
    if (track.content_encodings.is_present()) return stop("its tracks are packed or encrypted; save it as plain WebM");
    const std::uint64_t number = track.track_number.value();
    const std::string& codec = track.codec_id.value();
    if (track.track_type.value() == webm::TrackType::kVideo && !picture_track_) {
      if (codec != "V_VP8" && codec != "V_VP9") return stop("its pictures are " + codec + "; save them as VP8 or VP9");
      file.codec = codec == "V_VP8" ? VideoCodec::Vp8 : VideoCodec::Vp9;
      picture_track_ = number;
    } else if (track.track_type.value() == webm::TrackType::kAudio && !sound_track_) {
      const std::uint64_t channels = track.audio.value().channels.value();
      if (codec != "A_OPUS") return stop("its sound is " + codec + "; save it as Opus, or without sound");
      if (channels < 1 || channels > 2) return stop("its sound has more than two channels; save it as stereo");
      file.sound = WebmSound{static_cast<int>(channels), {}};
      sound_track_ = number;
    }
    return done();
  }

  webm::Status OnClusterBegin(const webm::ElementMetadata&, const webm::Cluster& cluster,
                              webm::Action* action) override {
    *action = webm::Action::kRead;
    cluster_ticks_ = cluster.timecode.value();
    return done();
  }
  webm::Status OnSimpleBlockBegin(const webm::ElementMetadata&, const webm::SimpleBlock& block,
                                  webm::Action* action) override {
    *action = webm::Action::kRead;
    begin_block(block, block.is_key_frame);
    return done();
  }
  webm::Status OnBlockBegin(const webm::ElementMetadata&, const webm::Block& block, webm::Action* action) override {
    *action = webm::Action::kRead;
    begin_block(block, false);
    return done();
  }
  // Only now is it known that the picture needs no other.
  webm::Status OnBlockGroupEnd(const webm::ElementMetadata&, const webm::BlockGroup& group) override {
    if (group.references.empty() && track_ == picture_track_ && !file.pictures.empty())
      file.pictures.back().is_key = true;
    return done();
  }

  webm::Status OnFrame(const webm::FrameMetadata& metadata, webm::Reader* reader, std::uint64_t* left) override {
    if (metadata.position <= file_bytes_ && metadata.size <= file_bytes_ - metadata.position)
      if (std::vector<WebmPacket>* packets = packets_of_track()) {
        if (block_ms_ > length_ms_max) return stop(longer_than_allowed());
        packets->push_back({static_cast<std::uint32_t>(block_ms_), static_cast<std::size_t>(metadata.position),
                            static_cast<std::size_t>(metadata.size), is_key_});
        if (file.pictures.size() > limits::video_frames_max) return stop("it has too many pictures");
        if (file.sound && file.sound->packets.size() > sound_packets_max) return stop("its sound has too many parts");
      }
    return Skip(reader, left);
  }

  static std::string longer_than_allowed() {
    return "it is longer than " + std::to_string(limits::media_seconds_max / 60) + " minutes";
  }

  // As the file says, or from its last picture.
  [[nodiscard]] std::uint64_t length_ms() const {
    const double said_ms = duration_ticks_ * static_cast<double>(nanoseconds_a_tick_) / 1e6;
    const std::uint64_t seen_ms = file.pictures.back().at_ms + std::uint64_t{last_picture_ms};
    if (!(said_ms > 0) || said_ms > static_cast<double>(2 * length_ms_max)) return seen_ms;
    return std::max(static_cast<std::uint64_t>(std::llround(said_ms)), std::uint64_t{file.pictures.back().at_ms} + 1);
  }

  WebmFile file;
  std::string refused;  // why it was stopped; empty: it was not

 private:
  static webm::Status done() { return webm::Status(webm::Status::kOkCompleted); }
  webm::Status stop(std::string sentence) {
    refused = std::move(sentence);
    return webm::Status(1);  // a code of the caller's own ends the parsing
  }

  void begin_block(const webm::Block& block, bool is_key) {
    track_ = block.track_number;
    is_key_ = is_key;
    const std::uint64_t nanoseconds_max = (length_ms_max + 1) * 1'000'000;
    const std::uint64_t tick = std::max<std::uint64_t>(nanoseconds_a_tick_, 1);
    const std::uint64_t cluster = std::min(cluster_ticks_, nanoseconds_max / tick + 32'768);
    const auto ticks = static_cast<std::int64_t>(cluster) + block.timecode;
    const std::uint64_t kept =
        std::min<std::uint64_t>(ticks < 0 ? 0 : static_cast<std::uint64_t>(ticks), nanoseconds_max / tick + 1);
    block_ms_ = kept * tick / 1'000'000;
  }

  std::vector<WebmPacket>* packets_of_track() {
    if (track_ == picture_track_) return &file.pictures;
    return track_ == sound_track_ ? &file.sound->packets : nullptr;
  }

  std::size_t file_bytes_;
  std::uint64_t nanoseconds_a_tick_ = 1'000'000;
  double duration_ticks_ = 0;
  std::optional<std::uint64_t> picture_track_, sound_track_, track_;
  std::uint64_t cluster_ticks_ = 0;
  std::uint64_t block_ms_ = 0;
  bool is_key_ = false;
};

Result<WebmFile> checked(Collector& found) {
  WebmFile& file = found.file;
  if (file.pictures.empty()) return refuse("there are no pictures in it");
  if (!file.pictures.front().is_key) return refuse("its first picture needs one before it; save it anew");
  std::size_t since_key = 0;
  for (std::size_t at = 0; at < file.pictures.size(); ++at) {
    if (at > 0 && file.pictures[at].at_ms < file.pictures[at - 1].at_ms) return refuse("its pictures are not in order");
    since_key = file.pictures[at].is_key ? 0 : since_key + 1;
    if (since_key >= limits::video_frames_from_key_max)
      return fail(ErrorCode::LimitExceeded, "video",
                  "a whole picture comes too seldom; save it with one at least every " +
                      std::to_string(limits::video_frames_from_key_max) + " (ffmpeg: -g 60)");
  }
  if (file.sound && file.sound->packets.empty()) file.sound.reset();
  const std::uint64_t length_ms = found.length_ms();
  if (length_ms > length_ms_max) return fail(ErrorCode::LimitExceeded, "video", Collector::longer_than_allowed());
  file.length_ms = static_cast<std::uint32_t>(length_ms);
  return std::move(file);
}

}  // namespace

bool is_webm(ByteView file) {
  constexpr std::array<std::uint8_t, 4> ebml{0x1A, 0x45, 0xDF, 0xA3};  // RFC 8794, section 11.2.1
  return file.size() >= ebml.size() && std::equal(ebml.begin(), ebml.end(), file.begin());
}

Result<WebmFile> read_webm(ByteView file) {
  if (file.size() > limits::video_bytes_max)
    return fail(ErrorCode::LimitExceeded, "video",
                "the file is larger than " + std::to_string(limits::video_bytes_max >> 20) + " MiB");
  if (!is_webm(file)) return refuse("it is no WebM file");
  Collector found(file.size());
  // The library throws when it runs out of memory.
  try {
    MemoryReader reader(file);
    webm::WebmParser parser;
    const webm::Status status = parser.Feed(&found, &reader);
    if (!found.refused.empty()) return refuse(found.refused);
    if (!status.completed_ok()) return refuse("the file is damaged or cut short");
  } catch (const std::exception&) {
    return refuse("the file is damaged");
  }
  return checked(found);
}

}  // namespace hornbook::platform
