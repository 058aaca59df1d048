import look from './look.css.js';

export default `${look}
  :host { position: relative; min-height: 0; background: var(--ground); }
  .scroll { position: absolute; inset: 0; overflow-y: auto; overscroll-behavior: contain; padding: 8px 16px 12px; display: flex; flex-direction: column; }
  .scroll:focus-visible { outline-offset: -2px; }
  .messages { list-style: none; margin: auto 0 0; padding: 0; display: flex; flex-direction: column; gap: 3px; }
  .earlier { display: block; margin: 4px auto; color: var(--action); font-weight: 600; padding: 4px 12px; border-radius: 99px; background: var(--paper); }
  .day { align-self: center; margin: 10px 0 6px; }
  .day span { display: inline-block; background: #fff; color: var(--soft); border-radius: 8px; padding: 3px 12px; font-size: 12px; box-shadow: 0 1px 1px #0000001a; }
  .day span::first-letter { text-transform: uppercase; }
  .empty { align-self: center; color: var(--soft); padding: 24px; }
  .message { display: flex; max-width: 78%; }
  .message.first { margin-top: 6px; }
  .in { align-self: flex-start; }
  .out { align-self: flex-end; }
  .bubble { position: relative; background: var(--paper); border-radius: 10px; padding: 5px 10px 6px; box-shadow: 0 1px 1px #0000001f; min-width: 84px; }
  .out .bubble { background: var(--out); }
  .out.process .bubble, .out.ai .bubble { background: var(--process); }
  .first.in .bubble { border-top-left-radius: 2px; }
  .first.out .bubble { border-top-right-radius: 2px; }
  .author { display: block; font-size: 12px; font-weight: 600; color: #0a6a5a; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 46ch; }
  .out .author { color: #2f6b1f; }
  .out.process .author, .out.ai .author { color: #2c5687; }
  .text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
  .meta { display: flex; justify-content: flex-end; align-items: center; gap: 4px; margin-top: 1px; color: #5d6a66; font-size: 11px; line-height: 14px; }
  .tick { display: inline-flex; font-size: 17px; color: #6b7a75; }
  .tick.read, .tick.played { color: var(--read); }
  .tick.failed { color: var(--bad); }
  .tick.unknown { color: var(--warn); }
  .trouble { margin-top: 4px; padding-top: 4px; border-top: 1px solid #b3261e33; color: var(--bad); font-size: 12px; max-width: 46ch; }
  .trouble.unsure { color: var(--warn); border-color: #8a5a0033; }
  .failed .bubble { background: #fdeceb !important; }
  .cancelled .text { text-decoration: line-through; color: var(--soft); }
  .sending_now .bubble { opacity: .7; }
  .kind { display: flex; align-items: center; gap: 10px; padding: 4px 2px; }
  .kind .icon { font-size: 26px; color: var(--soft); }
  .kind strong { display: block; font-weight: 600; }
  .kind small { color: var(--soft); }
  .quote { border-left: 3px solid #0a6a5a; background: #0000000d; border-radius: 4px; padding: 2px 8px; margin: 2px 0 4px; font-size: 12px; max-height: 54px; overflow: hidden; }
  .quote span { display: block; overflow: hidden; text-overflow: ellipsis; }
  .more { position: absolute; left: 50%; bottom: 12px; transform: translateX(-50%); background: var(--action); color: #fff; font-weight: 600; border-radius: 99px; padding: 6px 16px; box-shadow: 0 2px 8px #0004; display: flex; align-items: center; gap: 6px; }
`;
