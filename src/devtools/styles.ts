/** Of the shadow root alone. The colours are those of the kit's tokens, which a look or a page may have changed. */
export const styles = `
:host {
  all: initial; position: fixed; z-index: 2147483000; inset: auto 12px 12px auto; color-scheme: light dark;
  --bg: light-dark(#fff, #101216); --surface: light-dark(#f7f8fa, #171a20); --sunken: light-dark(#eef0f3, #20242c);
  --ink: light-dark(#14171c, #f1f3f6); --ink2: light-dark(#4a515c, #b7bec9); --line: light-dark(#c9ced6, #414855);
  --accent: light-dark(#4f46e5, #a5a9ff); --on-accent: light-dark(#fff, #12133a);
  --ok: light-dark(#11643a, #7fd6a3); --ok-soft: light-dark(#e5f6ec, #12301f);
  --warn: light-dark(#7a4b00, #f5c76a); --warn-soft: light-dark(#fff4dc, #33270f);
  --bad: light-dark(#a01c27, #ffa3a3); --bad-soft: light-dark(#fdecec, #381a1d);
  font: 400 13px/18px system-ui, sans-serif; font-variant-numeric: tabular-nums; color: var(--ink);
}
:host([data-theme='light']) { color-scheme: light; }
:host([data-theme='dark']) { color-scheme: dark; }
:host([data-position='bottom-left']) { inset: auto auto 12px 12px; }
:host([data-position='top-right']) { inset: 12px 12px auto auto; }
:host([data-position='top-left']) { inset: 12px auto auto 12px; }
* { box-sizing: border-box; margin: 0; }
button, select {
  font: inherit; color: inherit; min-height: 28px; padding: 4px 10px; border: 1px solid var(--line); border-radius: 6px;
  background: var(--bg); cursor: pointer;
}
button:hover { background: var(--surface); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
button[aria-pressed='true'] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
.corner {
  display: grid; place-items: center; width: 40px; height: 40px; padding: 0; border-radius: 20px; border: 0;
  background: var(--accent); color: var(--on-accent); box-shadow: 0 4px 16px -4px #10121673;
}
.corner:hover { background: var(--accent); filter: brightness(1.1); }
.panel {
  position: absolute; inset: auto 0 52px auto; display: flex; flex-direction: column; width: min(460px, 100vw - 24px);
  height: min(620px, 100vh - 76px); overflow: hidden; border: 1px solid var(--line); border-radius: 10px; background: var(--bg);
  box-shadow: 0 20px 48px -12px #10121652;
}
:host([data-position$='left']) .panel { inset: auto auto 52px 0; }
:host([data-position='top-right']) .panel { inset: 52px 0 auto auto; }
:host([data-position='top-left']) .panel { inset: 52px auto auto 0; }
.panel:focus { outline: none; }
header { display: flex; align-items: center; justify-content: space-between; padding: 8px 8px 8px 16px; }
h2 { font-size: 14px; line-height: 20px; font-weight: 600; }
.plain { display: grid; place-items: center; width: 32px; height: 32px; padding: 0; border-color: transparent; }
.budget { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1px; background: var(--line); border-block: 1px solid var(--line); }
.budget div { padding: 6px 0 6px 16px; background: var(--surface); }
.budget div[data-tone='warn'] { background: var(--warn-soft); color: var(--warn); }
dt { font-size: 12px; line-height: 16px; color: var(--ink2); }
[data-tone='warn'] dt { color: inherit; }
dd { font-weight: 600; }
.switches { display: grid; gap: 6px; min-width: 0; margin: 0; padding: 8px 16px; border: 0; }
legend { float: left; padding: 0; font-weight: 600; }
.line { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; }
.line label { color: var(--ink2); }
select { min-width: 0; max-width: 100%; flex: 1; }
.switches p { min-height: 18px; color: var(--ink2); }
.tabs { display: flex; flex-wrap: wrap; padding: 0 10px; border-bottom: 1px solid var(--line); }
.tabs button { border: 0; border-bottom: 2px solid transparent; border-radius: 0; padding: 4px 6px; min-height: 32px; color: var(--ink2); background: none; }
.tabs button[aria-selected='true'] { border-color: var(--accent); color: var(--ink); font-weight: 600; }
.tabs :focus-visible, .content:focus-visible { outline-offset: -2px; }
.count { padding: 0 5px; border-radius: 8px; background: var(--sunken); color: var(--ink); font-size: 12px; font-weight: 400; }
.content { flex: 1; min-height: 0; overflow: auto; padding-bottom: 8px; }
.content > button { margin: 8px 16px; }
ul { list-style: none; padding: 0; }
li { display: flex; align-items: flex-start; gap: 2px 10px; padding: 6px 16px; border-bottom: 1px solid var(--line); }
.row { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.row > * { display: block; }
strong { font-weight: 500; }
small { font-size: 12px; line-height: 16px; color: var(--ink2); }
code { font: 12px/16px ui-monospace, monospace; color: var(--ink2); }
.mark { flex: none; min-width: 40px; padding: 1px 6px; border-radius: 6px; text-align: center; font-size: 12px; line-height: 16px; font-weight: 500; background: var(--sunken); color: var(--ink); }
.mark[data-tone='ok'] { background: var(--ok-soft); color: var(--ok); }
.mark[data-tone='warn'] { background: var(--warn-soft); color: var(--warn); }
.mark[data-tone='bad'] { background: var(--bad-soft); color: var(--bad); }
.provoked { flex: none; padding: 1px 6px; border-radius: 6px; background: var(--warn-soft); color: var(--warn); font-size: 12px; line-height: 16px; font-style: normal; font-weight: 500; }
.empty { padding: 16px; color: var(--ink2); }
@media (max-width: 440px) {
  .budget { grid-template-columns: 1fr 1fr; }
  li:has(p) { flex-wrap: wrap; }
  li:has(p) .row { flex-basis: 100%; }
}
@media (max-height: 560px) { .panel { overflow: auto; } .content { flex: none; } }
@media (forced-colors: active) { .mark, .provoked, .corner { border: 1px solid; } button[aria-pressed='true'] { border-width: 3px; } }
`
