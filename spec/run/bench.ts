/** `npm run bench`: builds, reads and signs six messages beside the peers, in one run. */

import { preflight } from '../../lib/index.ts';
import { corpus } from './bench/corpus.ts';
import { medianOf } from './bench/measure.ts';
import { messages } from './bench/messages.ts';
import { readers } from './bench/readers.ts';
import { senders } from './bench/senders.ts';
import { signers } from './bench/signers.ts';

const NAME_COLUMN = 12;
const COLUMN = 22;

console.log(`Medians in milliseconds a message, Node ${process.versions.node}; in brackets the`);
console.log('time as a multiple of the first column.\n');

row('build', names(senders));
for (const message of messages) {
  const builds = senders.map(
    ({ build }) =>
      () =>
        build(message),
  );
  row(message.name, await compared(builds));
}

console.log();
row('read', names(readers));
for (const message of messages) {
  const octets = await senders[0]?.build(message);
  if (octets === undefined) continue;
  const reads = readers.map(
    ({ read }) =>
      () =>
        read(octets),
  );
  row(message.name, await compared(reads));
}

console.log();
const mails = corpus();
const octets = mails.reduce((sum, { length }) => sum + length, 0);
const time = await medianOf(() => {
  for (const mail of mails) preflight(mail);
});
console.log(
  `preflight of ${mails.length} small messages, ${octets} octets: ${(octets / 1000 / time).toFixed(1)} MB/s`,
);

console.log();
row('sign', names(signers));
for (const message of messages) {
  const octets = await senders[0]?.build(message);
  if (octets === undefined) continue;
  const signings = signers.map(
    ({ sign }) =>
      () =>
        sign(octets),
  );
  row(message.name, await compared(signings));
}

/** The median time of each, and what multiple of the first it is. */
async function compared(runs: readonly (() => unknown)[]): Promise<readonly string[]> {
  const times: number[] = [];
  for (const run of runs) times.push(await medianOf(run));
  const own = times[0] ?? Number.NaN;
  return times.map((time) => `${time.toFixed(3)} (${(time / own).toFixed(1)} x)`);
}

function names(all: readonly { readonly name: string }[]): readonly string[] {
  return all.map(({ name }) => name);
}

function row(name: string, cells: readonly string[]): void {
  const padded = cells.map((cell) => cell.padStart(COLUMN));
  console.log([name.padEnd(NAME_COLUMN), ...padded].join(''));
}
