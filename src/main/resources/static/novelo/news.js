// Events come in bursts, and each would ask for the same: they are gathered before anything is asked.

const GATHER_MILLIS = 60;

export class News {
  #changed = new Set();
  #timer;

  /** @param work hears what was gathered */
  constructor(work) {
    this.work = work;
  }

  note(what, wait = GATHER_MILLIS) {
    this.#changed.add(what);
    this.#timer ??= setTimeout(() => {
      const changed = [...this.#changed];
      this.stop();
      this.work(changed);
    }, wait);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed.clear();
  }
}
