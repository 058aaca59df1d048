// Fields and what stands at them.

export default `
  form { display: grid; gap: 14px; }
  .fields { display: grid; gap: 14px; }
  .field { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 3px 10px; }
  .field > label, .label { font-weight: 600; font-size: 14px; } .label small, .field > label small { font-weight: 400; color: var(--soft); }
  .field > :is(input, textarea, select, .hint, .wrong, .box, .pick) { grid-column: 1 / -1; }
  .hint { color: var(--soft); font-size: 13px; margin: 0; }
  .wrong { color: var(--bad); font-size: 13px; } .wrong:empty { display: none; }
  .count { font-size: 12.5px; color: var(--soft); font-variant-numeric: tabular-nums; align-self: end; } .count.bad { color: var(--bad); font-weight: 600; }
  input:not([type=checkbox]):not([type=radio]), textarea, select { font: inherit; font-size: 15px; color: inherit; background: #fff; border: 1px solid #9aa5ae; border-radius: 7px; padding: 7px 11px; width: 100%; min-height: 38px; }
  textarea { resize: vertical; line-height: 1.4; }
  select { padding-inline-end: 6px; }
  :is(input, textarea, select):focus { outline: 2px solid var(--action); outline-offset: -1px; border-color: var(--action); }
  :is(input:not([type=checkbox]), textarea, select):disabled:disabled { background: #f1f3f5; color: var(--soft); }
  [aria-invalid=true] { border-color: var(--bad) !important; }
  input[type=checkbox], input[type=radio] { accent-color: var(--action); width: 17px; height: 17px; margin: 2px 0 0; flex: none; }
  .tick { display: flex; gap: 9px; align-items: flex-start; font-weight: 400 !important; }
  .several { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 6px 18px; padding: 6px 0 2px; }
  .error { background: #fdeceb; color: #7c1b15; border-radius: 8px; padding: 9px 14px; margin: 0; }
  fieldset { border: 1px solid var(--line); border-radius: 10px; padding: 12px 14px 14px; margin: 0; min-width: 0; display: grid; gap: 12px; }
  legend { font-weight: 600; font-size: 14px; padding: 0 5px; }
  .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 12px; align-items: start; }
  .button-row { grid-template-columns: minmax(0, 1fr) auto; } .button-row > .wrong { grid-column: 1 / -1; }
  .mono { font-family: ui-monospace, "SFMono-Regular", Consolas, monospace; }
  .lines-of { display: flex; gap: 8px; align-items: flex-start; } .lines-of > .field { flex: 1; min-width: 0; }
  .round { width: 34px; height: 34px; border-radius: 50%; display: grid; place-items: center; font-size: 17px; color: var(--soft); flex: none; } .round:hover { background: #eceff1; color: var(--ink); }
`;
