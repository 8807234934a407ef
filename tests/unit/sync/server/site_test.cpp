#include "sync/server/web/site.hpp"

#include "sync/server/school/accounts.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

bool contains(ByteView body, std::string_view part) { return as_text(body).find(part) != std::string_view::npos; }

// A browser without a network: keeps its cookie and reads the form token out of the page.
class Pages : public test::ServerBed {
 protected:
  void SetUp() override {
    ASSERT_TRUE(add_account(*school_, "teacher", Role::Teacher, "a good password").has_value());
    ASSERT_TRUE(tie_to_class(*school_, "teacher", find_class(*school_, "4 Robin")->number).has_value());
    site_ = std::make_unique<Site>(School::open(opening()).value(), clock_, true);
  }
  link::HttpResponse get(const std::string& path) { return ask("GET", path, ""); }
  link::HttpResponse post(const std::string& path, const std::string& body) { return ask("POST", path, body); }
  link::HttpResponse ask(const char* method, const std::string& path, const std::string& body) {
    link::HttpRequest request;
    request.method = method;
    request.path = path;
    request.body.assign(body.begin(), body.end());
    if (!cookie_.empty()) request.headers["cookie"] = cookie_;
    link::HttpResponse response = site_->answer(request);
    if (response.headers.contains("set-cookie")) {
      set_cookie_ = response.headers["set-cookie"];
      cookie_ = set_cookie_.substr(0, set_cookie_.find(';'));
    }
    return response;
  }
  static std::string token_in(const link::HttpResponse& page) {
    const std::string text(as_text(page.body));
    const std::string before = "name=\"form_token\" value=\"";
    const std::size_t at = text.find(before) + before.size();
    return text.substr(at, text.find('"', at) - at);
  }
  std::string form_token() { return token_in(get("/sign-in")); }
  link::HttpResponse sign_in(const std::string& password) {
    return post("/sign-in", "form_token=" + form_token() + "&user=teacher&password=" + password);
  }

  std::unique_ptr<Site> site_;
  std::string cookie_;
  std::string set_cookie_;
};

TEST_F(Pages, Calibration_IsDueWhenADayIsOverAndNoDeviceCalls) {
  EXPECT_FALSE(*site_->calibrate_when_due()) << "nobody has answered anything";
  add_sample_pack();
  test::DeviceCard card = enrolled_device("Station 1");
  std::vector<measure::Event> events;
  std::uint32_t index = 0;
  for (const char* source : {"u1", "u2", "u3"})
    for (const measure::Event& event : lesson(source, events.size() + 1, {true, false}, ++index))
      events.push_back(event);
  const test::OpenEpoch epoch = card.open_epoch(0);
  const Bytes bundle = card.sealed(card.bundle(epoch, {card.segment(epoch, 0, events)}));
  EXPECT_EQ(ask("POST", "/sync/v1", std::string(as_text(bundle))).status, 200u);
  clock_.advance(test::a_day_ms);
  EXPECT_FALSE(*site_->calibrate_when_due()) << "three learners are too few to tell of";
  EXPECT_EQ(read_attempts(*school_, library_)->log.size(), 6u);
  EXPECT_EQ(count("calibrated"), 0);
}

TEST_F(Pages, WithoutSigningIn_NothingOfAClassIsShown) {
  for (const char* path : {"/", "/class/1", "/anything"}) {
    const link::HttpResponse response = get(path);
    EXPECT_EQ(response.status, 303u) << path;
    EXPECT_EQ(response.headers.at("location"), "/sign-in");
  }
}

TEST_F(Pages, ClassOfAnotherTeacher_IsNeitherShownNorNamed) {
  ASSERT_EQ(sign_in("a+good+password").status, 303u);
  const auto path = [&](const char* title) { return "/class/" + std::to_string(find_class(*school_, title)->number); };
  const link::HttpResponse own = get(path("4 Robin"));
  EXPECT_EQ(own.status, 200u);
  EXPECT_FALSE(contains(own.body, "5 Heron"));
  const link::HttpResponse others = get(path("5 Heron"));
  EXPECT_EQ(others.status, 404u);
  EXPECT_FALSE(contains(others.body, "Dara"));
}

