/** `npm run bench`: builds and preflights six messages beside the peers, in one run. */

import { preflight } from 'mimewright';
import { medianOf } from './bench/measure.ts';
import { messages } from './bench/messages.ts';
import { senders } from './bench/senders.ts';

const COLUMN = 24;

console.log(`Medians in milliseconds a message, Node ${process.versions.node}; in brackets the`);
console.log('time as a multiple of mimewright building the same message.\n');
row('message', [...senders.map(({ name }) => `build: ${name}`), 'preflight: mimewright']);
for (const message of messages) {
  const times: number[] = [];
  for (const { build } of senders) times.push(await medianOf(() => build(message)));
  const octets = await senders[0]?.build(message);
  const judged = octets === undefined ? Number.NaN : await medianOf(() => preflight(octets));
  const own = times[0] ?? Number.NaN;
  row(
    message.name,
    [...times, judged].map((time) => `${time.toFixed(3)} (${(time / own).toFixed(1)} x)`),
  );
}

function row(name: string, cells: readonly string[]): void {
  console.log([name.padEnd(12), ...cells.map((cell) => cell.padStart(COLUMN))].join(''));
}
