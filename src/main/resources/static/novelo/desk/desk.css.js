import look from '../look.css.js';
import forms from './forms.css.js';
import parts from './parts.css.js';

/** Under this the menu lies above the view: a telephone, or a window at one and a half times its size. */
const NARROW = '820px';

export default `${look}${parts}${forms}
  :host { display: grid; grid-template: auto 1fr / 216px minmax(0, 1fr); min-height: 100vh; font-size: 15px; }
  .skip { position: absolute; left: -999px; top: 0; background: #fff; padding: 8px 16px; z-index: 9; }
  .skip:focus { left: 8px; }
  .top { grid-column: 1 / -1; display: flex; align-items: center; gap: 10px; background: #0e5a50; color: #fff; padding: 9px 20px; }
  .top strong { font-size: 16px; font-weight: 600; }
  .top a { color: #e3f3ef; text-decoration: none; border-radius: 4px; padding: 2px 8px; }
  .top a:hover { text-decoration: underline; }
  .top :focus-visible { outline-color: #fff; }
  .ways { display: flex; flex-wrap: wrap; gap: 2px 10px; margin-inline-start: auto; }
  .me { color: #cfe6e0; font-size: 13px; max-width: 24ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .sections { background: #fff; border-inline-end: 1px solid var(--line); padding: 14px 10px; }
  .sections ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 2px; position: sticky; top: 14px; }
  .sections a { display: flex; align-items: center; gap: 11px; padding: 9px 12px; border-radius: 8px; color: #36424c; text-decoration: none; }
  .sections a:hover { background: #eef2f5; }
  .sections [aria-current] { background: #e3f0ec; color: #0b4a41; font-weight: 600; }
  .sections .icon { font-size: 18px; }
  main { padding: 22px 28px 64px; max-width: 1180px; width: 100%; } main:focus-visible { outline: none; }
  :host(.single) { grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); height: 100dvh; min-height: 0; }
  :host(.single) .sections { display: none; }
  :host(.single) main { padding: 0; max-width: none; overflow: auto; }
  .told { position: fixed; inset: auto auto 20px 20px; display: grid; pointer-events: none; z-index: 8; }
  .told span { display: inline-flex; gap: 8px; align-items: center; background: #123d36; color: #fff; border-radius: 10px; padding: 9px 18px; box-shadow: 0 6px 24px #0004; max-width: 90vw; } .told .bad { background: #7c1b15; }
  .waiting { color: var(--soft); }
  .trouble { background: #fff; border: 1px solid var(--line); border-radius: 10px; padding: 22px; text-align: center; }
  .door { max-width: 460px; margin: 9vh auto 0; text-align: center; background: #fff; border: 1px solid var(--line); border-radius: 14px; padding: 34px 30px 38px; }
  .door .icon { font-size: 34px; color: #0e5a50; }
  .door h1 { font-size: 21px; margin: 8px 0 4px; }
  .door p { color: var(--soft); margin: 0 0 20px; }
  .door a { display: inline-block; text-decoration: none; padding: 8px 22px; border-radius: 8px; }
  .door a.solid { color: #fff; }

  @media (max-width: ${NARROW}) {
    :host { grid-template: auto auto 1fr / minmax(0, 1fr); }
    :host(.single) { grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); }
    .top { padding: 8px 12px; gap: 4px 8px; } .top a { padding: 2px 4px; }
    .me { display: none; }
    .sections { border: 0; border-bottom: 1px solid var(--line); padding: 4px 6px; overflow-x: auto; }
    .sections ul { display: flex; gap: 2px; }
    .sections a { flex-direction: column; gap: 2px; font-size: 12px; padding: 6px 10px; white-space: nowrap; }
    main { padding: 14px 12px 72px; }
  }
`;