TEST_F(Pages, RightPassword_LeadsToTheClass) {
  const link::HttpResponse signed_in = sign_in("a+good+password");
  EXPECT_EQ(signed_in.status, 303u);
  for (const char* part : {"HttpOnly", "SameSite=Strict", "Secure", "Path=/"})
    EXPECT_NE(set_cookie_.find(part), std::string::npos) << part;
  EXPECT_EQ(get("/").headers.at("location"), "/class/1");
  const link::HttpResponse page = get("/class/1");
  EXPECT_EQ(page.status, 200u);
  EXPECT_TRUE(contains(page.body, "Amina Diallo"));
  EXPECT_NE(page.headers.at("content-security-policy").find("default-src 'none'"), std::string::npos);
  EXPECT_EQ(page.headers.at("cache-control"), "no-store");
  EXPECT_EQ(get("/class/77").status, 404u);
  EXPECT_EQ(get("/class/x").status, 404u);
  EXPECT_TRUE(contains(page.body, "href=\"/class/1/to-read\""));
  EXPECT_EQ(get("/class/1/to-read").status, 200u);
  EXPECT_EQ(get("/class/77/to-read").status, 404u);
}

TEST_F(Pages, WrongPasswords_AreSlowedDown) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("wrong").status, 403u);
  EXPECT_EQ(sign_in("a+good+password").status, 429u) << "even the right one waits now";
  clock_.advance(61'000);
  EXPECT_EQ(sign_in("a+good+password").status, 303u);
}

TEST_F(Pages, PostWithoutTheFormsToken_IsRefused) {
  EXPECT_EQ(post("/sign-in", "user=teacher&password=a+good+password").status, 403u);
  ASSERT_EQ(sign_in("a+good+password").status, 303u);
  EXPECT_EQ(post("/sign-out", "form_token=guess").status, 403u);
  EXPECT_EQ(get("/class/1").status, 200u) << "still signed in";
}

