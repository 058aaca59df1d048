// Lists, cards, marks: the small parts of which the views are made.

import preview from '../preview.css.js';

export default `${preview}
  h1 { font-size: 22px; font-weight: 600; line-height: 1.25; margin: 0; }
  h2 { font-size: 16px; font-weight: 600; margin: 0 0 10px; }
  h3 { font-size: 14px; font-weight: 600; margin: 14px 0 4px; }
  p { margin: 0 0 10px; }
  main a { color: #0a5aa5; }
  .head { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 10px 16px; margin-bottom: 16px; }
  .head .titles { flex: 1 1 30ch; min-width: 0; }
  .head p { color: var(--soft); margin: 3px 0 0; max-width: 74ch; }
  .head h1 { overflow-wrap: anywhere; }
  .back { display: inline-flex; align-items: center; gap: 5px; text-decoration: none; font-size: 13px; margin-bottom: 4px; }
  td button { white-space: nowrap; }
  .acts { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  :is(main, dialog) :is(.plain, .solid) { padding: 6px 14px; border-radius: 7px; text-decoration: none; display: inline-flex; gap: 7px; align-items: center; font-size: 14px; line-height: 20px; }
  .solid.bad { background: var(--bad); } .solid.bad:hover { background: #8d1d17; }
  .plain.bad { color: var(--bad); border-color: #e3b4b0; }
  a.solid { color: #fff; }
  .plain:disabled { color: #8a959e; border-color: var(--line); background: #f4f5f7; }

  .narrow { max-width: 640px; }
  .card { background: #fff; border: 1px solid var(--line); border-radius: 12px; padding: 16px 20px; margin-bottom: 14px; }
  .cards { display: grid; gap: 12px; margin-bottom: 14px; } .cards .card { margin: 0; }
  .facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 5px 18px; margin: 0; }
  .facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; }
  .two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(280px, 360px); gap: 18px; align-items: start; }
  .two.even { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .aside { position: sticky; top: 14px; }
  summary { cursor: pointer; font-weight: 600; padding: 3px 0; } details[open] > summary { margin-bottom: 10px; }
  .top-of { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 12px; margin-bottom: 10px; } .top-of h2 { margin: 0; font-size: 17px; } .top-of a { text-decoration: none; } .top-of .mark { margin-inline-start: auto; align-self: center; }
  .left { display: grid; grid-template-columns: minmax(60px, 180px) auto; gap: 10px; align-items: center; justify-content: start; } .left span { white-space: nowrap; }
  .story { list-style: none; margin: 0; padding: 0; display: grid; gap: 7px; }
  .story li { display: grid; grid-template-columns: 204px minmax(0, 1fr); gap: 4px 14px; } .story time { color: var(--soft); font-variant-numeric: tabular-nums; font-size: 14px; } .story small { display: block; color: var(--soft); }
  .short { display: -webkit-box !important; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .values { display: grid; gap: 10px; } .values label::first-letter { text-transform: uppercase; }
  .below { border-top: 1px solid #edf0f2; margin-top: 14px; padding-top: 10px; }
  .tried:not(:empty), .refused { margin-top: 14px; } .tried .note { margin: 0; } .refused .error { margin-bottom: 10px; } code { font-family: ui-monospace, Consolas, monospace; font-size: 14px; overflow-wrap: anywhere; }
  .soft { color: var(--soft); } small { font-size: 13px; }
  .empty { background: #fff; border: 1px dashed #c3cbd3; border-radius: 12px; padding: 30px 20px; text-align: center; color: var(--soft); }
  .number { font-variant-numeric: tabular-nums; white-space: nowrap; }

  .mark { display: inline-flex; align-items: center; gap: 5px; border-radius: 99px; padding: 1px 10px; font-size: 12.5px; line-height: 20px; background: #eceff1; color: #3c4852; white-space: nowrap; }
  .mark.good { background: #e0f2e7; color: #12613a; } .mark.warn { background: #fdf0d0; color: #6d4700; } .mark.bad { background: #fde3e1; color: #97201a; }
  .note { display: flex; gap: 10px; border-radius: 10px; padding: 10px 14px; margin: 0 0 14px; background: #eaf3fb; color: #123d63; overflow-wrap: anywhere; }
  .note .icon { font-size: 18px; margin-top: 2px; } .note > div { min-width: 0; flex: 1; } .note p:last-child { margin: 0; }
  .note.warn { background: #fff6e0; color: #5d3d00; } .note.bad { background: #fdeceb; color: #7c1b15; } .note.good { background: #e6f5ec; color: #0f5230; }
  .note .acts { margin-top: 8px; } .note ol { margin: 4px 0 0; padding-inline-start: 20px; }

  .filter { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 12px; }
  .filter label { display: flex; flex-direction: column; gap: 2px; font-size: 12.5px; color: var(--soft); flex: 0 1 auto; }
  .filter label.wide { flex: 1 1 220px; }
  .filter :is(input, select) { min-width: 8ch; }

  h2:not(:first-child) { margin-top: 22px; } .card > h2:first-child .icon { font-size: 18px; vertical-align: -3px; color: #0e5a50; }
  .columns { display: flex; flex-wrap: wrap; gap: 6px; } .columns span { background: #e3f0ec; border-radius: 8px; padding: 3px 11px; font-size: 14px; } .columns .unused { background: #eceff1; color: var(--soft); }
  progress { flex: 1; min-width: 120px; height: 8px; accent-color: var(--good); }
  .table { width: 100%; border-collapse: separate; border-spacing: 0; background: #fff; border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
  .table :is(th, td) { text-align: start; vertical-align: top; padding: 9px 14px; border-top: 1px solid #edf0f2; overflow-wrap: anywhere; min-width: 14ch; }
  .table tbody th { min-width: 18ch; }
  .table thead th { border-top: 0; background: #f8f9fa; color: var(--soft); font-size: 12.5px; font-weight: 600; white-space: nowrap; }
  .table tbody th { font-weight: 600; }
  .table tbody tr:hover { background: #f8fafc; }
  .table .figure { text-align: end; }
  .table a { text-decoration: none; font-weight: 600; } .table a:hover { text-decoration: underline; }
  .table small a { font-weight: 400; } .table small { display: block; color: var(--soft); font-weight: 400; }
  .further { display: block; margin: 12px auto; padding: 6px 18px; }

  .steps { list-style: none; margin: 0; padding: 0; display: grid; gap: 2px; }
  .steps li { display: grid; grid-template-columns: 26px minmax(0, 1fr); padding: 8px 0; border-top: 1px solid #edf0f2; }
  .steps li:first-child { border-top: 0; }
  .steps small { display: block; } .steps .icon { font-size: 18px; margin-top: 2px; } .steps .good { color: var(--good); } .steps .bad { color: var(--bad); } .steps .warn { color: var(--warn); }
  .bar { height: 8px; border-radius: 99px; background: #e7ebee; overflow: hidden; } .bar > i { display: block; height: 100%; background: var(--good); border-radius: 99px; }
  .bar.warn > i { background: #d99114; } .bar.bad > i { background: var(--bad); }

  dialog { border: 0; border-radius: 14px; padding: 20px 22px; width: min(480px, 94vw); max-height: 92vh; color: var(--ink); box-shadow: 0 12px 48px #0006; }
  dialog.wide { width: min(900px, 96vw); }
  dialog::backdrop { background: #0b101480; }
  .ends { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 10px; padding-top: 14px; }

  /* Narrower than this the columns break words. */
  @media (max-width: 1060px) {
    .table, .table tbody, .table tr, .table th, .table td { display: block; }
    .table thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
    .table tr { padding: 8px 0; border-top: 1px solid #edf0f2; } .table tbody tr:first-child { border-top: 0; }
    .table :is(th, td) { border: 0; padding: 2px 14px; }
    .table .figure { text-align: start; }
    .table td[data-label]:not(:empty)::before { content: attr(data-label) ": "; color: var(--soft); font-size: 12.5px; }
  }

  @media (max-width: 820px) {
    .two, .two.even { grid-template-columns: minmax(0, 1fr); } .aside { position: static; }
    .card { padding: 13px 14px; }
    .story li { grid-template-columns: minmax(0, 1fr); gap: 0; }
    .facts { grid-template-columns: minmax(0, 1fr); gap: 0; } .facts dd { margin-bottom: 8px; }
  }
`;
