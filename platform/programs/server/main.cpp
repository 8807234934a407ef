// hornbook-server: the school's part. Options are in commands.hpp, what they do in *_commands.cpp and serve.cpp.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>

#include "platform/programs/server/commands.hpp"
#include "platform/system/hardening.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::platform {
namespace {

constexpr int grace_days_max = 3650;
constexpr const char* grace_help = "days that devices keep what the school has stored but not backed up; 0: for ever";

// Every option of every command, and the command that was chosen.
struct CommandLine {
  SchoolPlace place;
  InitOptions init;
  ServeOptions serve;
  EnrolOptions enrol;
  BackupOptions backup;
  BundleImportOptions bundle;
  RelayOptions relay;
  PackAddOptions pack;
  KeyBackupOptions keys;
  RecoveryKitOptions kit;
  ExperimentStartOptions experiment;
  ExperimentConsentOptions consent;
  FamilyOptions family;
  std::string title, device, user, hash;
  std::uint64_t number = 0;
  std::vector<std::string> titles;
  std::filesystem::path source, secret_file;
  bool json = false, all_the_same = false;
  std::function<Done()> run;
};

CLI::App* add_command(CLI::App& parent, CommandLine& line, const char* name, const char* help) {
  CLI::App* command = parent.add_subcommand(name, help);
  command->add_option("--data", line.place.data_directory, "the school's data folder")->required();
  command->add_option("--key-file", line.place.key_file, "where the master key is, when not in the data folder");
  return command;
}

void add_school_commands(CLI::App& app, CommandLine& line) {
  CLI::App* init = add_command(app, line, "init", "make a school");
  init->add_option("--school", line.init.school, "its name")->required();
  init->add_option("--admin", line.init.administrator, "user name of the first administrator");
  init->add_option("--password-file", line.init.password_file, "file whose first line is the password");
  init->add_option("--backup", line.init.backup, "none, or mirrored: the data folder is on storage with a second copy")
      ->check(CLI::IsMember({"none", "mirrored"}));
  init->add_option("--grace-days", line.init.grace_days, grace_help)->check(CLI::Range(0, grace_days_max));
  init->callback([&line] { line.run = [&line] { return run_init(line.init, line.place); }; });

  CLI::App* serve = add_command(app, line, "serve", "answer devices and browsers");
  serve->add_option("--listen", line.serve.listen, "HOST:PORT; port 0 takes a free one")->required();
  serve->add_flag("--plain", line.serve.plain, "HTTP without TLS, on loopback only");
  serve->callback([&line] { line.run = [&line] { return run_serve(line.serve, line.place); }; });

  CLI::App* enrol = add_command(app, line, "enrol", "write a one-time enrolment file for a device");
  enrol->add_option("--device", line.enrol.device, "the device's name")->required();
  enrol->add_option("--profile", line.enrol.profile, "demo, station, home or hub")
      ->required()
      ->check(CLI::IsMember({"demo", "station", "home", "hub"}));
  enrol->add_option("--url", line.enrol.url,
                    "where the device finds this server, such as https://10.0.0.2:8443; "
                    "without it, where 'serve' last listened");
  enrol->add_option("--valid-hours", line.enrol.valid_hours, "how long the file may be used")
      ->check(CLI::Range(1, 24 * 365));
  enrol->add_option("--class", line.enrol.classes,
                    "a class that uses the device; a school's only class is taken anyway");
  enrol->add_option("--out", line.enrol.out, "the file to write")->required();
  enrol->add_option("--qr", line.enrol.qr, "a PNG to write its text into as a QR code");
  enrol->callback([&line] { line.run = [&line] { return run_enrol(line.enrol, line.place); }; });
}

void add_backup_command(CLI::App& app, CommandLine& line) {
  CLI::App* backup =
      add_command(app, line, "backup", "say how the school's data is kept, and how long devices keep theirs");
  backup->add_option("--copy", line.backup.copy, "none, or mirrored: the data folder is on storage with a second copy")
      ->check(CLI::IsMember({"none", "mirrored"}));
  backup->add_option("--grace-days", line.backup.grace_days, grace_help)->check(CLI::Range(0, grace_days_max));
  backup->add_flag("--json", line.json);
  backup->callback([&line] { line.run = [&line] { return run_backup(line.backup, line.place, line.json); }; });
}

void add_key_commands(CLI::App& app, CommandLine& line) {
  CLI::App* keys = app.add_subcommand("keys", "the school's keys")->require_subcommand(1);
  CLI::App* backup = add_command(*keys, line, "backup", "write the master key to a file, under a passphrase");
  backup->add_option("--out", line.keys.file, "the file to write")->required();
  backup->add_option("--passphrase-file", line.keys.passphrase_file, "file whose first line is the passphrase")
      ->required();
  backup->callback([&line] { line.run = [&line] { return run_keys_backup(line.keys, line.place); }; });
  CLI::App* restore = add_command(
      *keys, line, "restore", "go on from a copy of the data folder: puts the key back, and lets devices send again");
  CLI::Option* file = restore->add_option("file", line.keys.file, "of 'keys backup'; none: the key is there");
  restore->add_option("--passphrase-file", line.keys.passphrase_file, "file whose first line is the passphrase")
      ->needs(file);
  restore->add_option("--kit", line.keys.kit, "file with the typed shares of a recovery kit, or - to type them now")
      ->excludes(file);
  restore->callback([&line] { line.run = [&line] { return run_keys_restore(line.keys, line.place); }; });
  CLI::App* kit = add_command(*keys, line, "recovery-kit", "print the master key in shares that people keep apart");
  kit->add_option("--out", line.kit.out, "the folder to write the pages into")->required();
  kit->add_option("--shares", line.kit.shares, "how many there are")->check(CLI::Range(2, 16));
  kit->add_option("--threshold", line.kit.threshold, "how many bring the key back")->check(CLI::Range(2, 16));
  kit->callback([&line] { line.run = [&line] { return run_recovery_kit(line.kit, line.place); }; });
}

void add_ingest_key_commands(CLI::App& app, CommandLine& line) {
  CLI::App* keys = app.get_subcommand("keys");
  CLI::App* rotate = add_command(*keys, line, "rotate", "make a new ingest key; devices take it at their next contact");
  rotate->callback([&line] { line.run = [&line] { return run_keys_rotate(line.place); }; });
  CLI::App* list = add_command(*keys, line, "list", "show the ingest keys, and what still needs the older ones");
  list->add_flag("--json", line.json);
  list->callback([&line] { line.run = [&line] { return run_keys_list(line.place, line.json); }; });
  CLI::App* retire = add_command(*keys, line, "retire", "forget an older ingest key that nothing needs any more");
  retire->add_option("--number", line.number, "its number in 'keys list'")->required();
  retire->add_flag("--force", line.all_the_same, "although devices still need it: what they have not sent is lost");
  retire->callback(
      [&line] { line.run = [&line] { return run_keys_retire(line.place, line.number, line.all_the_same); }; });
  CLI::App* tell = add_command(*keys, line, "tell", "write the present ingest key for a device that has no link");
  tell->add_option("--device", line.device, "the device's name")->required();
  tell->add_option("--out", line.source, "the .hbundle file to write; the device imports it")->required();
  tell->callback([&line] { line.run = [&line] { return run_keys_tell(line.place, line.device, line.source); }; });
}

void add_device_commands(CLI::App& app, CommandLine& line) {
  CLI::App* devices = app.add_subcommand("device", "the school's devices")->require_subcommand(1);
  CLI::App* list = add_command(*devices, line, "list", "show them, and which are cloned or revoked");
  list->add_flag("--json", line.json);
  list->callback([&line] { line.run = [&line] { return run_device_list(line.place, line.json); }; });
  CLI::App* revoke = add_command(*devices, line, "revoke", "take nothing more from a device that was lost or stolen");
  revoke->add_option("--device", line.device, "the device's name")->required();
  revoke->callback([&line] { line.run = [&line] { return run_device_revoke(line.place, line.device); }; });
}

void add_calibrate_command(CLI::App& app, CommandLine& line) {
  CLI::App* calibrate = add_command(app, line, "calibrate",
                                    "learn from all learners' answers how hard items are, and tell every device; "
                                    "'serve' does it by itself at night");
  calibrate->add_flag("--json", line.json);
  calibrate->callback([&line] { line.run = [&line] { return run_calibrate(line.place, line.json); }; });
}

void add_bundle_commands(CLI::App& app, CommandLine& line) {
  CLI::App* bundle = app.add_subcommand("bundle", "devices' bundles that came as files")->require_subcommand(1);
  CLI::App* take = add_command(*bundle, line, "import", "take bundles, and write what the school answers");
  take->add_option("files", line.bundle.files, "bundles, or folders of them, such as a stick")->required();
  take->add_option("--reply", line.bundle.reply, "where the answer goes; the second is NAME.2, and so on");
  take->add_option("--reply-to", line.bundle.reply_to, "folder for the answers to the bundles of a folder")
      ->check(CLI::ExistingDirectory);
  take->callback([&line] { line.run = [&line] { return run_bundle_import(line.bundle, line.place); }; });
}

void add_pack_commands(CLI::App& app, CommandLine& line) {
  CLI::App* packs = app.add_subcommand("packs", "content packs")->require_subcommand(1);
  CLI::App* add = add_command(*packs, line, "add", "take a pack and assign it to every device");
  add->add_option("file", line.pack.file, "FILE.hbpack")->required();
  add->add_option("--root", line.pack.root, "root.json with the publishers' keys")->required();
  add->callback([&line] { line.run = [&line] { return run_packs_add(line.pack, line.place); }; });
  CLI::App* list = add_command(*packs, line, "list", "show the packs");
  list->add_flag("--json", line.json);
  list->callback([&line] { line.run = [&line] { return run_packs_list(line.place, line.json); }; });
  CLI::App* revoke = add_command(*packs, line, "revoke", "stop assigning a pack");
  revoke->add_option("hash", line.hash, "the pack's hash")->required();
  revoke->callback([&line] { line.run = [&line] { return run_packs_revoke(line.place, line.hash); }; });
}

void add_people_commands(CLI::App& app, CommandLine& line) {
  CLI::App* roster = app.add_subcommand("roster", "learners and classes")->require_subcommand(1);
  CLI::App* take = add_command(*roster, line, "import", "take a OneRoster set of CSV files");
  take->add_option("source", line.source, "a folder or ZIP archive")->required();
  take->add_flag("--json", line.json);
  take->callback([&line] { line.run = [&line] { return run_roster_import(line.place, line.source, line.json); }; });
  CLI::App* list = add_command(*roster, line, "list", "show classes, learners and their picture passwords");
  list->add_flag("--json", line.json);
  list->callback([&line] { line.run = [&line] { return run_roster_list(line.place, line.json); }; });
}

void add_class_commands(CLI::App& app, CommandLine& line) {
  CLI::App* classes = app.add_subcommand("class", "a class's lease and devices")->require_subcommand(1);
  CLI::App* lease = add_command(*classes, line, "lease", "make the lease that the teacher's passphrase opens");
  lease->add_option("--class", line.title, "the class's title")->required();
  lease->add_option("--passphrase-file", line.secret_file, "file whose first line is the passphrase")->required();
  lease->callback(
      [&line] { line.run = [&line] { return run_class_lease(line.place, line.title, line.secret_file); }; });
  CLI::App* assign = add_command(*classes, line, "assign", "let a class use a device");
  assign->add_option("--class", line.title, "the class's title")->required();
  assign->add_option("--device", line.device, "the device's name")->required();
  assign->callback([&line] { line.run = [&line] { return run_class_assign(line.place, line.title, line.device); }; });
}

void add_teacher_commands(CLI::App& app, CommandLine& line) {
  CLI::App* teacher = app.add_subcommand("teacher", "teachers' accounts")->require_subcommand(1);
  CLI::App* add = add_command(*teacher, line, "add", "make an account for the pages");
  add->add_option("--user", line.user, "the user name; with that of the roster the teacher sees the roster's classes")
      ->required();
  add->add_option("--password-file", line.secret_file, "file whose first line is the password")->required();
  add->add_option("--class", line.titles, "another class that the teacher sees");
  add->callback([&line] {
    line.run = [&line] { return run_teacher_add(line.place, line.user, line.secret_file, line.titles); };
  });
}

void add_badge_commands(CLI::App& app, CommandLine& line) {
  constexpr const char* learner_help = "the learner's id in the roster's users.csv";
  constexpr const char* sheet_help = "the page to write (HTML), for the printer";
  CLI::App* badges = app.add_subcommand("badge", "learners' badges, which open their own entry")->require_subcommand(1);
  CLI::App* sheet = add_command(*badges, line, "sheet", "make a page of a class's badges to print and cut");
  sheet->add_option("--class", line.title, "the class's title")->required();
  sheet->add_option("--out", line.source, sheet_help)->required();
  sheet->callback([&line] { line.run = [&line] { return run_badge_sheet(line.place, line.title, line.source); }; });
  CLI::App* renew = add_command(*badges, line, "renew", "make a new badge in place of a lost one");
  renew->add_option("--learner", line.user, learner_help)->required();
  renew->add_option("--out", line.source, sheet_help)->required();
  renew->callback([&line] { line.run = [&line] { return run_badge_renew(line.place, line.user, line.source); }; });
  CLI::App* revoke = add_command(*badges, line, "revoke", "take a badge back, without a new one");
  revoke->add_option("--learner", line.user, learner_help)->required();
  revoke->callback([&line] { line.run = [&line] { return run_badge_revoke(line.place, line.user); }; });
}

CLI::App* add_family_command(CLI::App& families, CommandLine& line, const char* name, const char* help,
                             Done (*run)(const SchoolPlace&, const FamilyOptions&)) {
  CLI::App* command = add_command(families, line, name, help);
  command->add_option("--name", line.family.name, "the family's name")->required();
  command->callback([&line, run] { line.run = [&line, run] { return run(line.place, line.family); }; });
  return command;
}

void add_family_commands(CLI::App& app, CommandLine& line) {
  constexpr const char* passphrase_help = "file whose first line is the guardian's passphrase";
  constexpr const char* small_help = "its devices have less than 1 GiB of memory";
  CLI::App* families =
      app.add_subcommand("family", "learners at home, under a guardian's passphrase")->require_subcommand(1);
  CLI::App* make = add_family_command(*families, line, "make", "make a family of learners", run_family_make);
  make->add_option("--learner", line.family.learners, "a learner's id in the roster's users.csv")->required();
  make->add_option("--passphrase-file", line.family.passphrase_file, passphrase_help)->required();
  make->add_flag("--small", line.family.small_devices, small_help);
  add_family_command(*families, line, "assign", "let it use a device", run_family_assign)
      ->add_option("--device", line.family.device, "the device's name")
      ->required();
  CLI::App* passphrase =
      add_family_command(*families, line, "passphrase", "give it another passphrase", run_family_passphrase);
  passphrase->add_option("--passphrase-file", line.family.passphrase_file, passphrase_help)->required();
  passphrase->add_flag("--small", line.family.small_devices, small_help);
  add_family_command(*families, line, "revoke", "take it off its devices", run_family_revoke)
      ->add_option("--device", line.family.device, "off this one alone");
  CLI::App* list = add_command(*families, line, "list", "show the families' names");
  list->callback([&line] { line.run = [&line] { return run_family_list(line.place); }; });
}

constexpr const char* experiment_help = "its name in 'experiment list'";
constexpr const char* by_help = "who decides it, for the record";

void add_experiment_start(CLI::App& experiments, CommandLine& line) {
  CLI::App* start =
      add_command(experiments, line, "start", "draw learners into its arms, on a recorded basis of consent");
  start->add_option("experiment", line.experiment.experiment, experiment_help)->required();
  start->add_option("--by", line.experiment.by, by_help);
  start->add_option("--basis", line.experiment.basis,
                    "of consent, in words, such as \"guardians' consent, form of 2026-09-01\"; no learner's name");
  start->add_option("--until", line.experiment.until, "its last day, such as 2027-03-31")->required();
  start->add_option("--share", line.experiment.second_permille, "of the second arm, of 1000")
      ->check(CLI::Range(1, 999));
  start->add_flag("--everyone", line.experiment.everyone, "the basis covers every learner who is not withdrawn");
  start->add_option("--consented", line.experiment.consented,
                    "file with the roster's ids of those who have a consent, one a line");
  start->callback([&line] { line.run = [&line] { return run_experiment_start(line.place, line.experiment); }; });
}

void add_consent_command(CLI::App& experiments, CommandLine& line, const char* name, const char* help, bool withdrawn) {
  CLI::App* command = add_command(experiments, line, name, help);
  command->add_option("experiment", line.consent.experiment, experiment_help)->required();
  command->add_option("--learners", line.consent.learners, "file with the roster's ids of the learners, one a line")
      ->required();
  command->add_option("--by", line.consent.by, by_help);
  command->callback([&line, withdrawn] {
    line.consent.withdrawn = withdrawn;
    line.run = [&line] { return run_experiment_consent(line.place, line.consent); };
  });
}

void add_experiment_commands(CLI::App& app, CommandLine& line) {
  CLI::App* experiments =
      app.add_subcommand("experiment", "two ways of teaching, compared; none runs that was not started")
          ->require_subcommand(1);
  CLI::App* list = add_command(*experiments, line, "list", "show what packs and the school declare, and what runs");
  list->add_flag("--json", line.json);
  list->callback([&line] { line.run = [&line] { return run_experiment_list(line.place, line.json); }; });
  CLI::App* declare = add_command(*experiments, line, "declare", "take a school's own experiment");
  declare->add_option("file", line.source, "FILE.json")->required();
  declare->callback([&line] { line.run = [&line] { return run_experiment_declare(line.place, line.source); }; });
  add_experiment_start(*experiments, line);
  add_consent_command(*experiments, line, "consent", "record consents that came in later", false);
  add_consent_command(*experiments, line, "withdraw", "take learners out of it, at any time", true);
  CLI::App* stop = add_command(*experiments, line, "stop", "end it");
  stop->add_option("experiment", line.title, experiment_help)->required();
  stop->add_option("--by", line.user, by_help);
  stop->callback([&line] { line.run = [&line] { return run_experiment_stop(line.place, line.title, line.user); }; });
  CLI::App* show = add_command(*experiments, line, "show", "compare its arms");
  show->add_option("experiment", line.title, experiment_help)->required();
  show->add_flag("--json", line.json);
  show->callback([&line] { line.run = [&line] { return run_experiment_show(line.place, line.title, line.json); }; });
}

void add_relay_commands(CLI::App& app, CommandLine& line) {
  CLI::App* relay = app.add_subcommand("relay", "keep bundles for schools that have no link now; reads none of them");
  relay->add_option("--data", line.relay.data_directory, "the relay's data folder")->required();
  relay->add_option("--listen", line.relay.listen, "HOST:PORT; port 0 takes a free one")->required();
  relay->add_option("--school", line.relay.schools, "address of a school whose card is here; without it, all of them");
  relay->add_option("--card", line.relay.cards, "a school's card, made by 'card'; kept, so once is enough");
  relay->add_flag("--show", line.relay.show, "only print the relay's own card, for devices");
  relay->add_option("--url", line.relay.url, "with --show: where devices find the relay");
  relay->add_option("--days", line.relay.days, "how long mail is kept")->check(CLI::Range(1, 3650));
  relay->add_option("--space-mib", line.relay.space_mib, "most that mail may take on the disk")
      ->check(CLI::Range(1, 1 << 20));
  relay->add_option("--forward-seconds", line.relay.forward_seconds, "between two tries to reach the schools")
      ->check(CLI::Range(1, 86'400));
  relay->callback([&line] { line.run = [&line] { return run_relay(line.relay); }; });

  CLI::App* card = add_command(app, line, "card", "write the school's card, for whoever runs a relay");
  card->add_option("--url", line.enrol.url, "where the relay finds this server; without it, where it last listened");
  card->add_option("--out", line.source, "the file to write")->required();
  card->callback([&line] { line.run = [&line] { return run_card(line.place, line.enrol.url, line.source); }; });
}

int report(const Error& error) {
  std::fprintf(stderr, "hornbook-server: %s\n", describe(error).c_str());
  return exit_code(error.code);
}

int run(int count, char** arguments) {
  CommandLine line;
  CLI::App app("The school server of Hornbook.", "hornbook-server");
  app.require_subcommand(1);
  add_school_commands(app, line);
  add_backup_command(app, line);
  add_key_commands(app, line);
  add_ingest_key_commands(app, line);
  add_device_commands(app, line);
  add_calibrate_command(app, line);
  add_bundle_commands(app, line);
  add_pack_commands(app, line);
  add_people_commands(app, line);
  add_class_commands(app, line);
  add_teacher_commands(app, line);
  add_experiment_commands(app, line);
  add_relay_commands(app, line);
  add_badge_commands(app, line);
  add_family_commands(app, line);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help
    return report(Error{ErrorCode::WrongUsage, "command line", std::string(error.what()) + "; see --help"});
  }
  if (const Done hardened = forbid_core_dumps(); !hardened) return report(hardened.error());
  if (const Done started = crypto_start(); !started) return report(started.error());
  const Done done = line.run();
  return done ? 0 : report(done.error());
}

}  // namespace
}  // namespace hornbook::platform

int main(int count, char** arguments) { return hornbook::platform::run(count, arguments); }
