// How the board of service levels looks, within a web application of Camunda's.

import forms from './desk/forms.css.js';
import look from './look.css.js';

export default `${look}${forms}
  :host { font-size: 14px; }
  .board { background: #fff; border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
  .top { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 18px; padding: 12px 16px; border-bottom: 1px solid var(--line); }
  h2 { font-size: 17px; font-weight: 600; margin: 0; display: flex; align-items: center; gap: 8px; }
  h2 .icon { color: #0e5a50; }
  .tabs { display: flex; flex-wrap: wrap; gap: 4px; background: #eef1f4; border-radius: 9px; padding: 3px; }
  .tabs button { padding: 4px 12px; border-radius: 7px; color: #36424c; display: inline-flex; gap: 7px; align-items: center; }
  .tabs button:hover { background: #fff8; }
  .tabs [aria-selected=true] { background: #fff; color: #0b4a41; font-weight: 600; box-shadow: 0 1px 2px #0002; }
  .tabs b { font-weight: 600; font-variant-numeric: tabular-nums; border-radius: 99px; padding: 0 7px; background: #dde3e8; color: #36424c; min-width: 22px; text-align: center; }
  .tabs b.bad { background: #fde3e1; color: #97201a; } .tabs b.warn { background: #fdf0d0; color: #6d4700; }
  .filter { display: flex; flex-wrap: wrap; gap: 6px 12px; margin-inline-start: auto; }
  .filter label { display: inline-flex; align-items: center; gap: 6px; font-size: 13px; color: var(--soft); }
  .filter :is(select, input) { font-size: 14px; min-height: 0; padding: 4px 8px; width: auto; max-width: 200px; }
  .groups { display: flex; flex-wrap: wrap; gap: 4px 22px; padding: 8px 16px; border-bottom: 1px solid var(--line); font-size: 13px; color: var(--soft); }
  .group { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 4px 6px; }
  .group button { border: 1px solid var(--line); border-radius: 99px; padding: 1px 10px; color: #36424c; background: #fff; } .group button:hover { background: #eef2f5; }
  .group [aria-pressed=true] { background: #e3f0ec; border-color: #9cc7bc; color: #0b4a41; } .group b { font-weight: 600; font-variant-numeric: tabular-nums; }
  .all { overflow-x: auto; }
  table { width: 100%; border-collapse: collapse; }
  :is(th, td) { text-align: start; vertical-align: top; padding: 8px 16px; border-top: 1px solid #edf0f2; overflow-wrap: anywhere; }
  thead th { border-top: 0; background: #f8f9fa; color: var(--soft); font-size: 12.5px; font-weight: 600; white-space: nowrap; }
  tbody th { font-weight: 600; min-width: 17ch; max-width: 40ch; } tbody tr:hover { background: #f8fafc; }
  td.doings { width: 1%; white-space: nowrap; } td.nowrap { white-space: nowrap; }
  small { display: block; font-size: 12.5px; font-weight: 400; color: var(--soft); }
  a, button.name { color: #0a5aa5; text-decoration: none; font-weight: 600; text-align: start; } :is(a, button.name):hover { text-decoration: underline; }
  td a { font-weight: 400; }
  a .icon { margin-inline-end: 4px; vertical-align: -2px; }
  .late { color: #97201a; } .soon { color: #6d4700; } .prio { color: #97201a; font-weight: 600; }
  .doings button { padding: 3px 10px; margin-inline-start: 6px; border-radius: 7px; font-size: 13px; }
  .empty { padding: 26px 16px; text-align: center; color: var(--soft); margin: 0; }
  .foot { display: flex; justify-content: center; gap: 12px; padding: 10px; border-top: 1px solid #edf0f2; }
  .foot .plain { padding: 4px 16px; border-radius: 7px; }
  .error { margin: 10px 16px; }
  dialog { border: 0; border-radius: 14px; padding: 20px 22px; width: min(460px, 94vw); max-height: 92vh; color: var(--ink); box-shadow: 0 12px 48px #0006; font-size: 15px; }
  dialog::backdrop { background: #0b101480; }
  dialog small { display: inline; } dialog h2 { margin: 0 0 4px; } dialog p { color: var(--soft); margin: 0 0 12px; }
  dialog :is(.plain, .solid) { padding: 6px 14px; border-radius: 7px; font-size: 14px; line-height: 20px; }
  .ends { display: flex; justify-content: flex-end; gap: 10px; padding-top: 2px; }
  .told { position: fixed; inset: auto auto 44px 20px; pointer-events: none; z-index: 8; }
  .told span { display: inline-flex; gap: 8px; align-items: center; background: #123d36; color: #fff; border-radius: 10px; padding: 9px 18px; box-shadow: 0 6px 24px #0004; } .told .bad { background: #7c1b15; }
  @media (max-width: 980px) {
    .filter { margin-inline-start: 0; }
    table, tbody, tr, th, td { display: block; } thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
    tr { padding: 8px 0; border-top: 1px solid #edf0f2; } :is(th, td) { border: 0; padding: 2px 16px; } td.doings { width: auto; white-space: normal; padding-top: 6px; } .doings button { margin: 0 6px 4px 0; }
  }
`;
