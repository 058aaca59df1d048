// How the sheet beside the board looks.

import { css } from './terms.js';

export default `${css}
  .sheet { position: fixed; inset: 0 0 0 auto; margin: 0; width: min(560px, 100vw); max-width: none; height: 100dvh; max-height: none; border-radius: 14px 0 0 14px; padding: 0; overflow: hidden; }
  .sheet[open] { display: grid; grid-template-rows: auto minmax(0, 1fr); }
  .sheet > header { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 10px; padding: 14px 14px 12px 22px; border-bottom: 1px solid var(--line); }
  .sheet > header h2 { font-size: 18px; overflow-wrap: anywhere; display: block; } .sheet > header p { color: var(--soft); font-size: 13px; }
  .sheet .acts { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 8px; padding-top: 8px; }
  .sheet .close { width: 34px; height: 34px; border-radius: 50%; display: grid; place-items: center; font-size: 18px; color: var(--soft); } .sheet .close:hover { background: #eceff1; color: var(--ink); }
  .sheet .body { overflow-y: auto; padding: 14px 22px 28px; display: grid; gap: 18px; align-content: start; }
  .sheet h3 { font-size: 14px; font-weight: 600; margin: 0 0 8px; }
  .milestones { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(96px, 1fr)); gap: 6px 0; }
  .milestones li { font-size: 12.5px; color: var(--soft); border-top: 3px solid var(--line); padding: 5px 8px 0 0; } .milestones li.done { border-color: #0e7a66; color: var(--ink); } .milestones b { display: block; font-weight: 600; }
  .facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin: 0; font-size: 14px; } .facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; }
  .note { background: #eaf3fb; color: #123d63; border-radius: 9px; padding: 8px 12px; display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; justify-content: space-between; } .note.warn { background: #fff6e0; color: #5d3d00; }
  .sheet .fields { grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 12px; align-items: start; } .sheet .field { grid-column: 1 / -1; }
  .sheet .field:is(.third) { grid-column: span 2; } .sheet .field:is(.half) { grid-column: span 3; }
  .sheet .ends { position: sticky; bottom: -28px; background: linear-gradient(#fff0, #fff 30%); padding: 16px 0 10px; }
  .sheet .field > label small, .sheet .count:not(.bad) { display: none; } .facts + form { margin-top: 18px; }
  .proposals { list-style: none; margin: 0 0 8px; padding: 0; display: grid; gap: 2px; } .proposals li { display: grid; grid-template-columns: 20px minmax(0, 1fr) auto; gap: 8px; align-items: start; padding: 6px 0; border-top: 1px solid #edf0f2; } .proposals .icon { font-size: 18px; color: #0e5a50; margin-top: 1px; }
  .proposals a { color: #0a5aa5; font-weight: 600; text-decoration: none; overflow-wrap: anywhere; } .proposals a:hover { text-decoration: underline; } .proposals small { display: block; color: var(--soft); font-size: 12.5px; } .newest { background: #e0f2e7; color: #12613a; border-radius: 99px; padding: 0 9px; font-size: 12px; }
  .sheet .error { margin: 0 0 8px; }
  .offers p { display: flex; gap: 6px 12px; align-items: center; justify-content: space-between; background: #f3f6f8; border-radius: 9px; padding: 6px 8px 6px 12px; margin-bottom: 6px; font-size: 13px; } .offers span { overflow-wrap: anywhere; min-width: 0; } .offers button { flex: none; }
  .asking { background: #f3f6f8; border-radius: 9px; padding: 10px 12px 12px; margin-bottom: 6px; display: grid; gap: 6px; } .asking p { margin: 0; overflow-wrap: anywhere; } .asking small { color: var(--soft); margin-inline-start: 8px; }
  .part { font-size: 14px; font-weight: 600; border-top: 1px solid var(--line); padding-top: 12px; }
  @media (max-width: 820px) { .sheet { border-radius: 0; width: 100vw; } .sheet > header { padding-inline-start: 14px; } .sheet .body { padding: 12px 14px 28px; } }
  @media (max-width: 480px) { .sheet .field:is(.third) { grid-column: span 3; } .sheet .field:is(.half) { grid-column: 1 / -1; } }
`;
