#include "platform/programs/station/videos.hpp"

#include <optional>

#include "platform/video/video.hpp"

namespace hornbook::platform {
namespace {

class OpenVideo {
 public:
  explicit OpenVideo(const PackShelf* shelf) : shelf_(shelf) {}

  std::shared_ptr<const ui::PictureImage> picture(const ui::MovingPicture& wanted, int width, int height) {
    if (file_ != wanted.file) open(wanted.file);
    if (!video_) return nullptr;
    const auto decoded = video_->picture_at(wanted.position_ms, width, height);
    if (!decoded) return shown_;  // the last one that was whole
    if (*decoded == decoded_) return shown_;
    decoded_ = *decoded;
    shown_ =
        std::make_shared<const ui::PictureImage>(ui::PictureImage{decoded_->width, decoded_->height, decoded_->rgba});
    return shown_;
  }

 private:
  void open(const Hash& file) {
    file_ = file;
    video_.reset();
    decoded_.reset();
    shown_.reset();
    if (shelf_ == nullptr) return;
    Result<Bytes> bytes = shelf_->media(file);
    if (!bytes) return;
    if (Result<Video> opened = Video::open(std::move(*bytes))) video_.emplace(std::move(*opened));
  }

  const PackShelf* shelf_;
  std::optional<Hash> file_;  // that was opened last, whether or not it could be
  std::optional<Video> video_;
  std::shared_ptr<const VideoImage> decoded_;
  std::shared_ptr<const ui::PictureImage> shown_;  // the same for the painter
};

}  // namespace

ui::VideoPicture find_videos(const PackShelf* shelf) {
  return [open = std::make_shared<OpenVideo>(shelf)](const ui::MovingPicture& picture, int width, int height) {
    return open->picture(picture, width, height);
  };
}

}  // namespace hornbook::platform
