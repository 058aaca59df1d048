import look from './look.css.js';

export default `${look}
  :host { display: contents; }
  dialog { border: 0; border-radius: 12px; padding: 20px 22px; width: min(480px, 94vw); color: var(--ink); box-shadow: 0 12px 48px #0006; }
  dialog::backdrop { background: #0b101480; }
  form { display: grid; gap: 12px; }
  h2 { font-size: 17px; font-weight: 600; margin: 0; } .hint { margin: -8px 0 0; color: var(--soft); font-size: 13px; }
  .field { display: grid; gap: 3px; } label { font-weight: 600; font-size: 13px; }
  input:not([type=checkbox]), select, textarea { font: inherit; color: inherit; background: #fff; border: 1px solid #9aa5ae; border-radius: 7px; padding: 7px 11px; width: 100%; min-height: 38px; }
  :is(input, select, textarea):focus { outline: 2px solid var(--action); outline-offset: -1px; border-color: var(--action); }
  ul { list-style: none; margin: 4px 0 0; padding: 0; display: grid; gap: 3px; max-height: 230px; overflow-y: auto; }
  li button { display: flex; justify-content: space-between; gap: 12px; width: 100%; text-align: start; padding: 7px 11px; border-radius: 7px; background: #f3f6f8; overflow-wrap: anywhere; }
  li button:hover, li button:focus-visible { background: #e3eefa; } li strong { font-weight: 600; } li small { color: var(--soft); white-space: nowrap; font-variant-numeric: tabular-nums; }
  fieldset { border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px 14px; margin: 0; display: grid; gap: 10px; min-width: 0; } legend { font-weight: 600; font-size: 13px; padding: 0 5px; }
  .tick { display: flex; gap: 8px; align-items: center; font-weight: 400; } .tick input { accent-color: var(--action); width: 16px; height: 16px; margin: 0; } small { color: var(--soft); font-weight: 400; }
  .wrong { color: var(--bad); font-size: 13px; } .wrong:empty { display: none; }
  dialog { max-height: 94vh; overflow-y: auto; }
  .error { background: #fdeceb; color: #7c1b15; border-radius: 8px; padding: 8px 12px; font-size: 13px; margin: 0; }
  .ends { display: flex; justify-content: flex-end; gap: 10px; } .ends .solid { padding: 7px 18px; } .ends .plain { padding: 6px 14px; border-radius: 6px; }
`;
