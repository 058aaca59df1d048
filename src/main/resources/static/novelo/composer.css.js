import look from './look.css.js';

export default `${look}
  :host { position: relative; background: #f8f9fa; border-top: 1px solid var(--line); padding: 6px 12px 6px; }
  .turn { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; min-height: 30px; margin-bottom: 4px; color: var(--soft); font-size: 13px; }
  .turn::before { content: ""; width: 8px; height: 8px; border-radius: 50%; background: #9aa5b1; flex: none; }
  .turn.mine::before { background: var(--good); }
  .turn.other::before, .turn.closed::before { background: var(--bad); }
  .turn.other, .turn.closed { color: var(--ink); }
  .turn .note { flex: 1 1 16ch; }
  :host(.shut) .row, :host(.shut) .foot { display: none; }
  :host(.shut) .turn { margin: 4px 0 6px; } :host(.shut) .turn .solid { padding: 8px 18px; font-size: 14px; }
  .row[hidden] { display: none; }
  .faces { position: relative; display: flex; gap: 2px; flex: none; }
  .tool { width: 36px; height: 40px; border-radius: 8px; display: grid; place-items: center; font-size: 22px; color: #46525b; }
  .tool:hover:not(:disabled) { color: var(--action); background: #e8f1fa; }
  .tool:disabled { color: #b4bcc3; }
  .menu { position: absolute; bottom: 46px; left: 0; z-index: 3; background: #fff; border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 6px 24px #0003; padding: 5px; width: max-content; }
  .menu button { display: flex; width: 100%; align-items: center; gap: 10px; padding: 6px 14px 6px 10px; border-radius: 6px; text-align: start; }
  .menu button:hover, .menu button:focus-visible { background: #e8f1fa; }
  .menu .icon { font-size: 18px; color: #46525b; }
  .reply { display: flex; align-items: center; gap: 8px; background: #fff; border: 1px solid var(--line); border-inline-start: 3px solid #0a6a5a; border-radius: 6px; padding: 3px 4px 3px 10px; margin-bottom: 6px; font-size: 13px; }
  .reply.remind .words { white-space: normal; }
  .remind.done { border-inline-start-color: var(--good); }
  .reply .words { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .away { width: 26px; height: 26px; border-radius: 50%; display: grid; place-items: center; color: var(--soft); flex: none; }
  .away:hover { background: #eceff1; color: var(--ink); }
  textarea::placeholder { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .preview { display: inline-flex; white-space: nowrap; align-items: center; gap: 5px; margin-inline-start: auto; cursor: pointer; }
  .preview input { margin: 0; accent-color: var(--action); }
  .row { display: flex; align-items: flex-end; gap: 8px; }
  textarea { flex: 1; font: inherit; font-size: 15px; color: inherit; background: #fff; border: 1px solid #c3cbd3; border-radius: 20px; padding: 8px 16px; min-height: 40px; max-height: 168px; resize: none; overflow-y: auto; }
  textarea:focus { outline: 2px solid var(--action); outline-offset: -1px; border-color: var(--action); }
  textarea:disabled { background: #eceff1; color: var(--soft); }
  .send { width: 40px; height: 40px; border-radius: 50%; background: var(--action); color: #fff; font-size: 20px; display: grid; place-items: center; flex: none; }
  .send:hover { background: #084e90; }
  .send:disabled { background: #c3cbd3; color: #fff; }
  .foot { display: flex; justify-content: space-between; gap: 12px; min-height: 16px; margin-top: 3px; font-size: 11px; color: var(--soft); }
  .hint { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .count { flex: none; }
  .count.bad { color: var(--bad); font-weight: 600; }
  .error { background: #fdeceb; color: var(--bad); border: 1px solid #b3261e44; border-radius: 6px; padding: 6px 10px; margin: 2px 0 6px; font-size: 13px; }
  @container (max-height: 420px) { .foot { display: none; } .foot:has(.preview:not([hidden])), .foot:has(.count:not(:empty)) { display: flex; } .turn { min-height: 0; margin-bottom: 3px; flex-wrap: nowrap; } .turn .note { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .turn button { flex: none; } textarea { max-height: 88px; } }
`;
