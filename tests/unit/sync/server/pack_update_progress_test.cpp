// A learner practises on one version of a pack, and the next version comes by sync: an item and a skill were inserted
// in the middle, a skill and an item renamed, a skill and an item split. Progress follows their identity, never their
// place, on the device and at the school alike (content_packs/schema/FORMAT.md, "Versions and progress").
#include "content_packs/build/build_pack.hpp"
#include "content_packs/build/source_tree.hpp"
#include "runtime/session/session.hpp"
#include "sync/client/fetch_packs.hpp"
#include "sync/server/web/content.hpp"
#include "tests/unit/sync/server/field_device.hpp"

namespace hornbook::server {
namespace {

constexpr std::string_view name = "org.example.update";
std::uint64_t key(std::string_view id) { return interpret::stable_key(name, id); }

Bytes bytes(std::string_view text) { return {text.begin(), text.end()}; }

Bytes item(std::string_view id, std::string_view skill, std::string_view more = {}) {
  return bytes("id: " + std::string(id) + "\nobjective: o\nskills: [" + std::string(skill) +
               "]\ndifficulty: 5\nprompt: {en: 'Type 3'}\nnumber: {answer: 3}\nhints: [{en: h}, {en: h}, {en: h}]\n"
               "explanation: {en: e}\nnot_yet: {en: n}\n" +
               std::string(more));
}

Bytes manifest(std::string_view version) {
  return bytes("name: " + std::string(name) + "\nversion: \"" + std::string(version) +
               "\"\nlanguages: [en]\ntitle: {en: U}\nlicence: CC0-1.0\nauthors: [A]\nsubject: mathematics\n");
}

content::SourceTree first_version() {
  return {{"pack.yaml", manifest("1")},
          {"skills.yaml", bytes("skills:\n  - {id: halves, title: {en: H}, can_do: {en: c}}\n"
                                "  - {id: thirds, title: {en: T}, can_do: {en: c}}\n")},
          {"items/01-a.yaml", item("a", "halves")},
          {"items/02-b.yaml", item("b", "halves")},
          {"items/03-c.yaml", item("c", "thirds")}};
}

content::SourceTree second_version() {
  return {{"pack.yaml", manifest("2")},
          {"skills.yaml", bytes("skills:\n  - {id: equal-halves, title: {en: H}, can_do: {en: c}, was: [halves]}\n"
                                "  - {id: fourths, title: {en: F}, can_do: {en: c}}\n"
                                "  - {id: see-thirds, title: {en: S}, can_do: {en: c}, was: [thirds]}\n"
                                "  - {id: make-thirds, title: {en: M}, can_do: {en: c}, was: [thirds]}\n")},
          {"items/01-a.yaml", item("a", "equal-halves")},
          {"items/015-new.yaml", item("inserted", "fourths")},
          {"items/02-b.yaml", item("b-renamed", "equal-halves", "was: [b]\n")},
          {"items/03-c.yaml", item("c-see", "see-thirds", "was: [c]\n")},
          {"items/04-c.yaml", item("c-make", "make-thirds", "was: [c]\n")}};
}

// What a school serves under /content/, without a link.
class Served final : public delivery::FileSource {
 public:
  explicit Served(const School& school) : folders_{school.packs_directory(), school.delivery_directory()} {}
  Result<Bytes> fetch(std::string_view address, std::size_t) override {
    link::HttpRequest request;
    request.method = "GET";
    request.path = "/content/" + std::string(address);
    link::HttpResponse response = answer_content(folders_, request);
    if (response.status != 200) return fail(ErrorCode::NotFound, "content", "there is no such thing");
    return std::move(response.body);
  }

 private:
  ContentFolders folders_;
};

class PackUpdate : public test::FieldDeviceBed {
 protected:
  Hash add(const content::SourceTree& tree) {
    content::ReadOutcome read = content::read_pack(tree);
    EXPECT_TRUE(read.problems.empty());
    const content::BuiltPack built = content::build_pack(read.source).value();
    const std::vector<const SigningKey*> keys{&publisher_};
    const std::filesystem::path file = folder_.path() / "new.hbpack";
    EXPECT_TRUE(write_private_file(file, content::to_file(built, keys)));
    return add_pack(*school_, file, {{publisher_.verify_key()}, 1}, clock_.now().unix_ms).value();
  }
  // A sync as the device makes it: bundles, then the packs that are missing.
  void synchronise_with_packs() {
    synchronise();
    Served served(*school_);
    device::DeviceFolder folder = open_device();
    const device::PackFetch report = device::fetch_packs(folder, served, [] { return false; }).value();
    EXPECT_FALSE(report.first_failure) << report.first_failure->sentence;
  }