TEST_F(Pages, IdleSession_Ends) {
  ASSERT_EQ(sign_in("a+good+password").status, 303u);
  clock_.advance(59 * 60'000);
  EXPECT_EQ(get("/class/1").status, 200u);
  clock_.advance(61 * 60'000);
  EXPECT_EQ(get("/class/1").status, 303u);
}

TEST_F(Pages, SignedOut_TheOldCookieIsWorthNothing) {
  ASSERT_EQ(sign_in("a+good+password").status, 303u);
  const std::string page(as_text(get("/class/1").body));
  const std::string before = "name=\"form_token\" value=\"";
  const std::size_t at = page.find(before) + before.size();
  ASSERT_EQ(post("/sign-out", "form_token=" + page.substr(at, page.find('"', at) - at)).status, 303u);
  EXPECT_EQ(get("/class/1").status, 303u);
}

TEST_F(Pages, BundleOverHttp_IsAnsweredAndCounted) {
  const test::DeviceCard card = ordered_device("Station 1");
  link::HttpRequest request;
  request.method = "POST";
  request.path = "/sync/v1";
  request.body = card.sealed(card.with_enrolment({}));
  const link::HttpResponse response = site_->answer(request);
  ASSERT_EQ(response.status, 200u) << as_text(response.body);
  EXPECT_TRUE(card.read(response.body).value().accepted.has_value());
  request.body[20] ^= 1;
  EXPECT_GE(site_->answer(request).status, 400u);
  const link::HttpResponse metrics = get("/metrics");
  EXPECT_TRUE(contains(metrics.body, "hornbook_bundles_taken_total 1\n"));
  EXPECT_TRUE(contains(metrics.body, "hornbook_bundles_refused_total 1\n"));
  EXPECT_EQ(get("/health").status, 200u);
}

TEST_F(Pages, PackContent_IsServedByHashWithRanges) {
  add_sample_pack();
  const std::string path = "/content/packs/" + to_hex(pack_.hash.view()) + ".index";
  const link::HttpResponse whole = get(path);
  ASSERT_EQ(whole.status, 200u);
  link::HttpRequest request;
  request.method = "GET";
  request.path = path;
  request.headers["range"] = "bytes=10-19";
  const link::HttpResponse part = site_->answer(request);
  ASSERT_EQ(part.status, 206u);
  EXPECT_EQ(part.body, Bytes(whole.body.begin() + 10, whole.body.begin() + 20));
  request.headers["range"] = "bytes=99999999-";
  EXPECT_EQ(site_->answer(request).status, 416u);
  EXPECT_EQ(get("/content/packs/../../school.sqlite").status, 404u);
  EXPECT_EQ(get("/content/objects/" + std::string(64, 'a')).status, 404u);
}

TEST_F(Pages, PlanOfTheOwnClass_IsSetByItsForm_AndOfAnotherOrWithoutTokenIsNot) {
  ASSERT_EQ(sign_in("a+good+password").status, 303u);
  const std::string path = "/class/" + std::to_string(find_class(*school_, "4 Robin")->number) + "/plan";
  const link::HttpResponse page = get(path);
  ASSERT_EQ(page.status, 200u);
  const std::string token = token_in(page);
  EXPECT_EQ(post(path, "act=plan&who=all&form_token=wrong").status, 403u);
  EXPECT_EQ(count("event"), 0);
  EXPECT_EQ(post(path, "act=plan&who=all&own_choice=yes&form_token=" + token).status, 303u);
  EXPECT_EQ(count("event"), 3);
  EXPECT_EQ(post(path, "act=plan&who=all&term_end=1999-01-01&form_token=" + token).status, 400u);
  const std::string other = "/class/" + std::to_string(find_class(*school_, "5 Heron")->number) + "/plan";
  EXPECT_EQ(post(other, "act=plan&who=all&form_token=" + token).status, 404u);
  EXPECT_EQ(get(other).status, 404u);
  EXPECT_EQ(count("event"), 3);
  EXPECT_TRUE(contains(get(path).body, "reviews another day"));
}

TEST_F(Pages, WorkWithoutAName_IsAddedByItsForm_ToALearnerOfTheClassAlone) {
  add_sample_pack();
  test::DeviceCard card = enrolled_device("Station 1");
  std::vector<measure::Event> events = lesson("u1", 1, {true, false});
  auto& start = std::get<measure::SessionStart>(events.front().body);
  start.learner = id_from_bytes<LearnerId>(Bytes(16, 7)).value();
  start.provisional = true;
  const test::OpenEpoch epoch = card.open_epoch(0);
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).has_value());
  ASSERT_EQ(sign_in("a+good+password").status, 303u);
  const std::string path = "/class/" + std::to_string(find_class(*school_, "4 Robin")->number);
  const link::HttpResponse page = get(path);
  ASSERT_TRUE(contains(page.body, "Work without a name"));
  const std::string fields = "form_token=" + token_in(page) + "&nameless=" + to_hex(Bytes(16, 7)) + "&learner=";
  EXPECT_EQ(get(path + "/nameless").status, 404u) << "there is a form for it, and no page";
  EXPECT_EQ(post(path + "/nameless", fields).status, 400u) << "nobody was chosen";
  EXPECT_EQ(post(path + "/nameless", fields + to_hex(learner("u4").view())).status, 404u);
  EXPECT_EQ(post(path + "/nameless", fields + to_hex(learner("u1").view())).status, 303u);
  EXPECT_FALSE(contains(get(path).body, "Work without a name"));
  EXPECT_EQ(state_of("u1").evidence.answers, 2u);
}

TEST_F(Pages, RequestToTalk_IsMarkedAsSeenByItsForm) {
  test::DeviceCard card = enrolled_device("Station 1");
  const test::OpenEpoch epoch = card.open_epoch(0);
  const measure::Event asked{4, 1, 0, measure::TalkRequested{learner("u1"), {clock_.now().unix_ms, 1000}}};
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, {asked})})).has_value());
  ASSERT_EQ(sign_in("a+good+password").status, 303u);
  const std::string path = "/class/" + std::to_string(find_class(*school_, "4 Robin")->number);
  const link::HttpResponse page = get(path);
  EXPECT_TRUE(contains(page.body, "wants to talk with you"));
  EXPECT_TRUE(contains(page.body, "I have seen this: Amina Diallo"));
  const std::string token = token_in(page);
  EXPECT_EQ(post(path + "/talk", "request=1&form_token=wrong").status, 403u);
  EXPECT_EQ(post(path + "/talk", "request=none&form_token=" + token).status, 404u);
  const std::string other = "/class/" + std::to_string(find_class(*school_, "5 Heron")->number);
  EXPECT_EQ(post(other + "/talk", "request=1&form_token=" + token).status, 404u);
  EXPECT_TRUE(contains(get(path).body, "wants to talk with you"));
  EXPECT_EQ(post(path + "/talk", "request=1&form_token=" + token).status, 303u);
  EXPECT_FALSE(contains(get(path).body, "wants to talk with you"));
  EXPECT_EQ(get(path + "/talk").status, 404u);
}

}  // namespace
}  // namespace hornbook::server
