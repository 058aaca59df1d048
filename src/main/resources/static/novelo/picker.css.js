import look from './look.css.js';
import preview from './preview.css.js';

export default `${look}${preview}
  :host { display: contents; }
  dialog { border: 0; border-radius: 12px; padding: 0; width: min(940px, 96vw); height: min(680px, 94vh); max-height: none; color: var(--ink); box-shadow: 0 12px 48px #0006; overflow: hidden; }
  dialog::backdrop { background: #0b101480; }
  .all { display: grid; grid-template: auto minmax(0, 1fr) / minmax(240px, 340px) minmax(0, 1fr); height: 100%; }
  .bar { grid-column: 1 / -1; display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 12px 12px 10px 20px; border-bottom: 1px solid var(--line); }
  h2 { font-size: 17px; font-weight: 600; margin: 0; } .bar p { margin: 0; color: var(--soft); font-size: 13px; }
  .round { width: 34px; height: 34px; border-radius: 50%; display: grid; place-items: center; font-size: 18px; color: var(--soft); flex: none; } .round:hover { background: #eceff1; color: var(--ink); }
  .choice { display: flex; flex-direction: column; min-height: 0; border-inline-end: 1px solid var(--line); background: #f8f9fa; }
  .search { display: grid; grid-template-columns: 1fr 1fr; gap: 6px; padding: 10px 12px; } .search input { grid-column: 1 / -1; }
  input, select, textarea { font: inherit; color: inherit; background: #fff; border: 1px solid #9aa5ae; border-radius: 7px; padding: 6px 10px; width: 100%; min-height: 36px; }
  :is(input, select, textarea):focus { outline: 2px solid var(--action); outline-offset: -1px; border-color: var(--action); }
  [aria-invalid=true] { border-color: var(--bad); }
  ul { list-style: none; margin: 0; padding: 0 8px 12px; overflow-y: auto; min-height: 0; flex: 1; display: grid; gap: 4px; align-content: start; }
  li button { display: block; width: 100%; text-align: start; padding: 8px 12px; border-radius: 8px; border: 1px solid transparent; background: #fff; border-color: #e6eaed; }
  li button:hover { border-color: #9cc4e6; } li button[aria-current=true] { border-color: var(--action); background: #eaf3fb; }
  li strong { font-weight: 600; overflow-wrap: anywhere; } li small { display: block; color: var(--soft); }
  li .said { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; }
  li .barred { background: #f1f3f5; color: var(--soft); } li .why { color: #97201a; }
  .nothing { color: var(--soft); padding: 16px; text-align: center; }
  .fill { overflow-y: auto; min-height: 0; padding: 16px 20px; display: flex; flex-direction: column; gap: 14px; }
  .fill small { color: var(--soft); } .fill .hint { margin: auto; color: var(--soft); text-align: center; max-width: 36ch; }
  form { display: flex; flex-direction: column; gap: 14px; min-height: 100%; }
  .values { display: grid; gap: 10px; } .field { display: grid; gap: 3px; } label { font-weight: 600; font-size: 13px; }
  .values label::first-letter { text-transform: uppercase; }
  .wrong { color: var(--bad); font-size: 13px; } .wrong:empty { display: none; }
  .above { display: grid; gap: 4px; justify-items: start; } .above .label { font-weight: 600; font-size: 13px; } .above small { color: var(--soft); }
  .error { background: #fdeceb; color: #7c1b15; border-radius: 8px; padding: 8px 12px; font-size: 13px; }
  .warned { background: #fff6e0; color: #5d3d00; border-radius: 8px; padding: 8px 12px; font-size: 13px; }
  .ends { display: flex; justify-content: flex-end; gap: 10px; align-items: center; margin-top: auto; position: sticky; bottom: -16px; background: #fff; padding: 10px 0 14px; margin-bottom: -16px; }
  .ends .solid { padding: 7px 20px; } .ends .plain { padding: 6px 14px; border-radius: 6px; }
  .return { display: none; }
  @media (max-width: 720px) {
    .all { grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); } .choice { border: 0; }
    dialog:not(.chosen) .fill, dialog.chosen .choice { display: none; } .return { display: inline-block; margin-inline-end: auto; }
  }
`;
