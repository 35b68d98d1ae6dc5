/** Mutators that put in what means something: boundaries, specials, fields, numbers. */

import { anyPlace, anyStretch, type Mutator, replaced } from './mutator.ts';
import type { Random } from './random.ts';
import { tokenGroups } from './tokens.ts';

/** Of one token over and over. */
const RUN_OCTETS_MAX = 100_000;

const NUMBERS: readonly string[] = [
  '0',
  '1',
  '-1',
  '00',
  '77',
  '998',
  '2147483648',
  '9'.repeat(20),
];
const BOUNDARY = /boundary="?([^"\r\n;]*)/gi;

/** A token of the table, or a delimiter of a boundary that the message names. */
function anyToken(octets: Buffer, random: Random): string {
  if (random.onceIn(6)) {
    const boundaries = [...octets.toString('latin1').matchAll(BOUNDARY)].map(([, name]) => name);
    if (boundaries.length > 0) {
      return `\r\n--${random.pick(boundaries)}${random.pick(['\r\n', '--\r\n', '\r\n\r\n', ''])}`;
    }
  }
  return random.pick(random.pick(tokenGroups));
}

const insertToken: Mutator = (octets, { random }) => {
  const at = anyPlace(octets, random);
  return replaced(octets, at, at, Buffer.from(anyToken(octets, random), 'latin1'));
};

const replaceWithToken: Mutator = (octets, { random }) => {
  const { start, end } = anyStretch(octets, random);
  const token = Buffer.from(anyToken(octets, random), 'latin1');
  return replaced(octets, start, Math.min(end, start + 2 * token.length), token);
};

/** Puts a field in at the start of some line. */
const insertField: Mutator = (octets, { random }) => {
  const at = octets.indexOf('\n', anyPlace(octets, random)) + 1;
  const field = random.pick(tokenGroups.slice(-2).flat());
  return replaced(octets, at, at, Buffer.from(field, 'latin1'));
};

const insertRun: Mutator = (octets, { random }) => {
  const token = anyToken(octets, random);
  const most = random.onceIn(50) ? RUN_OCTETS_MAX : 200;
  const times = 1 + random.below(Math.ceil(most / Math.max(1, token.length)));
  const at = anyPlace(octets, random);
  return replaced(octets, at, at, Buffer.from(token.repeat(times), 'latin1'));
};

const changeNumber: Mutator = (octets, { random }) => {
  const at = anyPlace(octets, random);
  const number = /\d+/.exec(octets.toString('latin1', at, at + 200));
  if (number === null) return octets;
  const start = at + number.index;
  return replaced(octets, start, start + number[0].length, Buffer.from(random.pick(NUMBERS)));
};

export const tokenMutators: Readonly<Record<string, Mutator>> = {
  insertToken,
  replaceWithToken,
  insertField,
  insertRun,
  changeNumber,
};
