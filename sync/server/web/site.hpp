// Everything that the server answers over HTTP: devices' bundles, packs, pages, health and figures.
// Thread rule: answer() is safe from any thread; the school's store is used by one at a time.
#pragma once

#include <mutex>

#include "runtime/core/time.hpp"
#include "sync/link/http.hpp"
#include "sync/server/school/known_devices.hpp"
#include "sync/server/school/school.hpp"
#include "sync/server/teaching/calibration.hpp"
#include "sync/server/teaching/library.hpp"
#include "sync/server/web/form.hpp"
#include "sync/server/web/sessions.hpp"
#include "sync/server/web/words.hpp"

namespace hornbook::server {

class Site {
 public:
  // `secure_cookies`: false on plain loopback alone. The clock must be safe from any thread.
  Site(School school, const Clock& clock, bool secure_cookies)
      : school_(std::move(school)), clock_(clock), secure_cookies_(secure_cookies) {}

  [[nodiscard]] link::HttpResponse answer(const link::HttpRequest& request);

  // Whose connection begins (sync/link/known_peer.hpp). Safe from any thread.
  [[nodiscard]] std::optional<link::KnownPeer> known_device(ByteView identity) { return known_devices_.find(identity); }

  // Calibrates (teaching/calibration.hpp) when events came since the last time, that was a day ago, and no device has
  // called for ten minutes. It takes minutes for a large school; the fit itself keeps nobody waiting. True when devices
  // will get other parameters.
  [[nodiscard]] Result<bool> calibrate_when_due();
  // Publishes the packs in use before the last publication ends (school/publication.hpp).
  [[nodiscard]] Result<bool> publish_when_due();

 private:
  struct Visitor {
    const Words& words;
    std::string cookie;
    std::optional<WebSession> session;
  };
  [[nodiscard]] Visitor visitor_of(const link::HttpRequest& request);
  [[nodiscard]] link::HttpResponse answer_page(const link::HttpRequest& request);
  [[nodiscard]] link::HttpResponse answer_post(const link::HttpRequest& request, const Visitor& visitor);
  [[nodiscard]] link::HttpResponse answer_bundle(const link::HttpRequest& request);
  [[nodiscard]] link::HttpResponse answer_key_request(const link::HttpRequest& request);
  [[nodiscard]] link::HttpResponse answer_relay(const link::HttpRequest& request);
  [[nodiscard]] link::HttpResponse answer_metrics();
  [[nodiscard]] link::HttpResponse show_sign_in(const Visitor& visitor, unsigned status, std::string_view problem,
                                                std::string_view user);
  [[nodiscard]] link::HttpResponse sign_in(const Visitor& visitor, const std::string& user,
                                           const std::string& password);
  [[nodiscard]] link::HttpResponse show_home(const Visitor& visitor);
  // The pages of a class. The name of all but the first comes off the end of `path`.
  enum class ClassPart : std::uint8_t { Whole, ToRead, Thinking, Plan, Nameless, Talk };
  [[nodiscard]] static ClassPart part_named_by(std::string_view& path);
  // Of parts whose form stands on the class page there is no page.
  [[nodiscard]] static bool is_form_alone(ClassPart part) {
    return part == ClassPart::Nameless || part == ClassPart::Talk;
  }
  // Of a class what `path` says after "/class/".
  [[nodiscard]] link::HttpResponse show_class(const Visitor& visitor, const link::HttpRequest& request);
  struct ClassPage {
    std::int64_t class_number = 0;
    ClassPart part = ClassPart::Whole;
  };
  // Nothing when it names no class.
  [[nodiscard]] static std::optional<ClassPage> page_named_by(std::string_view path);
  [[nodiscard]] Result<std::string> class_html(const Visitor& visitor, const ClassPage& shown,
                                               const link::HttpRequest& request);
  // What a form of a class's pages asks for.
  [[nodiscard]] link::HttpResponse take_form(const Visitor& visitor, const ClassPage& page, const Form& form);
  [[nodiscard]] link::HttpResponse message(const Visitor& visitor, unsigned status, std::string_view text);
  [[nodiscard]] Done bring_up_to_date();
  [[nodiscard]] Result<bool> check_password(const std::string& user, const std::string& password, Account& account);
  void set_cookie(link::HttpResponse& response, std::string_view value) const;

  std::mutex school_mutex_;
  std::mutex password_mutex_;  // Argon2id takes much memory: one at a time
  School school_;
  KnownDevices known_devices_{school_, school_mutex_};
  Library library_;
  const Clock& clock_;
  WebSessions sessions_;
  bool secure_cookies_;
  std::uint64_t bundles_taken_ = 0;  // under school_mutex_, as are the two below
  std::uint64_t bundles_refused_ = 0;
  std::uint64_t events_taken_ = 0;
  UnixMs last_bundle_ms_ = 0;
  std::optional<UnixMs> last_calibration_ms_;  // none: since the start nobody has looked
  std::uint64_t events_calibrated_ = 0;        // events_taken_ then
  [[nodiscard]] Result<std::optional<interpret::SchoolAttempts>> attempts_when_due();
};

}  // namespace hornbook::server
