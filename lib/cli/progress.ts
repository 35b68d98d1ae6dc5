/** Progress of a long run, on standard error of a terminal. */

import type { Io } from './io.ts';

/** A run that is over sooner shows nothing. */
const QUIET_MS = 2000;
const EACH_MS = 200;

/** Counts messages; shows them once a run takes longer. */
export class Progress {
  readonly #io: Io;
  readonly #isShown: boolean;
  readonly #start: number;
  #last: number;
  #isOnScreen = false;
  #count = 0;

  constructor(io: Io, isShown: boolean) {
    this.#io = io;
    this.#isShown = isShown && io.isTerminal.err;
    this.#start = io.now();
    this.#last = this.#start + QUIET_MS - EACH_MS;
  }

  step(): void {
    this.#count += 1;
    if (!this.#isShown) return;
    const now = this.#io.now();
    if (now - this.#last < EACH_MS) return;
    this.#last = now;
    const rate = Math.round(this.#count / ((now - this.#start) / 1000));
    this.#io.writeErr(`\r${this.#count} messages, ${rate} a second `);
    this.#isOnScreen = true;
  }

  end(): void {
    if (this.#isOnScreen) this.#io.writeErr('\r\u001b[K');
  }
}
