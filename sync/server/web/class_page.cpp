#include "sync/server/web/class_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sync/server/web/html.hpp"
#include "sync/server/web/nameless_section.hpp"

namespace hornbook::server {
namespace {

constexpr std::int64_t day_ms = 24 * 60 * 60'000;

template <class... Values>
std::string say(std::string_view words, const Values&... values) {
  return fmt::format(fmt::runtime(words), values...);
}

struct StandingSign {
  std::string_view shape;
  std::string_view word;
};

StandingSign sign_of(interpret::SkillStanding standing, const Words& words) {
  switch (standing) {
    case interpret::SkillStanding::Mastered:
      return {"mastered", words.mastered};
    case interpret::SkillStanding::Practising:
      return {"practising", words.practising};
    case interpret::SkillStanding::NotStarted:
      break;
  }
  return {"not-started", words.not_started};
}

std::string sign(std::string_view shape, std::string_view word) {
  return fmt::format(R"(<span class="sign {0}"><svg aria-hidden="true"><use href="#{0}"/></svg>{1}</span>)", shape,
                     escaped(word));
}

std::string class_links(const ClassView& view, const Words& words) {
  if (view.classes.size() < 2) return "";
  std::string links;
  for (const SchoolClass& one : view.classes)
    links += fmt::format(R"(<li><a href="/class/{}"{}>{}</a></li>)", one.number,
                         one.number == view.shown.number ? R"( aria-current="page")" : "", escaped(one.title));
  return fmt::format(R"(<nav aria-label="{}"><ul class="classes">{}</ul></nav>
)",
                     escaped(words.other_classes), links);
}

std::string evidence_of(const LatestAnswer& latest, UnixMs now_ms, const Words& words) {
  std::string text = latest.correct ? sign("right", words.right) : sign("not-yet", words.not_yet);
  if (latest.attempt > 1) text += " · " + escaped(say(words.tries, latest.attempt));
  if (latest.hints_used == 1) text += " · " + escaped(words.one_hint);
  if (latest.hints_used > 1) text += " · " + escaped(say(words.hints, latest.hints_used));
  if (latest.at_ms > 0) text += " · " + time_ago(latest.at_ms, now_ms, words);
  return fmt::format(R"(<span class="evidence">{}</span>)", text);
}

std::string cell(const SkillCell& cell, UnixMs now_ms, const Words& words) {
  const StandingSign standing = sign_of(cell.standing, words);
  return fmt::format("<td>{}{}</td>", sign(standing.shape, standing.word),
                     cell.latest ? evidence_of(*cell.latest, now_ms, words) : "");
}

// By counts, and said as what it is: a forecast.
std::string pace_of(const LearnerRow& row, const Words& words) {
  if (!row.pace) return "";
  const std::string text = say(words.pace, row.pace->by_then, row.pace->skills, day_text(row.term_end_day));
  return fmt::format(R"(<span class="evidence">{}</span>)", escaped(text));
}

std::string learner_row(const LearnerRow& row, UnixMs now_ms, const Words& words) {
  std::string cells;
  for (const SkillCell& one : row.cells) cells += cell(one, now_ms, words);
  const std::string sessions = row.sessions == 1 ? std::string(words.one_session) : say(words.sessions, row.sessions);
  return fmt::format(
      R"(<tr><th scope="row">{}<span class="evidence">{}</span>{}</th><td class="seen">{}<span class="evidence">{}</span></td>{}</tr>
)",
      escaped(row.name), escaped(say(words.answers, row.answers, row.answers_right)), pace_of(row, words),
      time_ago(row.last_seen_ms, now_ms, words), escaped(sessions), cells);
}

std::string skills_table(const ClassView& view, const Words& words) {
  if (view.learners.empty()) return fmt::format("<p class=\"leaf\">{}</p>\n", escaped(words.no_learner));
  std::string columns;
  for (const SkillColumn& skill : view.skills)
    columns += fmt::format(R"(<th scope="col">{}</th>)", escaped(skill.title));
  std::string rows;
  for (const LearnerRow& row : view.learners) rows += learner_row(row, view.now_ms, words);
  const std::string hint =
      view.skills.size() > 3 ? fmt::format("<p class=\"quiet\">{}</p>\n", escaped(words.table_hint)) : "";
  return fmt::format(R"({}<div class="leaf scrolls" role="region" aria-label="{}" tabindex="0"><table>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th>{}</tr></thead>
<tbody>
{}</tbody></table></div>
)",
                     hint, escaped(words.table_label), escaped(words.learner), escaped(words.last_seen), columns, rows);
}

