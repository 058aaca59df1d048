import look from './look.css.js';

export default `${look}
  :host { display: contents; }
  dialog { border: 0; border-radius: 12px; padding: 0; width: min(480px, 94vw); max-height: 92vh; color: var(--ink); box-shadow: 0 12px 48px #0006; overflow: hidden; }
  dialog::backdrop { background: #0b101480; }
  form { display: flex; flex-direction: column; max-height: 92vh; padding: 18px 20px 14px; }
  h2 { font-size: 17px; margin: 0; font-weight: 600; }
  .hint { margin: 2px 0 10px; color: var(--soft); font-size: 13px; }
  .fields { overflow-y: auto; min-height: 0; display: flex; flex-direction: column; gap: 9px; padding: 2px; }
  .field { display: grid; grid-template-columns: 1fr auto; gap: 2px 8px; }
  label { font-weight: 600; font-size: 13px; } label small { font-weight: 400; color: var(--soft); }
  .count { font-size: 12px; color: var(--soft); font-variant-numeric: tabular-nums; align-self: end; } .count.bad { color: var(--bad); font-weight: 600; }
  .label { font-weight: 600; font-size: 13px; } .label small { font-weight: 400; color: var(--soft); }
  .above > :not(.label) { grid-column: 1 / -1; justify-self: start; } .above .limits { color: var(--soft); font-size: 12px; }
  input, textarea { grid-column: 1 / -1; width: 100%; font: inherit; color: inherit; background: #fff; border: 1px solid #8a959e; border-radius: 6px; padding: 6px 10px; resize: vertical; }
  input:focus, textarea:focus { outline: 2px solid var(--action); outline-offset: -1px; border-color: var(--action); }
  [aria-invalid=true] { border-color: var(--bad); }
  .wrong { grid-column: 1 / -1; color: var(--bad); font-size: 12px; } .wrong:empty { display: none; }
  .more { align-self: flex-start; display: inline-flex; align-items: center; gap: 6px; }
  .ends { display: flex; justify-content: flex-end; gap: 10px; padding-top: 14px; }
  .ends .plain { padding: 5px 14px; border-radius: 6px; } .ends .solid { padding: 6px 18px; }
  .error { background: #fdeceb; color: var(--bad); border-radius: 6px; padding: 6px 10px; margin-top: 10px; font-size: 13px; }
`;
