#include "sync/server/web/style.hpp"

namespace hornbook::server {
namespace {

// Contrast against its ground: ink 12.3:1 on paper, quiet ink 5.9:1, horn 5.6:1, marigold text 5.6:1, leaf green 5.3:1.
constexpr std::string_view sheet = R"css(:root {
  --paper: #FBF6EC; --leaf: #FFFFFF; --ink: #23303F; --quiet: #56616D; --line: #DDD2BF; --horn: #0B6E6E;
  --marigold: #8F5200; --attention: #FDF0D2; --green: #2F7443; --clay: #B24A33; --row: #FDFAF4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1C2128; --leaf: #272E37; --ink: #F3EEE3; --quiet: #B9C0C8; --line: #3B444F; --horn: #5CC4BE;
    --marigold: #F6C15B; --attention: #3A3222; --green: #7CC48C; --clay: #F09A84; --row: #2B333D;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 Andika, "Noto Sans", system-ui, sans-serif; }
.shapes { position: absolute; width: 0; height: 0; }
.top { display: flex; justify-content: space-between; align-items: center; gap: 1rem; flex-wrap: wrap;
  padding: .5rem 1rem; border-bottom: .25rem solid var(--horn); background: var(--leaf); }
.school { margin: 0; font-weight: 700; }
main { max-width: 84rem; margin: 0 auto; padding: 1rem; }
.narrow { max-width: 26rem; padding-top: 3rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.125rem; margin: 0 0 .5rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .5rem 0; max-width: 60ch; }
.quiet, .evidence { color: var(--quiet); }
.leaf { background: var(--leaf); border-radius: 1rem; padding: 1rem; box-shadow: 0 1px 4px rgba(35, 48, 63, .16); }
.leaf.scrolls { padding: 0; overflow-x: auto; max-width: 100%; }
table { border-collapse: separate; border-spacing: 0; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .75rem 1rem; border-bottom: 1px solid var(--line); }
thead th { font-size: .9375rem; line-height: 1.3; min-width: 9.5rem; vertical-align: bottom; }
tbody tr:nth-child(even) > * { background: var(--row); }
tbody tr:last-child > * { border-bottom: 0; }
th:first-child { position: sticky; inset-inline-start: 0; background: var(--leaf); border-inline-end: 1px solid var(--line);
  min-width: 8.5rem; max-width: 12rem; overflow-wrap: anywhere; z-index: 1; }
thead th:nth-child(2) { min-width: 6rem; }
@media (max-width: 40rem) {
  th, td { padding: .625rem; }
  th:first-child { min-width: 7rem; max-width: 7.5rem; }
}
.evidence { display: block; font-size: .875rem; font-weight: 400; margin-top: .25rem; }
.sign { display: inline-flex; align-items: center; gap: .375rem; font-weight: 700; white-space: nowrap; }
.sign svg { width: 1.25rem; height: 1.25rem; flex: none; }
.evidence .sign { font-weight: 400; vertical-align: bottom; }
.evidence .sign svg { width: 1rem; height: 1rem; }
.not-started { color: var(--quiet); font-weight: 400; }
.tick { stroke: var(--leaf); }
.practising { color: var(--marigold); }
.mastered, .right { color: var(--green); }
.not-yet { color: var(--clay); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; max-width: none; }
.classes { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: 0; padding: .75rem 1rem 0; }
.classes a { display: inline-block; padding: .625rem 1rem; border-radius: 1rem; background: var(--leaf); }
.classes a[aria-current] { background: var(--horn); color: var(--leaf); text-decoration: none; font-weight: 700; }
.devices { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
.writings { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 1rem;
  align-items: start; margin-top: 1rem; }
.writing .who { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1rem;
  margin-bottom: .5rem; }
.writing h2, .writing .who p { margin: 0; }
.asked { border-inline-start: .25rem solid var(--line); padding-inline-start: .75rem; }
.asked code { font: inherit; }
.written { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 1.125rem; }
.drawing { display: block; width: 100%; max-width: 40rem; height: auto; margin: .75rem 0; background: #FFFFFF;
  border: 2px solid var(--quiet); border-radius: .5rem; }
.code { font-size: 1.25rem; letter-spacing: .12em; font-variant-numeric: tabular-nums; }
.notice { background: var(--attention); border-inline-start: .375rem solid var(--marigold); border-radius: .5rem;
  padding: .5rem .75rem; }
a { color: var(--horn); }
button { font: inherit; font-weight: 700; min-height: 3rem; padding: .5rem 1.25rem; border: 0; border-radius: 1rem;
  background: var(--horn); color: var(--leaf); cursor: pointer; }
button.quiet { background: transparent; color: var(--horn); border: 2px solid var(--horn); min-height: 2.75rem; }
.sign-in { display: grid; gap: .5rem; }
.sign-in button { margin-top: 1rem; }
.plan { display: grid; gap: .5rem; align-content: start; }
.plan h2 { margin: 0; }
.plan button { justify-self: start; margin-top: .5rem; }
.plan fieldset { border: 1px solid var(--line); border-radius: .75rem; margin: 0; padding: .5rem .75rem; }
.plan .box { display: flex; gap: .75rem; align-items: center; min-height: 2.75rem; padding-block: .25rem; line-height: 1.3; font-weight: 400; }
.plan .box input { width: 1.5rem; min-height: 1.5rem; flex: none; accent-color: var(--horn); }
.plan legend { font-weight: 700; padding-inline: .25rem; }
.plan .buttons { display: flex; gap: .75rem; flex-wrap: wrap; }
td ul { margin: 0; padding-inline-start: 1.25rem; }
label { font-weight: 700; }
input, select { font: inherit; color: inherit; background: var(--leaf); border: 2px solid var(--quiet); border-radius: .75rem;
  padding: .625rem .75rem; min-height: 3rem; width: 100%; }
:focus-visible { outline: 3px solid var(--horn); outline-offset: 2px; }
)css";

}  // namespace

std::string_view style_sheet() { return sheet; }

}  // namespace hornbook::server
