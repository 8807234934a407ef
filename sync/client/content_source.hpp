// What a school serves under /content/, over the connection that a sync has open.
#pragma once

#include <filesystem>

#include "sync/delivery/ports.hpp"
#include "sync/link/http_client.hpp"

namespace hornbook::device {

// Addresses: "objects/HEX", "packs/HEX.index", "metadata/NAME", "targets/PATH", "deltas/HEX.HEX".
// The client must live as long.
class SchoolContent final : public delivery::FileSource {
 public:
  // `unfinished`: a folder, made when it is needed, for the file whose connection breaks off: another fetch of it goes
  // on at the byte. It is gone when the file has come, so that one that turns out to be another begins anew.
  SchoolContent(link::HttpClient& client, std::filesystem::path unfinished)
      : client_(&client), unfinished_(std::move(unfinished)) {}
  [[nodiscard]] Result<Bytes> fetch(std::string_view address, std::size_t bytes_max) override;

 private:
  link::HttpClient* client_;
  std::filesystem::path unfinished_;
};

// One folder of a source as a source of its own. The source must live as long.
class FolderOf final : public delivery::FileSource {
 public:
  // `folder` ends with '/'.
  FolderOf(delivery::FileSource& source, std::string folder) : source_(&source), folder_(std::move(folder)) {}
  [[nodiscard]] Result<Bytes> fetch(std::string_view address, std::size_t bytes_max) override {
    return source_->fetch(folder_ + std::string(address), bytes_max);
  }

 private:
  delivery::FileSource* source_;
  std::string folder_;
};

}  // namespace hornbook::device
