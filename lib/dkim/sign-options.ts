/** What signing is told, and how that is checked. */

import type { KeyObject } from 'node:crypto';
import {
  booleanArgument,
  choiceArgument,
  dateArgument,
  missing,
  recordArgument,
  stringArgument,
  textArgument,
  wrongType,
} from '../arguments.ts';
import { type Profile, profiles } from '../carrier/limits.ts';
import { MimewrightError, naming, quoted } from '../errors.ts';
import { domainToAscii } from '../header/domain.ts';
import { checkFieldName } from '../header/field-name.ts';
import { type Canonicalization, canonicalizations } from './canonical-field.ts';
import { type SigningKey, signingKey } from './private-key.ts';
import { isHostName } from './tag-values.ts';

/** How one message is signed. */
export interface SignOptions {
  /** The signing domain, `d=`; one outside ASCII becomes A-labels. */
  readonly domain: string;
  /** Names the key: its record stands at `SELECTOR._domainkey.DOMAIN`. */
  readonly selector: string;
  /** PEM (PKCS#8 or PKCS#1) or a KeyObject, of RSA with 1024 bits at least or of Ed25519. */
  readonly privateKey: string | KeyObject;
  /**
   * Names of the fields to be signed, in this order, From among them; one that is named more often
   * than it occurs cannot be added later. Left out: what receivers want signed and the carrier leaves
   * alone, with From, To, Cc, Reply-To, Subject, Date and the content fields once more than they occur.
   */
  readonly fields?: readonly string[];
  /** Whose changes the signature must outlive; `ses-v1` if left out. */
  readonly profile?: Profile;
  /** When it is signed, `t=`; without it, no time is written. */
  readonly now?: Date;
  /** How long the signature holds, `x=`; needs `now`. */
  readonly expiresSeconds?: number;
  /** Of header and body; `relaxed/relaxed` if left out. */
  readonly canonicalization?: `${Canonicalization}/${Canonicalization}`;
  /** Lets `fields` name what SES changes, and a second signature be made for SES. */
  readonly dangerous?: boolean;
}

/** The options, checked. */
export interface Signing {
  readonly domain: string;
  readonly selector: string;
  readonly key: SigningKey;
  readonly fields: readonly string[] | undefined;
  readonly profile: Profile;
  /** Seconds since 1970. */
  readonly signedAt: number | undefined;
  readonly expiresAt: number | undefined;
  readonly header: Canonicalization;
  readonly body: Canonicalization;
  readonly isDangerous: boolean;
}

const TIME_MAX = 999_999_999_999;

const MEMBERS = [
  'domain',
  'selector',
  'privateKey',
  'fields',
  'profile',
  'now',
  'expiresSeconds',
  'canonicalization',
  'dangerous',
] as const;

const FORMS = canonicalizations.flatMap((header) =>
  canonicalizations.map((body) => ({ name: `${header}/${body}`, header, body })),
);

/** @throws {MimewrightError} naming the option; see `sign`. */
export function checkSignOptions(options: SignOptions): Signing {
  const members = recordArgument('options', options, MEMBERS);
  const given = <T>(name: string, read: (what: string, value: unknown) => T): T | undefined =>
    members.has(name) ? read(name, members.get(name)) : undefined;
  const form = given('canonicalization', formOf) ?? { header: 'relaxed', body: 'relaxed' };
  return {
    domain: domainOf(members.get('domain')),
    selector: hostName('selector', members.get('selector')),
    key: signingKey(members.get('privateKey')),
    fields: given('fields', fieldNames),
    profile: given('profile', (what, value) => choiceArgument(what, value, profiles)) ?? 'ses-v1',
    ...times(given('now', dateArgument), given('expiresSeconds', seconds)),
    header: form.header,
    body: form.body,
    isDangerous: given('dangerous', booleanArgument) ?? false,
  };
}

function domainOf(value: unknown): string {
  const domain = textArgument('domain', value);
  return hostName(
    'domain',
    naming('domain', () => domainToAscii(domain)),
  );
}

function hostName(what: string, value: unknown): string {
  const name = textArgument(what, value);
  if (isHostName(name)) return name;
  throw new MimewrightError(
    'domain-syntax',
    `${what}: ${quoted(name)}; labels of 1 to 63 letters, digits and hyphens are allowed`,
  );
}

function formOf(what: string, value: unknown): (typeof FORMS)[number] {
  const name = choiceArgument(
    what,
    value,
    FORMS.map((form) => form.name),
  );
  const form = FORMS.find((one) => one.name === name);
  if (form === undefined) throw wrongType(what, value, 'a canonicalization');
  return form;
}

function fieldNames(what: string, value: unknown): readonly string[] {
  if (value === undefined || value === null) throw missing(what, value);
  if (!Array.isArray(value)) throw wrongType(what, value, 'a list of field names');
  return Array.from({ length: value.length }, (_, at) => {
    const given = stringArgument(`${what}[${at}]`, value[at]);
    const name = naming(`${what}[${at}]`, () => checkFieldName(given));
    if (!name.includes(';')) return name;
    throw new MimewrightError('field-name', `${what}[${at}]: ${quoted(name)} cannot stand in h=`);
  });
}

function seconds(what: string, value: unknown): number {
  if (value === undefined || value === null) throw missing(what, value);
  if (typeof value !== 'number') throw wrongType(what, value, 'a number');
  if (Number.isInteger(value) && value > 0) return value;
  throw new MimewrightError('option-invalid', `${what}: ${value} is no whole number above 0`);
}

function times(
  now: Date | undefined,
  expiresSeconds: number | undefined,
): Pick<Signing, 'signedAt' | 'expiresAt'> {
  if (now === undefined && expiresSeconds !== undefined) {
    throw new MimewrightError(
      'option-invalid',
      'expiresSeconds: it counts from now, which is missing',
    );
  }
  const signedAt = now === undefined ? undefined : Math.floor(now.getTime() / 1000);
  const expiresAt =
    signedAt === undefined || expiresSeconds === undefined ? undefined : signedAt + expiresSeconds;
  return {
    signedAt: writable('now', signedAt),
    expiresAt: writable('expiresSeconds', expiresAt),
  };
}

/** Twelve digits of seconds since 1970: RFC 6376 §3.5. */
function writable(what: string, time: number | undefined): number | undefined {
  if (time === undefined || (time >= 0 && time <= TIME_MAX)) return time;
  throw new MimewrightError(
    'option-invalid',
    `${what}: ${time} is no time that a signature can say`,
  );
}
