/** The DKIM-Signature field: RFC 6376 §3.5. */

import type { Span } from '../octets/span.ts';
import type { Canonicalization } from './canonical-field.ts';
import type { DkimCause, DkimFault } from './dkim-fault.ts';
import {
  parseTagList,
  type SignedName,
  signedFieldNames,
  type Tag,
  type TagList,
} from './tag-list.ts';
import {
  type Algorithm,
  algorithmOf,
  base64Octets,
  formsOf,
  identityDomain,
  isHostName,
} from './tag-values.ts';

/** A signature as its field says it. What is missing or broken is undefined, and told as a fault. */
export interface DkimSignature {
  readonly algorithm: Algorithm | undefined;
  /** Octets of the `b=` tag. */
  readonly signature: Buffer | undefined;
  /** Octets of the `bh=` tag. */
  readonly bodyHash: Buffer | undefined;
  readonly header: Canonicalization;
  readonly body: Canonicalization;
  readonly domain: string | undefined;
  readonly selector: string | undefined;
  /** The names of `h=` in order, each with its place. */
  readonly names: readonly SignedName[];
  /** Octets of the canonical body that are signed; all where undefined. */
  readonly length: number | undefined;
  /** Seconds since 1970. */
  readonly signedAt: number | undefined;
  readonly expiresAt: number | undefined;
  /** The domain of `i=`. */
  readonly identityDomain: string | undefined;
  readonly tags: TagList['tags'];
  /** In the order of the rules of RFC 6376; most make the signature void. */
  readonly faults: readonly DkimFault[];
}

const REQUIRED = ['v', 'a', 'b', 'bh', 'd', 'h', 's'];
/** All else that no field name may hold, no tag value may either. */
const BLANK = /[ \t\r\n]/;
const NUMBER = /^[0-9]{1,76}$/;
const TIME = /^[0-9]{1,12}$/;
const HASH_OCTETS = 32;
/** Of an RSA key of 1024 bits, and of Ed25519. */
const SIGNATURE_OCTETS_MIN: Readonly<Record<Algorithm, number>> = {
  'rsa-sha256': 128,
  'ed25519-sha256': 64,
};

/**
 * Reads a signature. Total, in linear time.
 *
 * @param body The field body, unfolded or not, one character for each octet.
 */
export function parseSignature(body: string): DkimSignature {
  return new SignatureReading(body).read();
}

class SignatureReading {
  readonly #list: TagList;
  readonly #faults: DkimFault[] = [];
  readonly #end: number;

  constructor(text: string) {
    this.#list = parseTagList(text);
    this.#end = text.length;
  }

  read(): DkimSignature {
    this.#checkList();
    const algorithm = this.#value('a', algorithmOf, 'algorithm-unknown');
    const [header, body] = this.#value('c', formsOf, 'canonicalization') ?? ['simple', 'simple'];
    const domain = this.#host('d');
    const found = {
      algorithm,
      signature: this.#signature(algorithm),
      bodyHash: this.#bodyHash(),
      header,
      body,
      domain,
      selector: this.#host('s'),
      names: this.#names(),
      length: this.#value('l', (text) => numberOf(text, NUMBER), 'length-syntax'),
      signedAt: this.#value('t', (text) => numberOf(text, TIME), 'time-syntax'),
      expiresAt: this.#value('x', (text) => numberOf(text, TIME), 'time-syntax'),
      identityDomain: this.#identity(domain),
      tags: this.#list.tags,
    };
    const { signedAt, expiresAt } = found;
    if (signedAt !== undefined && expiresAt !== undefined && expiresAt <= signedAt) {
      this.#note('expires-before-signing', this.#tag('x'));
    }
    return { ...found, faults: this.#faults };
  }

  #checkList(): void {
    const { tags, repeated, malformed } = this.#list;
    for (const { start, end } of malformed)
      this.#faults.push({ cause: 'tag-list-syntax', start, end });
    for (const tag of repeated) this.#note('duplicate-tag', tag, tag.nameSpan);
    for (const tag of REQUIRED) {
      if (tags.has(tag)) continue;
      this.#faults.push({ cause: 'required-tag-missing', tag, start: this.#end, end: this.#end });
    }
    const version = this.#tag('v');
    if (version !== undefined && version.value !== '1') this.#note('version', version);
    const query = this.#tag('q');
    if (query && !query.value.split(':').some((one) => one.trim() === 'dns/txt')) {
      this.#note('query-unknown', query);
    }
  }

  #tag(name: string): Tag | undefined {
    return this.#list.tags.get(name);
  }

  #note(cause: DkimCause, tag: Tag | undefined, place: Span | undefined = tag?.valueSpan): void {
    if (tag === undefined || place === undefined) return;
    this.#faults.push({ cause, tag: tag.name, start: place.start, end: place.end });
  }

  /** The value of a tag; one that is none is a fault. */
  #value<T>(name: string, read: (text: string) => T | undefined, cause: DkimCause): T | undefined {
    const tag = this.#tag(name);
    if (tag === undefined) return undefined;
    const value = read(tag.value);
    const isSha1 = name === 'a' && tag.value.toLowerCase() === 'rsa-sha1';
    if (value === undefined) this.#note(isSha1 ? 'rsa-sha1' : cause, tag);
    return value;
  }

  #host(name: string): string | undefined {
    const tag = this.#tag(name);
    if (tag === undefined || isHostName(tag.value)) return tag?.value.toLowerCase();
    this.#note('domain-syntax', tag);
    return undefined;
  }

  #signature(algorithm: Algorithm | undefined): Buffer | undefined {
    const octets = this.#value('b', base64Octets, 'base64-invalid');
    if (octets === undefined || algorithm === undefined) return octets;
    if (octets.length >= SIGNATURE_OCTETS_MIN[algorithm]) return octets;
    this.#note('signature-octets', this.#tag('b'));
    return undefined;
  }

  #bodyHash(): Buffer | undefined {
    const octets = this.#value('bh', base64Octets, 'base64-invalid');
    if (octets === undefined || octets.length === HASH_OCTETS) return octets;
    this.#note('body-hash-octets', this.#tag('bh'));
    return undefined;
  }

  #names(): readonly SignedName[] {
    const tag = this.#tag('h');
    if (tag === undefined) return [];
    const names = signedFieldNames(tag);
    if (tag.value.split(':').some((name) => name.trim() === '')) this.#note('names-empty', tag);
    const odd = names.find(({ name }) => BLANK.test(name));
    if (odd !== undefined) this.#note('name-syntax', tag, odd.span);
    if (!names.some(({ name }) => name.toLowerCase() === 'from'))
      this.#note('from-not-signed', tag);
    return names;
  }

  #identity(domain: string | undefined): string | undefined {
    const found = this.#value('i', identityDomain, 'domain-syntax');
    if (found === undefined || domain === undefined) return found;
    const isUnder = found === domain || found.endsWith(`.${domain}`);
    if (!isUnder) this.#note('identity-not-under-domain', this.#tag('i'));
    return found;
  }
}

function numberOf(text: string, shape: RegExp): number | undefined {
  return shape.test(text) ? Number(text) : undefined;
}
