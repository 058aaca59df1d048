// How the kinds of messages look inside their bubbles.

export default `
  .text a, .what a, .origin a { color: #0a5aa5; text-decoration: underline; text-underline-offset: 2px; overflow-wrap: anywhere; }
  .text code { font-family: ui-monospace, monospace; font-size: 13px; background: #0000000d; border-radius: 3px; padding: 0 3px; }
  .text.emoji { font-size: 34px; line-height: 1.25; }
  .quiet { color: #0a5aa5; font-size: 12px; text-decoration: underline; text-underline-offset: 2px; }
  .quote { display: block; width: 100%; text-align: start; border-inline-start: 3px solid #0a6a5a; background: #0000000d; border-radius: 4px; padding: 2px 8px; margin: 2px 0 4px; font-size: 12px; max-height: 54px; overflow: hidden; }
  .quote.lost { color: var(--soft); font-style: italic; }
  .quote .line { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; max-width: 46ch; }
  .forwarded { display: flex; align-items: center; gap: 4px; color: #55636b; font-style: italic; font-size: 12px; }
  .origin { display: flex; flex-direction: column; align-items: flex-start; gap: 1px; background: #0000000a; border-radius: 6px; padding: 5px 9px; margin: 2px 0 5px; font-size: 13px; max-width: 46ch; overflow-wrap: anywhere; }
  .origin small { color: #55636b; display: flex; gap: 5px; align-items: center; }

  .picture, .film, .sticker { display: block; max-width: 100%; margin: 2px 0 4px; border-radius: 7px; overflow: hidden; background: #00000012; }
  .sticker { background: none; }
  .picture img, .film video, .sticker img { display: block; width: 100%; height: 100%; object-fit: contain; }
  .picture img { object-fit: cover; }
  .film { background: #10161a; }
  .picture:hover { filter: brightness(.96); }
  .is-sticker .bubble { background: none !important; box-shadow: none; }
  .is-sticker .meta { background: #ffffffd9; border-radius: 8px; padding: 0 6px; width: fit-content; margin-inline-start: auto; }
  .what { min-width: 0; display: flex; flex-direction: column; align-items: flex-start; line-height: 1.3; overflow-wrap: anywhere; }
  .what strong { font-weight: 600; }
  .what small { color: #55636b; }
  .file { display: flex; align-items: center; gap: 10px; min-width: 220px; max-width: 340px; background: #0000000a; border-radius: 7px; padding: 8px 10px; margin: 2px 0 4px; color: inherit; text-decoration: none; }
  .file:hover { background: #00000014; }
  .file .icon { font-size: 24px; color: #46525b; }
  .file .icon-download { font-size: 18px; margin-inline-start: auto; }
  .missing, .place, .card, .choice, .lone { display: flex; align-items: flex-start; gap: 9px; padding: 3px 0; max-width: 46ch; }
  .missing > .icon, .place > .icon, .card > .icon { font-size: 24px; color: #55636b; margin-top: 1px; }
  .missing.boxed { align-items: center; justify-content: center; background: #0000000d; border-radius: 7px; padding: 10px 14px; margin: 2px 0 4px; max-width: 100%; }
  .missing.bad small:first-of-type { color: var(--bad); }
  .missing .plain { margin-top: 5px; }
  .lone { align-items: center; }
  .choice .icon { color: #0a6a5a; margin-top: 3px; }
  .choice .more-words { font-size: 13px; }
  .place a { margin-top: 3px; }
  .coordinates, .line { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0 6px; font-variant-numeric: tabular-nums; font-size: 13px; }
  .line .has { color: #12613a; }
  .copy { width: 24px; height: 24px; border-radius: 4px; color: #55636b; display: inline-grid; place-items: center; font-size: 14px; }
  .copy:hover { background: #00000014; color: var(--ink); }
  .card + .card { border-top: 1px solid #00000014; }
  .asked { color: #55636b; }
  .gone { display: flex; align-items: center; gap: 6px; color: #55636b; font-style: italic; }
  .version { border-inline-start: 2px solid #00000026; padding-inline-start: 8px; margin: 3px 0; }
  .version small { color: #55636b; font-size: 12px; }

  table { border-collapse: collapse; font-size: 13px; margin: 2px 0 3px; max-width: 100%; }
  caption { text-align: start; font-weight: 600; padding-bottom: 3px; }
  th, td { text-align: start; vertical-align: top; padding: 3px 0; border-top: 1px solid #00000014; overflow-wrap: anywhere; }
  th { font-weight: 600; color: #46525b; padding-inline-end: 12px; }
  .answers th { font-weight: 400; }
  .answers th::first-letter { text-transform: uppercase; }
  .figure { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; padding-inline-start: 12px; }
  .product { min-width: 12ch; }
  tfoot th, tfoot td { border-top: 2px solid #00000033; font-weight: 600; color: var(--ink); }

  .header { display: block; }
  .footer { display: block; color: #55636b; font-size: 12px; margin-top: 2px; }
  .offers { display: flex; flex-direction: column; margin: 6px -10px 2px; border-top: 1px solid #00000014; min-width: 220px; }
  .face { display: flex; align-items: center; justify-content: center; gap: 7px; padding: 6px 12px; color: #0a5aa5; font-weight: 600; overflow-wrap: anywhere; }
  .face + .face { border-top: 1px solid #00000014; }
  .face a { color: inherit; text-decoration: none; } .face a:hover { text-decoration: underline; }
  summary.face { cursor: pointer; list-style: none; }
  .section { padding: 4px 12px; border-top: 1px solid #00000014; }
  .section > small { color: #55636b; font-weight: 600; }
  .section ul { list-style: none; margin: 0; padding: 0; }
  .section li { padding: 3px 0; } .section li small { display: block; color: #55636b; }
`;
