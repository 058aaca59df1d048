import content from './content.css.js';
import look from './look.css.js';

export default `${look}${content}
  :host { position: relative; min-height: 0; background: var(--ground); }
  .scroll { position: absolute; inset: 0; overflow-y: auto; overscroll-behavior: contain; padding: 8px 16px 12px; display: flex; flex-direction: column; }
  .scroll:focus-visible { outline-offset: -2px; }
  .messages { list-style: none; margin: auto 0 0; padding: 0; display: flex; flex-direction: column; gap: 3px; }
  .earlier { display: block; margin: 4px auto; color: var(--action); font-weight: 600; padding: 4px 12px; border-radius: 99px; background: var(--paper); }
  .day { align-self: center; margin: 10px 0 6px; }
  .day span { display: inline-block; background: #fff; color: var(--soft); border-radius: 8px; padding: 3px 12px; font-size: 12px; box-shadow: 0 1px 1px #0000001a; }
  .day span::first-letter { text-transform: uppercase; }
  .past { align-self: stretch; display: flex; align-items: center; gap: 10px; margin: 12px 0 4px; color: var(--soft); font-size: 12px; }
  .past::before, .past::after { content: ''; flex: 1; border-top: 1px dashed #8a9791; }
  .imported .bubble { box-shadow: none; border: 1px solid #0000001a; }
  .empty { align-self: center; color: var(--soft); padding: 24px; }
  .message { display: flex; max-width: 78%; }
  .message.first { margin-top: 6px; }
  .in { align-self: flex-start; }
  .out { align-self: flex-end; }
  .bubble { position: relative; background: var(--paper); border-radius: 10px; padding: 5px 10px 6px; box-shadow: 0 1px 1px #0000001f; min-width: 84px; max-width: 100%; }
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
  .trouble { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; margin-top: 4px; padding-top: 4px; border-top: 1px solid #b3261e33; color: var(--bad); font-size: 12px; max-width: 46ch; }
  .trouble > span { flex: 1 1 20ch; }
  .trouble.unsure { color: #6d4700; border-color: #8a5a0033; }
  .trouble .ask small { font-size: inherit; }
  .trouble .ask { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; flex: 1 1 100%; }
  :host(:not(.answerable)) .again { display: none; }
  .failed .bubble { background: #fdeceb !important; }
  .cancelled .text { text-decoration: line-through; color: var(--soft); }
  .sending_now .bubble { opacity: .7; }
  .message { position: relative; scroll-margin: 12px; outline: none; }
  .message:focus-visible .bubble { outline: 2px solid var(--action); outline-offset: 1px; }
  .message.flash .bubble { animation: flash 1.6s ease-out; }
  @keyframes flash { 0%, 40% { box-shadow: 0 0 0 4px #0b63b566; } }
  .reacted { margin-bottom: 14px; }
  .reactions { position: absolute; bottom: -15px; left: 10px; display: flex; gap: 3px; }
  .out .reactions { left: auto; right: 10px; }
  .reaction { background: #fff; border: 1px solid var(--line); border-radius: 99px; padding: 0 7px; font-size: 14px; line-height: 20px; box-shadow: 0 1px 1px #0000001a; }
  .reaction.ours { background: #e3f0fb; border-color: #9cc4e6; }
  .tools { visibility: hidden; display: flex; gap: 2px; align-self: center; margin: 0 6px; }
  .out .tools { order: -1; }
  :host(.answerable) .message:hover .tools, :host(.answerable) .message:focus-within .tools { visibility: visible; }
  :host(:not(.answerable)) .tools { display: none; }
  .tools button { width: 30px; height: 30px; border-radius: 50%; background: #fff; color: #46525b; display: grid; place-items: center; font-size: 16px; box-shadow: 0 1px 2px #0002; }
  .tools button:hover { color: var(--action); }
  .notice { align-self: center; max-width: 88%; margin: 6px 0; }
  .told { display: inline-flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 2px 6px; background: #fffbe9; color: #4f4730; border-radius: 8px; padding: 4px 12px; font-size: 13px; text-align: center; box-shadow: 0 1px 1px #0000001a; overflow-wrap: anywhere; }
  .told .icon-missed { color: var(--bad); }
  .told small { flex-basis: 100%; font-size: 12px; }
  .more { position: absolute; left: 50%; bottom: 12px; transform: translateX(-50%); background: var(--action); color: #fff; font-weight: 600; border-radius: 99px; padding: 6px 16px; box-shadow: 0 2px 8px #0004; display: flex; align-items: center; gap: 6px; }
`;
