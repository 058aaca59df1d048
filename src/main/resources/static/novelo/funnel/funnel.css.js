// How the board looks: as high as the window, each stage with its own slide.

import forms from '../desk/forms.css.js';
import look from '../look.css.js';
import sheet from './sheet.css.js';

export default `${look}${forms}${sheet}
  :host { height: 100%; display: flex; flex-direction: column; font-size: 14px; min-height: 0; }
  h2, p, ul { margin: 0; padding: 0; }
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 22px; padding: 12px 20px 8px; }
  .filter { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 16px; }
  .filter label { display: inline-flex; align-items: center; gap: 6px; font-size: 13px; color: var(--soft); }
  .filter select { font-size: 14px; min-height: 0; padding: 4px 8px; width: auto; max-width: 200px; }
  .filter .tick { color: var(--ink); } .filter .tick input { margin: 0; }
  .finder { position: relative; flex: 0 1 240px; min-width: 150px; } .finder input { min-height: 0 !important; font-size: 14px !important; padding: 4px 10px !important; }
  .found { list-style: none; position: absolute; z-index: 5; inset: calc(100% + 4px) auto auto 0; width: min(380px, 92vw); max-height: 60vh; overflow-y: auto; background: #fff; border-radius: 10px; box-shadow: 0 8px 30px #0004; padding: 5px !important; }
  .found button { display: grid; width: 100%; text-align: start; padding: 6px 10px; border-radius: 7px; overflow-wrap: anywhere; } .found button:is(:hover, :focus-visible) { background: #e3f0ec; outline: none; } .found small { color: var(--soft); font-size: 12.5px; }
  .keys { margin-inline-start: auto; font-size: 12.5px; color: var(--soft); }
  @media (pointer: coarse) { .keys { display: none; } }
  .error { margin: 0 20px 8px; }
  .jumps { display: none; }

  .stages { flex: 1; min-height: 0; display: flex; gap: 8px; padding: 0 20px 12px; overflow-x: auto; scroll-padding-inline: 20px; }
  .column { flex: 1 1 0; min-width: 148px; display: flex; flex-direction: column; background: #e9ecef; border-radius: 12px; min-height: 0; }
  .column:is(.won, .lost) { flex: .8 1 0; min-width: 134px; }
  .column.over { background: #d5e9e3; box-shadow: inset 0 0 0 2px #0e5a50; }
  .column > header { padding: 9px 12px 7px; border-top: 3px solid #9aa5ae; border-radius: 12px 12px 0 0; }
  .column.new > header { border-color: #5b8bb5; } .column.contacted > header { border-color: #3f7ea8; } .column.qualified > header { border-color: #1f7f8f; } .column.opportunity > header { border-color: #0e7a66; }
  .column.proposal > header { border-color: #0e5a50; } .column.nurturing > header { border-color: #a98a3d; } .column.won > header { border-color: var(--good); } .column.lost > header { border-color: #b06b66; }
  h2 { font-size: 14px; font-weight: 600; display: flex; align-items: center; gap: 6px; }
  .count { font-weight: 600; font-size: 12px; font-variant-numeric: tabular-nums; background: #fff; color: var(--soft); border-radius: 99px; padding: 0 8px; }
  .totals { font-size: 12.5px; font-variant-numeric: tabular-nums; min-height: 18px; }
  .totals p { display: flex; flex-wrap: wrap; gap: 0 8px; } .totals :is(strong, span) { white-space: nowrap; } .totals strong { font-weight: 600; } .totals span { color: var(--soft); }
  .cards { list-style: none; flex: 1; min-height: 60px; overflow-y: auto; padding: 2px 7px 8px; display: flex; flex-direction: column; gap: 7px; scrollbar-width: thin; }
  .nothing { color: var(--soft); font-size: 13px; text-align: center; padding: 14px 4px; }
  .more-of { font-size: 12.5px; color: var(--soft); padding: 5px 12px 8px; display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; justify-content: space-between; } .more-of .plain { flex: none; font-size: 12.5px; }

  .card { background: #fff; border-radius: 9px; padding: 8px 10px; box-shadow: 0 1px 2px #0002; cursor: grab; content-visibility: auto; contain-intrinsic-size: auto 108px; flex: none; border-inline-start: 3px solid transparent; }
  .card:hover { box-shadow: 0 2px 7px #0003; } .card:focus-within { box-shadow: 0 0 0 2px #0b63b566; } .card.held { opacity: .45; } .card.going { opacity: .6; cursor: progress; }
  .card.rests { border-inline-start-color: #d99114; }
  .column:is(.won, .lost) .card { cursor: pointer; }
  .first { display: flex; align-items: flex-start; gap: 6px; }
  .who { flex: 1; font-size: 13.5px; line-height: 1.35; min-width: 0; font-weight: 600; text-align: start; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow-wrap: anywhere; }
  .who:hover { color: #0a5aa5; }
  .grade { flex: none; min-width: 18px; height: 17px; border-radius: 5px; font-size: 11px; line-height: 1; font-weight: 700; display: grid; place-items: center; padding: 0 4px; background: #e6eaee; color: #3c4852; }
  .grade-A { background: #d7f0e0; color: #0f5230; } .grade-B { background: #dcecf8; color: #123d63; } .grade-C { background: #fdf0d0; color: #6d4700; }
  .more { flex: none; width: 22px; height: 22px; margin: -1px -4px 0 -2px; border-radius: 6px; display: grid; place-items: center; color: var(--soft); font-size: 15px; } .more:hover { background: #eceff1; color: var(--ink); }
  .rest { display: grid; gap: 3px; margin-top: 2px; font-size: 13px; overflow-wrap: anywhere; }
  .product { color: #36424c; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .rest > * { min-width: 0; }
  .worth { font-weight: 600; font-variant-numeric: tabular-nums; display: flex; flex-wrap: wrap; gap: 0 8px; align-items: baseline; } .worth span { white-space: nowrap; overflow-wrap: normal; } .worth small { font-weight: 400; color: var(--soft); }
  .step { display: flex; gap: 5px; align-items: flex-start; color: #36424c; } .step .icon { margin-top: 2px; color: var(--soft); }
  .step > div { min-width: 0; display: grid; } .step div > span { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; } .step time { color: var(--soft); }
  .step.none, .step.none .icon { color: #7a4a00; } .step.none { font-weight: 600; } .step.none span { font-weight: 400; }
  .foot { display: flex; flex-wrap: wrap; align-items: center; gap: 1px 6px; color: var(--soft); font-size: 12px; } .foot time { margin-inline-start: auto; font-variant-numeric: tabular-nums; white-space: nowrap; } .foot.owner { gap: 4px; flex-wrap: nowrap; }
  .column:is(.won, .lost) .card { padding: 7px 8px; } .column:is(.won, .lost) :is(.worth, .totals) { font-size: 11.5px; } .column:is(.won, .lost) :is(.source, .grade, .product) { display: none; } .column:is(.won, .lost) .cards { padding-inline: 5px; } .column:is(.won, .lost) > header { padding-inline: 9px; }

  dialog { border: 0; border-radius: 14px; padding: 20px 22px; color: var(--ink); box-shadow: 0 12px 48px #0006; }
  dialog::backdrop { background: #0b101466; }
  dialog :is(.plain, .solid) { padding: 6px 14px; border-radius: 7px; text-decoration: none; display: inline-flex; gap: 7px; align-items: center; font-size: 14px; line-height: 20px; }
  dialog a.solid, .solid.bad { color: #fff; } .solid.bad { background: var(--bad); }
  .ask { width: min(460px, 94vw); max-height: 92vh; } .ask h2 { font-size: 17px; } .ask > p { margin: 2px 0 14px; }
  .ask .count:not(.bad) { display: none; }
  .ends { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 10px; }
  .menu { position: fixed; margin: 0; padding: 6px; min-width: 190px; border-radius: 11px; } .menu::backdrop { background: transparent; }
  .menu .title { font-size: 12.5px; color: var(--soft); padding: 3px 10px 5px; } .menu [role=menu] { display: grid; }
  .menu .to { text-align: start; padding: 7px 10px; border-radius: 7px; } .menu .to:is(:hover, :focus-visible) { background: #e3f0ec; outline: none; } .menu .won { border-top: 1px solid var(--line); border-radius: 0 0 7px 7px; }

  @media (max-width: 1400px) { .column h2 { font-size: 13px; gap: 4px; } .count { padding: 0 6px; } .column > header { padding-inline: 10px 8px; } }
  @media (max-width: 820px) {
    .finder { flex: 1 1 100%; order: -1; } .bar { padding: 10px 12px 6px; gap: 6px 12px; } .keys { display: none; } .filter { gap: 6px 12px; } .filter select { max-width: 150px; }
    .jumps { display: flex; gap: 6px; overflow-x: auto; padding: 2px 12px 8px; scrollbar-width: none; flex: none; }
    .jumps button { white-space: nowrap; background: #fff; border: 1px solid var(--line); border-radius: 99px; padding: 5px 12px; font-size: 13px; } .jumps b { color: var(--soft); font-weight: 600; }
    .stages { scroll-snap-type: x mandatory; padding: 0 12px 10px; scroll-padding-inline: 12px; }
    .column, .column:is(.won, .lost) { flex: 0 0 min(86vw, 340px); scroll-snap-align: start; }
    .more { width: 34px; height: 34px; margin: -5px -6px -6px -4px; }
    .menu { left: 0 !important; right: 0; top: auto !important; bottom: 0; width: 100%; max-width: none; border-radius: 16px 16px 0 0; padding: 10px 10px 18px; } .menu::backdrop { background: #0b101466; } .menu .to { padding: 12px; font-size: 16px; }
  }
  @media (prefers-reduced-motion: reduce) { .card { animation: none; } }
`;
