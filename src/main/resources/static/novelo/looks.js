// A board of what changes all the time looks again whenever it hears of something new, at a pace that a busy server bears.

/** A burst of events is one look. */
const GATHER_MILLIS = 150;

/** Of a busy server's time one board takes no more than a twentieth. */
const SHARE = 20;

/** Nor is a board ever older than that because one look took long. */
const MOST_REST_MILLIS = 20_000;

/** Time alone makes things due, without any event. */
const HEAL_MILLIS = 60_000;

export class Looks {
  #restMillis;
  #look;
  #healing;
  #timer;
  #looking = false;
  #asked = -Infinity;
  #took = 0;
  #unseen = false;

  /** @param restMillis at least so long between two looks, the first one at once. @param look async: asks, draws, and says what went wrong */
  constructor(restMillis, look) {
    this.#restMillis = restMillis;
    this.#look = look;
  }

  begin() {
    this.#healing = setInterval(() => this.soon(), HEAL_MILLIS);
    document.addEventListener('visibilitychange', this.#seen);
  }

  stop() {
    clearInterval(this.#healing);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    document.removeEventListener('visibilitychange', this.#seen);
  }

  /** Nobody looks at a hidden tab; what it has missed is asked for when somebody does. */
  #seen = () => {
    if (!document.hidden && this.#unseen) this.soon();
  };

  soon() {
    this.#unseen = document.hidden;
    if (document.hidden) return;
    const pause = Math.max(this.#restMillis, Math.min(SHARE * this.#took, MOST_REST_MILLIS));
    const rest = Math.max(GATHER_MILLIS, this.#asked + pause - performance.now());
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#begun();
    }, rest);
  }

  /** What the reader has just done is seen at once. */
  now() {
    this.#asked = -Infinity;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#begun();
  }

  async #begun() {
    if (this.#looking) {
      this.soon();
      return;
    }
    this.#looking = true;
    const asked = performance.now();
    this.#asked = asked;
    try {
      await this.#look();
    } finally {
      this.#looking = false;
      this.#took = performance.now() - asked;
    }
  }
}
