import look from './look.css.js';

export default `${look}
  :host { background: var(--paper); border-bottom: 1px solid var(--line); padding: 8px 14px 8px; }
  .who { display: flex; align-items: center; gap: 10px; }
  .avatar { width: 36px; height: 36px; border-radius: 50%; background: #dfe8e4; color: #24554a; font-weight: 600; display: grid; place-items: center; flex: none; }
  .name { min-width: 0; flex: 1 1 12ch; display: flex; flex-direction: column; line-height: 1.25; }
  .name strong { font-size: 16px; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .name span { color: var(--soft); font-size: 13px; }
  .chips { display: flex; flex-direction: column; align-items: flex-end; gap: 4px; }
  .chip { display: inline-flex; align-items: center; gap: 5px; border-radius: 99px; padding: 2px 10px 2px 8px; font-size: 12px; background: #eceff1; color: #3c4852; white-space: nowrap; }
  .chip.good { background: #e0f2e7; color: #12613a; }
  .chip.warn { background: #fdf0d0; color: #6d4700; }
  .chip.bad { background: #fde3e1; color: #97201a; font-weight: 600; }
  .facts { display: flex; flex-wrap: wrap; gap: 2px 14px; margin-top: 6px; overflow: hidden; } /* no dot before the first of a line */
  .fact { position: relative; color: #36424c; }
  .fact + .fact::before { content: "·"; position: absolute; left: -9px; color: #9aa5b1; }
  .number { font-variant-numeric: tabular-nums; }
  .priority.high, .priority.urgent, .sentiment.frustrated { color: #97201a; font-weight: 600; }
  .sentiment.positive { color: #12613a; }
  .why { overflow: hidden; display: flex; flex-wrap: wrap; gap: 0 14px; color: var(--soft); font-size: 13px; margin-top: 1px; }
  .why .label::after { content: ":"; }
  .why .label { margin-right: -8px; }
  .threads { display: flex; flex-wrap: wrap; gap: 2px 10px; color: var(--soft); font-size: 13px; margin-top: 2px; overflow: hidden; }
  .threads .label::after { content: ":"; }
  .thread { background: none; border: 0; padding: 0; color: #0a5aa5; text-decoration: underline; text-underline-offset: 2px; font-size: 13px; text-align: start; }
  .step { position: relative; }
  .step + .step::before { content: "·"; position: absolute; left: -9px; }
  @container (max-height: 420px) { :host { padding: 4px 14px; } .avatar { display: none; } .name { flex-direction: row; align-items: baseline; gap: 10px; } .chips { flex-direction: row; flex: 0 1 auto; min-width: 0; overflow: hidden; } .name { flex: 1 0 9ch; } .name strong { font-size: 14px; } .name span, .chip.window.good { display: none; } .facts, .why, .threads { display: none; } }
`;
