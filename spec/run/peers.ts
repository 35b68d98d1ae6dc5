/** `npm run peers`: tries the laws of mail on mimewright and on its peers, and prints a table. */

import { parseArgs } from 'node:util';
import { checkLaws, laws } from '../../lib/testing.ts';
import { emailjs } from './peers/emailjs.ts';
import { mimetext } from './peers/mimetext.ts';
import { mimewright } from './peers/mimewright.ts';
import { nodemailer } from './peers/nodemailer.ts';
import type { Peer } from './peers/peer.ts';
import { openPython } from './peers/python.ts';
import { type Column, faultsOf, tableOf } from './peers/table.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '100' },
  },
});
const options = { seed: Number(values.seed), numRuns: Number(values.runs), endOnFailure: true };

const python = openPython();
const guests = { 'emailjs-mime-builder': emailjs(), "Python's EmailMessage": python };
const peers: readonly Peer[] = [
  ...mimewright,
  nodemailer,
  mimetext,
  ...Object.values(guests).filter((guest) => guest !== undefined),
];

console.log(`Seed ${options.seed}, ${options.numRuns} inputs a law beside its examples,`);
console.log(`Node ${process.versions.node} on ${process.platform}.\n`);
for (const { sender, version, settings } of peers) {
  console.log(`- ${sender.name} ${version}: ${settings}`);
}
for (const [name, guest] of Object.entries(guests)) {
  if (guest === undefined) console.log(`- ${name}: not run, it is not installed`);
}

const columns: Column[] = [];
for (const { sender } of peers) {
  columns.push({ name: sender.name, verdicts: await checkLaws(sender, options) });
}
python?.close();

console.log(`\n${tableOf(laws, columns).join('\n')}`);
console.log('\n"-": the sender has no such part, or never wrote such a thing.\n');
console.log('What was found first, where that is of no use to an attacker:\n');
console.log(faultsOf(laws, columns).join('\n'));
