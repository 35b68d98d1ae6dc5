/** An iCalendar object, as far as mail needs to look into it: RFC 5545 §3.1, §3.4, §3.6. */

import type { Span } from '../../../octets/span.ts';

/** What a text/calendar part says, and the first thing wrong with it. */
export interface CalendarObject {
  /** In upper case, and where it is written; absent in objects that are no invitations. */
  readonly method: (Span & { readonly name: string }) | undefined;
  /** Of its components, each once, in order. */
  readonly uids: readonly string[];
  readonly fault: (Span & { readonly message: string }) | undefined;
}

/** A component while it is open. */
interface OpenComponent extends Span {
  readonly name: string;
  readonly properties: Set<string>;
}

const CALENDAR = 'VCALENDAR';

/** What a component cannot do without. */
const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([
  [CALENDAR, ['VERSION', 'PRODID']],
  ['VEVENT', ['UID', 'DTSTAMP']],
]);

/** A property's name, up to its parameters or its value. */
const PROPERTY = /^([A-Za-z0-9-]+)[;:]/;

/**
 * Reads an object of any form; total, in linear time.
 *
 * @param text Line ends as LF; places are characters of it.
 */
export function readCalendar(text: string): CalendarObject {
  const reading = new CalendarReading();
  for (let start = 0; start < text.length; ) {
    const lf = text.indexOf('\n', start);
    const end = lf === -1 ? text.length : lf;
    reading.take(text, { start, end });
    start = end + 1;
  }
  return reading.finish();
}

class CalendarReading {
  readonly #open: OpenComponent[] = [];
  readonly #uids = new Set<string>();
  #method: CalendarObject['method'];
  #fault: CalendarObject['fault'];
  #isBegun = false;

  take(text: string, { start, end }: Span): void {
    const first = text[start];
    if (start === end || first === ' ' || first === '\t') return;
    const line = text.slice(start, end);
    const name = PROPERTY.exec(line)?.[1]?.toUpperCase();
    if (name === undefined) return;
    const value = line.slice(line.indexOf(':') + 1).trim();
    if (name === 'BEGIN') this.#begin(value.toUpperCase(), { start, end });
    else if (name === 'END') this.#end(value.toUpperCase(), { start, end });
    else this.#keep(name, value, { start, end });
  }

  finish(): CalendarObject {
    const [left] = this.#open;
    if (!this.#isBegun) this.#blame({ start: 0, end: 0 }, 'no BEGIN:VCALENDAR');
    else if (left !== undefined) this.#blame(left, `BEGIN:${left.name} without its END`);
    return { method: this.#method, uids: [...this.#uids], fault: this.#fault };
  }

  #begin(name: string, line: Span): void {
    if (name === CALENDAR) this.#isBegun = true;
    this.#open.push({ ...line, name, properties: new Set() });
  }

  #end(name: string, line: Span): void {
    const open = this.#open.at(-1);
    if (open?.name !== name) {
      const due = open === undefined ? 'without its BEGIN' : `where END:${open.name} is due`;
      this.#blame(line, `END:${name} ${due}`);
      return;
    }
    this.#open.pop();
    const missing = REQUIRED.get(name)?.find((property) => !open.properties.has(property));
    if (missing !== undefined) this.#blame(open, `a ${name} without ${missing}`);
  }

  #keep(name: string, value: string, { start, end }: Span): void {
    const open = this.#open.at(-1);
    open?.properties.add(name);
    if (name === 'UID') this.#uids.add(value);
    if (name === 'METHOD' && open?.name === CALENDAR) {
      this.#method ??= { start, end, name: value.toUpperCase() };
    }
  }

  /** What comes behind a fault may follow from it. */
  #blame({ start, end }: Span, message: string): void {
    this.#fault ??= { start, end, message };
  }
}
