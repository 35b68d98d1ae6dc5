/** The committed fixtures, read from `fixtures/` beside `spec/`; its README says what each one is. */

import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../fixtures/', import.meta.url);

/** The octets of one fixture, as committed: `fixture('base/plain.eml')`. */
export function fixture(name: string): Buffer {
  return readFileSync(new URL(name, root));
}

/** Every message of a folder, by file name, in the order of the names: `fixtures('base')`. */
export function fixtures(folder: string): readonly (readonly [name: string, octets: Buffer])[] {
  const names = readdirSync(new URL(`${folder}/`, root)).filter((name) => name.endsWith('.eml'));
  return names.sort().map((name) => [name, fixture(`${folder}/${name}`)] as const);
}

/** What SES says to one of the foreign messages. */
export interface ForeignVerdict {
  readonly fault: string;
  /** The text of the refusal, or null where SES takes the message and the harm comes later. */
  readonly says: string | null;
  /** Texts of the other faults in it, or the grammar's where the report's front end differs. */
  readonly alsoSaid?: readonly string[];
  readonly source: string;
}

/** The verdicts on `foreign/*.eml`, by file name. */
export function foreignVerdicts(): Readonly<Record<string, ForeignVerdict>> {
  return JSON.parse(fixture('foreign/expected.json').toString());
}
