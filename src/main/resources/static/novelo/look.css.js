// Colours, sizes and small parts that all our elements share.

export default `
  :host {
    --ink: #1f2933; --soft: #5b6770; --line: #dfe3e8; --paper: #fff; --ground: #f3f1ec;
    --action: #0b63b5; --good: #1a7f4b; --warn: #8a5a00; --bad: #b3261e; --read: #0a84c6;
    --out: #dcf5d0; --process: #e6effa;
    color: var(--ink); font-size: 14px; line-height: 1.4;
    display: block; box-sizing: border-box;
  }
  :host([hidden]), [hidden] { display: none !important; }
  *, *::before, *::after { box-sizing: border-box; }
  .icon { width: 1em; height: 1em; flex: none; vertical-align: -.125em; }
  .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
  button:disabled { cursor: default; }
  :focus-visible { outline: 2px solid var(--action); outline-offset: 1px; }
  .plain { color: var(--action); font-weight: 600; border-radius: 4px; padding: 2px 8px; }
  .plain { border: 1px solid #b9d3ea; background: #fff; }
  .plain:hover { background: #e8f1fa; }
  .solid { background: var(--action); color: #fff; font-weight: 600; border-radius: 6px; padding: 4px 14px; }
  .solid:hover { background: #084e90; }
  .solid:disabled { background: #c3cbd3; }
  @media (forced-colors: active) { .solid, .chip { border: 1px solid; } }
`;