std::string legend(const Words& words) {
  return fmt::format(R"(<p class="legend"><span class="quiet">{}:</span> {} {} {}</p>
)",
                     escaped(words.legend), sign("not-started", words.not_started),
                     sign("practising", words.practising), sign("mastered", words.mastered));
}

std::string_view noticed_words(interpret::detect::Detector detector, const Words& words) {
  using interpret::detect::Detector;
  switch (detector) {
    case Detector::RapidGuessing:
      return words.noticed_guessing;
    case Detector::HintGaming:
      return words.noticed_hints;
    case Detector::WheelSpinning:
      return words.noticed_spinning;
    case Detector::Idle:
      return words.noticed_idle;
    case Detector::Fatigue:
      return words.noticed_fatigue;
    case Detector::Frustration:
      return words.noticed_frustration;
    case Detector::Persistence:
      return words.noticed_persistence;
    case Detector::TooEasy:
      break;
  }
  return words.noticed_easy;
}

std::string noticed_line(const NoticedLine& line, UnixMs now_ms, const Words& words) {
  const std::string skill = line.skill.empty() ? "" : fmt::format("<strong>{}</strong>: ", escaped(line.skill));
  return fmt::format(R"(<li>{}{} <span class="quiet">{}</span></li>)", skill,
                     escaped(noticed_words(line.detector, words)), time_ago(line.at_ms, now_ms, words));
}

// A learner who asked comes first, and stays until somebody says that they have seen it.
std::string talk_requests(const ClassView& view, const Words& words, std::string_view form_token) {
  std::string requests;
  for (const LearnerRow& row : view.learners) {
    if (!row.talk) continue;
    const std::string when =
        row.talk->at_ms > 0 ? time_ago(row.talk->at_ms, view.now_ms, words) : escaped(words.time_unknown);
    requests +=
        fmt::format(R"(<article class="leaf device"><h3>{0}</h3><p class="notice">{1}</p><p class="quiet">{2}</p>
<form method="post" action="/class/{3}/talk"><input type="hidden" name="form_token" value="{4}">
<input type="hidden" name="request" value="{5}"><button aria-label="{6}: {0}">{6}</button></form></article>
)",
                    escaped(row.name), escaped(words.wants_to_talk), when, view.shown.number, form_token,
                    row.talk->number, escaped(words.talk_seen));
  }
  return requests;
}

// What was asked for and seen, with what might help; nothing is said of what a child is like.
std::string needs_me(const ClassView& view, const Words& words, std::string_view form_token) {
  std::string learners = talk_requests(view, words, form_token);
  for (const LearnerRow& row : view.learners) {
    if (row.noticed.empty()) continue;
    std::string lines;
    for (const NoticedLine& line : row.noticed) lines += noticed_line(line, view.now_ms, words);
    learners += fmt::format(R"(<article class="leaf device"><h3>{}</h3><ul>{}</ul></article>
)",
                            escaped(row.name), lines);
  }
  if (learners.empty()) learners = fmt::format(R"(<p class="leaf">{}</p>)", escaped(words.nobody_needs_me));
  return fmt::format(
      R"(<section aria-labelledby="needs-me"><h2 id="needs-me">{}</h2><div class="devices">{}</div></section>
)",
      escaped(words.needs_me_heading), learners);
}

std::string_view fault_words(FaultKind kind, const Words& words) {
  switch (kind) {
    case FaultKind::DamagedSegment:
    case FaultKind::DamagedRow:
      return words.fault_damaged;
    case FaultKind::UnknownEpoch:
      return words.fault_unknown_epoch;
    case FaultKind::ClonedCard:
      return words.fault_cloned;
    case FaultKind::ForeignLearner:
      return words.fault_foreign;
    case FaultKind::IndexReused:
      return words.fault_index;
    case FaultKind::BrokenChain:
      return words.fault_chain;
    case FaultKind::BeyondTheEnd:
      return words.fault_beyond;
    case FaultKind::NotTheDevices:
      return words.fault_school;
  }
  return words.fault_damaged;
}

std::string notice(std::string_view text) { return fmt::format(R"(<p class="notice">{}</p>)", escaped(text)); }

