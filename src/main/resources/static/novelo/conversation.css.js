import look from './look.css.js';

export default `${look}
  :host { display: flex; flex-direction: column; min-height: 0; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; background: var(--paper); }
  novelo-thread { flex: 1 1 auto; }
  .said { margin: auto; padding: 32px; text-align: center; color: var(--soft); }
  .offline { background: #fdf0d0; color: #6d4700; text-align: center; font-size: 13px; padding: 3px; }
`;
