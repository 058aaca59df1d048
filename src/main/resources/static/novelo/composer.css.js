import look from './look.css.js';

export default `${look}
  :host { background: #f8f9fa; border-top: 1px solid var(--line); padding: 6px 12px 6px; }
  .turn { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; min-height: 30px; margin-bottom: 4px; color: var(--soft); font-size: 13px; }
  .turn::before { content: ""; width: 8px; height: 8px; border-radius: 50%; background: #9aa5b1; flex: none; }
  .turn.mine::before { background: var(--good); }
  .turn.other::before, .turn.closed::before { background: var(--bad); }
  .turn.other, .turn.closed { color: var(--ink); }
  .turn .note { flex: 1 1 16ch; }
  .row { display: flex; align-items: flex-end; gap: 8px; }
  textarea { flex: 1; font: inherit; font-size: 15px; color: inherit; background: #fff; border: 1px solid #c3cbd3; border-radius: 20px; padding: 8px 16px; min-height: 40px; max-height: 168px; resize: none; overflow-y: auto; }
  textarea:focus { outline: 2px solid var(--action); outline-offset: -1px; border-color: var(--action); }
  textarea:disabled { background: #eceff1; color: var(--soft); }
  .send { width: 40px; height: 40px; border-radius: 50%; background: var(--action); color: #fff; font-size: 20px; display: grid; place-items: center; flex: none; }
  .send:hover { background: #084e90; }
  .send:disabled { background: #c3cbd3; color: #fff; }
  .foot { display: flex; justify-content: space-between; gap: 12px; min-height: 16px; margin-top: 3px; font-size: 11px; color: var(--soft); }
  .count.bad { color: var(--bad); font-weight: 600; }
  .error { background: #fdeceb; color: var(--bad); border: 1px solid #b3261e44; border-radius: 6px; padding: 6px 10px; margin: 2px 0 6px; font-size: 13px; }
`;