  // A session of u1 with the pack, as the station begins it, then answers: (item, right). The state after all of it, as
  // the device folds it.
  interpret::LearnerState session(const Hash& pack_hash, const std::vector<std::pair<std::uint32_t, bool>>& answers) {
    const device::DeviceFolder folder = open_device();
    const pack::Pack pack = folder.packs.load(pack_hash, folder.identity.school.packs).value();
    const Learner known = load_learner(*school_, learner_number("u1")).value();
    journal::Writer writer = journal::Writer::open(data(), folder.identity, clock_, "boot").value();
    journal::Capsule capsule = writer.sign_in(known.id, known.profile.capsule_key).value();
    interpret::Base base;
    if (const auto parked = writer.store().parked_base(known.id).value()) {
      capsule.base = open_random(known.profile.capsule_key, known.id.view(), *parked).value();
      base = interpret::decode_base(capsule.base).value();
      std::erase_if(capsule.tail, [&](const measure::EventRecord& record) {
        return interpret::covers(base.contains, record.device, record.epoch, record.event.sequence);
      });
      EXPECT_TRUE(writer.rewrite_capsule(capsule));
    }
    begin(writer, known, pack, base, capsule);
    for (const auto& [number, right] : answers) answer(writer, known, number, right);
    interpret::LearnerState state = base.state;
    const interpret::CurriculumSet curricula{{pack_hash, pack.curriculum()}};
    const journal::Capsule latest = writer.sign_in(known.id, known.profile.capsule_key).value();
    for (const measure::EventRecord& record : latest.tail) interpret::fold(state, record, curricula, parameters_);
    EXPECT_TRUE(writer.sign_out());
    return state;
  }

  void begin(journal::Writer& writer, const Learner& known, const pack::Pack& pack, const interpret::Base& base,
             const journal::Capsule& capsule) {
    auto context = std::make_shared<session::SessionContext>();
    context->device = open_device().identity.id();
    context->epoch = writer.epoch();
    context->learner_index = writer.learner_index(known.id);
    context->learner = known.id;
    context->language = "en";
    context->parameters = parameters_;
    context->packs = {{0, pack.curriculum().get()}};
    context->bindings = {{0, pack.hash()}};
    context->curricula = {{pack.hash(), pack.curriculum()}};
    session::SessionOpening opening;
    opening.context = context;
    opening.base = base;
    opening.tail = capsule.tail;
    opening.session_number = capsule.sessions + 1;
    opening.time = {clock_.now().unix_ms, 1000};
    opening.next_sequence = writer.next_sequence();
    const session::SessionStep step = session::begin(std::move(opening), clock_.monotonic_ms()).value();
    std::vector<measure::Event> events;
    for (const session::SessionEffect& effect : step.effects) events.push_back(effect.event);
    EXPECT_TRUE(writer.append(events));
    decision_ = step.state.decision;
  }
  static void answer(journal::Writer& writer, const Learner& known, std::uint32_t number, bool right) {
    measure::Response response;
    response.answer = engage::Answer{2, {}, {right ? "3" : "4"}};
    response.correct = right;
    response.credit_permille = right ? 1000 : 0;
    response.response_ms = 4000;
    for (const measure::EventBody& body :
         {measure::EventBody(measure::ItemPresented{0, number, number}), measure::EventBody(response)}) {
      const auto sequence = writer.next_sequence();
      const measure::Event event{sequence, writer.learner_index(known.id), static_cast<std::int64_t>(sequence) * 1000,
                                 body};
      ASSERT_TRUE(writer.append({&event, 1}));
    }
  }

  const SigningKey publisher_ = SigningKey::generate();
  const interpret::Parameters parameters_ = interpret::default_parameters();
  measure::Decision decision_;
};

TEST_F(PackUpdate, InsertedRenamedAndSplit_ProgressFollowsIdentityOnTheDeviceAndAtTheSchool) {
  const Hash first = add(first_version());
  enrol_device();
  synchronise_with_packs();
  const interpret::LearnerState before =
      session(first, {{0, true}, {0, true}, {0, true}, {1, false}, {2, true}, {2, false}});
  ASSERT_EQ(before.skills.at(key("halves")).opportunities, 4u);
  ASSERT_EQ(before.skills.at(key("thirds")).opportunities, 2u);

  const Hash second = add(second_version());
  synchronise_with_packs();
  interpret::LearnerState after = session(second, {{1, true}});
  const auto same_skill = [&](const char* now, const char* then) {
    const interpret::SkillState& new_one = after.skills.at(key(now));
    const interpret::SkillState& old_one = before.skills.at(key(then));
    EXPECT_EQ(new_one.opportunities, old_one.opportunities) << now;
    EXPECT_EQ(new_one.correct, old_one.correct) << now;
    EXPECT_EQ(new_one.known, old_one.known) << now;
  };
  same_skill("equal-halves", "halves");
  same_skill("see-thirds", "thirds");
  same_skill("make-thirds", "thirds");
  const auto presented = [&](const char* id) { return after.items.at(key(id)).presented; };
  EXPECT_EQ(presented("a"), 3u);
  EXPECT_EQ(presented("b-renamed"), 1u);
  EXPECT_EQ(presented("c-see"), 2u);
  EXPECT_EQ(presented("c-make"), 2u);
  EXPECT_EQ(presented("inserted"), 1u) << "what stands where another stood has only what was done there";
  EXPECT_EQ(after.skills.at(key("fourths")).opportunities, 1u);

  // What was offered first was decided from what the learner brought along.
  const char* const skills[] = {"equal-halves", "fourths", "see-thirds", "make-thirds"};
  const std::string chosen = skills[decision_.chosen.skill_index];
  EXPECT_EQ(decision_.opportunities, chosen == "fourths" ? 0u : after.skills.at(key(chosen)).opportunities) << chosen;

  synchronise_with_packs();
  EXPECT_EQ(interpret::hash_of(state_of("u1").base.state), interpret::hash_of(after)) << "the school folds the same";
  EXPECT_TRUE(test::FieldDeviceBed::open_device().packs.load(second, open_device().identity.school.packs));
}

}  // namespace
}  // namespace hornbook::server
