import look from './look.css.js';

export default `${look}
  :host { display: flex; flex-direction: column; min-height: 0; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; background: var(--paper); container-type: size; position: relative; }
  .picking { position: relative; height: 0; z-index: 4; }
  .picking > * { position: absolute; bottom: 6px; left: 12px; }
  :host(.dropping)::after { content: ""; position: absolute; inset: 6px; border: 3px dashed var(--action); border-radius: 8px; background: #0b63b514; pointer-events: none; }
  novelo-thread { flex: 1 1 auto; }
  .said { margin: auto; padding: 32px; text-align: center; color: var(--soft); }
  .offline { background: #fdf0d0; color: #6d4700; text-align: center; font-size: 13px; padding: 3px; }
`;
