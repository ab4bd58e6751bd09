/** Style of the page over that of the report, whose colours, tables and figures it shares. */
export const DASHBOARD_STYLE = `
body { display: block; }
.frame { display: grid; grid-template-columns: 17rem minmax(0, 1fr); min-height: 100vh; }
.frame > main { max-width: none; margin: 0; padding: 0 1.6rem 4rem; min-width: 0; grid-column: auto; }
.frame > main > div { max-width: 76rem; }
h1 { margin-top: 0; }
header, .welcome { padding: 1.2rem 0 0; margin: 0; max-width: none; }
h1 { font-size: 1.45rem; }
h2 { margin-top: 2rem; }
.lost { margin: 0; position: sticky; top: 0; z-index: 7; padding: .4rem 1rem; background: var(--alarm); color: var(--page); max-width: none; }
.side { max-width: none; margin: 0; border-right: 1px solid var(--rule); background: var(--panel); padding: .8rem; position: sticky; top: 0; height: 100vh;
  overflow-y: auto; }
.side h2 { font-size: .82rem; text-transform: uppercase; letter-spacing: .04em; color: var(--muted); border: 0; margin: 1.2rem 0 .3rem; }
.side ul { display: block; margin: 0; font-size: .9rem; }
.side li { margin: 0 0 .2rem; display: flex; gap: .5rem; align-items: start; justify-content: space-between; }
.side li a { flex: 1; min-width: 0; color: var(--text); text-decoration: none; padding: .2rem .4rem; border-radius: 4px; }
.side li a b { display: block; font-weight: 600; overflow-wrap: anywhere; }
.side li a small { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.side li a:hover { background: var(--rule); }
.side li a[aria-current] { background: var(--page); box-shadow: inset 3px 0 var(--accent); }
.brand { margin: 0; }
.brand a { font-weight: 700; font-size: 1.1rem; color: var(--text); text-decoration: none; }
.brand small { display: block; overflow-wrap: anywhere; }
.status { font-size: .75rem; white-space: nowrap; border: 1px solid currentColor; border-radius: 999px; padding: .05rem .5rem;
  color: var(--muted); margin-top: .25rem; }
.status.running { color: var(--accent); font-weight: 700; }
.status.running::before { content: "\\25B6\\FE0E  "; font-size: .8em; }
.status.finished::before { content: "\\2713  "; }
.status.stopped { border-style: dashed; }
.status.unreadable { color: var(--alarm); font-weight: 700; }
.actions { display: flex; gap: .5rem; flex-wrap: wrap; margin: .7rem 0; }
button, a.button { font: inherit; font-size: .88rem; color: var(--accent); background: var(--page); border: 1px solid var(--faint);
  border-radius: 4px; padding: .25rem .7rem; text-decoration: none; display: inline-block; line-height: 1.4; }
button:disabled { color: var(--faint); border-color: var(--rule); cursor: default; }
.progress progress { width: 11rem; accent-color: var(--accent); vertical-align: middle; }
.drawing svg { font-size: 12px; font-family: system-ui, sans-serif; display: block; }
.drawing svg text, .drawing svg tspan { white-space: pre; }
figure { max-width: 62rem; }
.query { display: flex; gap: .4rem 1.1rem; flex-wrap: wrap; align-items: center; font-size: .9rem; }
.bounds { display: flex; gap: .4rem 1.1rem; flex-wrap: wrap; }
.bound { white-space: nowrap; }
select, input, textarea { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--faint); border-radius: 4px;
  padding: .2rem .4rem; }
.candidates { font-size: .82rem; }
.candidates thead th, .candidates thead td { position: sticky; top: 0; background: var(--page); vertical-align: bottom; min-width: 0; }
.candidates td, .candidates td:not(.number) { min-width: 0; white-space: nowrap; padding: .18rem .5rem; }
.candidates .infeasible td, .candidates .impossible td { color: var(--muted); }
.candidates .sort { border: 0; padding: 0; color: inherit; font-weight: 600; font-size: inherit; text-align: inherit; white-space: normal;
  background: none; margin: 0; }
.candidates .sort:hover { color: var(--accent); text-decoration: underline; }
.candidates .explain { font-size: .8rem; padding: 0 .45rem; margin: 0; }
.designs .scroll { max-height: 34rem; overflow: auto; border: 1px solid var(--rule); margin: .5rem 0; }
.designs .scroll:empty { display: none; }
.pages { display: flex; gap: .3rem; flex-wrap: wrap; max-width: none; }
.pages button { margin: 0; }
.notices { position: fixed; right: 1rem; bottom: 1rem; max-width: 32rem; z-index: 10; }
.notice { background: var(--panel); border: 1px solid var(--rule); border-left: 4px solid var(--accent); padding: .5rem .8rem; margin: .4rem 0;
  display: flex; gap: .8rem; justify-content: space-between; align-items: start; overflow-wrap: anywhere; }
.notice.problem { border-left-color: var(--alarm); }
.editor { position: relative; display: grid; grid-template-columns: auto minmax(0, 1fr); border: 1px solid var(--faint); border-radius: 4px;
  height: 60vh; min-height: 18rem; font: .88rem/1.45 ui-monospace, "DejaVu Sans Mono", monospace; background: var(--page); }
.editor:focus-within { outline: 2px solid var(--accent); outline-offset: 1px; }
.editor textarea { border: 0; outline: 0; resize: none; font: inherit; line-height: 1.45; padding: .5rem; width: 100%; height: 100%;
  white-space: pre; overflow: auto; tab-size: 2; }
.gutter { margin: 0; padding: .5rem .5rem .5rem .7rem; max-height: none; overflow: hidden; text-align: right; color: var(--faint); font: inherit;
  line-height: 1.45; background: var(--panel); user-select: none; min-width: 3.2rem; height: 100%; }
.gutter .wrong { color: var(--alarm); font-weight: 700; }
.proposals { position: absolute; z-index: 5; margin: 0; padding: .2rem; list-style: none; background: var(--panel); border: 1px solid var(--faint);
  border-radius: 4px; max-height: 15rem; overflow-y: auto; min-width: 16rem; max-width: 36rem; box-shadow: 0 4px 16px rgb(0 0 0 / 25%); }
.proposals li { padding: .1rem .5rem; cursor: pointer; }
.proposals li small { display: block; font-family: system-ui, sans-serif; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.proposals li[aria-selected="true"] { background: var(--accent); color: var(--page); }
.proposals li[aria-selected="true"] small { color: inherit; }
.study .help { min-height: 3em; font-size: .9rem; max-width: none; margin: .5rem 0; color: var(--muted); white-space: pre-line; }
.state { font-weight: 600; margin: .3rem 0; }
.state.sound::before { content: "\\2713  "; }
.state.unsound { color: var(--alarm); }
.problems { margin: .3rem 0; padding-left: 1.4rem; font-size: .92rem; overflow-wrap: anywhere; }
.place { font-family: ui-monospace, monospace; padding: 0 .4rem; }
.saving { display: flex; gap: .5rem; flex-wrap: wrap; align-items: center; margin: 1rem 0; }
.failed pre { max-height: 12rem; white-space: pre-wrap; }
@media (max-width: 52rem) {
  .frame { grid-template-columns: minmax(0, 1fr); }
  .side { position: static; height: auto; max-height: 40vh; border-right: 0; border-bottom: 1px solid var(--rule); }
  .frame > main { padding: 0 .8rem 3rem; }
}
`;