std::string fault_list(const DeviceCard& card, const Words& words) {
  if (card.faults.empty()) return "";
  std::string items;
  for (const Fault& fault : card.faults)
    items += fmt::format("<li>{}</li>",
                         escaped(say(fault_words(fault.kind, words), fault.epoch, fault.sequence, fault.times)));
  return fmt::format("<h4>{}</h4><ul>{}</ul>", escaped(words.faults_heading), items);
}

std::string replay_line(const Device& device, const Words& words) {
  if (device.decisions == 0) return "";
  if (device.decisions_unmatched > 0)
    return notice(say(words.replay_trouble, device.decisions_unmatched, device.decisions));
  return fmt::format(R"(<p class="quiet">{}</p>)", escaped(say(words.replay_good, device.decisions)));
}

std::string device_card(const DeviceCard& card, UnixMs now_ms, const Words& words) {
  const Device& device = card.device;
  std::string lines;
  if (!device.id) {
    lines = fmt::format("<p>{}</p>", escaped(words.waits_for_enrolment));
  } else {
    lines = fmt::format(R"(<p>{}: {}</p><p>{}: <strong class="code">{}</strong></p>)", escaped(words.last_contact),
                        time_ago(device.last_contact_ms, now_ms, words), escaped(words.confirmation),
                        escaped(device.confirmation));
  }
  if (card.unsynced) lines += notice(words.unsynced);
  if (card.events_waiting > 0) lines += notice(say(words.waiting_events, card.events_waiting));
  if (device.cloned) lines += notice(words.cloned);
  if (card.missing.epochs + card.missing.events > 0)
    lines += notice(say(words.missing_history, card.missing.epochs, card.missing.events));
  lines += replay_line(device, words);
  lines += fault_list(card, words);
  return fmt::format(R"(<article class="leaf device"><h3>{}</h3>{}</article>
)",
                     escaped(device.name), lines);
}

std::string devices(const ClassView& view, const Words& words) {
  std::string cards;
  for (const DeviceCard& card : view.devices) cards += device_card(card, view.now_ms, words);
  if (cards.empty()) cards = fmt::format("<p class=\"leaf\">{}</p>", escaped(words.no_device));
  return fmt::format(
      R"(<section aria-labelledby="devices"><h2 id="devices">{}</h2><div class="devices">{}</div></section>
)",
      escaped(words.devices_heading), cards);
}

}  // namespace

std::string render_class_page(const ClassView& view, const Words& words, std::string_view form_token) {
  const auto seen_lately = std::count_if(view.learners.begin(), view.learners.end(), [&](const LearnerRow& row) {
    return row.last_seen_ms > 0 && view.now_ms - row.last_seen_ms < day_ms;
  });
  const std::string title = say(words.class_heading, view.shown.title);
  std::string body = page_top(view.school_name, words, form_token);
  body += class_links(view, words);
  body += fmt::format(
      "<main>\n<h1>{}</h1>\n<p>{}</p>\n<p><a href=\"/class/{}/to-read\">{}</a></p>\n"
      "<p><a href=\"/class/{}/thinking\">{}</a></p>\n<p><a href=\"/class/{}/plan\">{}</a></p>\n",
      escaped(title), escaped(say(words.summary, view.learners.size(), seen_lately)), view.shown.number,
      escaped(words.to_read), view.shown.number, escaped(words.thinking), view.shown.number, escaped(words.plan));
  body += needs_me(view, words, form_token) + render_nameless(view, words, form_token);
  body += fmt::format(R"(<section aria-labelledby="skills"><h2 id="skills">{}</h2>
)",
                      escaped(words.skills_heading));
  if (view.skills.empty()) body += fmt::format("<p class=\"leaf\">{}</p>\n", escaped(words.no_pack));
  body += legend(words) + skills_table(view, words) + "</section>\n";
  body += render_experiments(view.experiments, words) + devices(view, words) + "</main>";
  return page(words, title + " · " + view.school_name, body);
}

std::string render_empty_school(std::string_view school_name, const Words& words, std::string_view form_token) {
  return page(words, school_name,
              page_top(school_name, words, form_token) + fmt::format("<main><h1>{}</h1><p class=\"leaf\">{}</p></main>",
                                                                     escaped(school_name), escaped(words.no_class)));
}

}  // namespace hornbook::server
