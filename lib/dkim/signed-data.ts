/** What a signature is made over: RFC 6376 §3.7, §5.4.2. */

import { createHash } from 'node:crypto';
import { fieldsByName } from '../reader/fields-by-name.ts';
import type { HeaderField } from '../reader/header-field.ts';
import { canonicalBody } from './canonical-body.ts';
import { type Canonicalization, canonicalField } from './canonical-field.ts';
import type { MessageHead } from './message-head.ts';
import { parseTagList } from './tag-list.ts';

/** A message as signatures see it; hashes of its body are computed once for each form. */
export class SignedMessage {
  readonly root: MessageHead;
  readonly #octets: Buffer;
  readonly #fields: ReadonlyMap<string, readonly HeaderField[]>;
  readonly #hashes = new Map<string, BodyHash>();

  constructor(octets: Buffer, root: MessageHead) {
    this.#octets = octets;
    this.root = root;
    this.#fields = fieldsByName(root.fields);
  }

  fieldsNamed(lowerName: string): readonly HeaderField[] {
    return this.#fields.get(lowerName) ?? [];
  }

  /** A field as it is written, one character for each octet. */
  written({ span }: HeaderField): string {
    return this.#octets.toString('latin1', span.start, span.end);
  }

  /**
   * The hash of the canonical body, or of its first octets.
   *
   * @param length More than the body has counts as all of it: see {@link BodyHash.octets}.
   */
  bodyHash(form: Canonicalization, length?: number): BodyHash {
    const key = `${form} ${length ?? ''}`;
    const known = this.#hashes.get(key);
    if (known !== undefined) return known;
    const { start, end } = this.root.body;
    const hash = hashOf(this.#octets.subarray(start, end), form, length);
    this.#hashes.set(key, hash);
    return hash;
  }

  /**
   * The canonical fields that `h=` names: of several of a name, the last first; those that are
   * absent add nothing.
   *
   * @param without The signature itself, which is no other signature's field.
   */
  signedFields(
    names: readonly string[],
    form: { readonly header: Canonicalization },
    without?: HeaderField,
  ): string {
    const left = new Map<string, HeaderField[]>();
    let text = '';
    for (const name of names) {
      const lowerName = name.toLowerCase();
      const present = this.fieldsNamed(lowerName);
      if (present.length === 0) continue;
      const fields = left.get(lowerName) ?? present.filter((one) => one !== without);
      left.set(lowerName, fields);
      const field = fields.pop();
      if (field !== undefined) text += canonicalField(this.written(field), form);
    }
    return text;
  }
}

/** SHA-256 of a canonical body, or of its start. */
export interface BodyHash {
  readonly digest: Buffer;
  /** Of the whole canonical body. */
  readonly octets: number;
}

function hashOf(body: Buffer, form: Canonicalization, length = Number.POSITIVE_INFINITY): BodyHash {
  const hash = createHash('sha256');
  let octets = 0;
  canonicalBody(body, form, (some) => {
    const room = length - octets;
    octets += some.length;
    if (room > 0) hash.update(some.length > room ? some.subarray(0, room) : some);
  });
  return { digest: hash.digest(), octets };
}

/**
 * The canonical signature field as it is signed: `b=` without its value, no line end behind it.
 *
 * @param written The field with its name.
 */
export function unsignedSignature(
  written: string,
  form: { readonly header: Canonicalization },
): string {
  const bodyStart = written.indexOf(':') + 1;
  const room = parseTagList(written.slice(bodyStart)).tags.get('b')?.room;
  const text =
    room === undefined
      ? written
      : written.slice(0, bodyStart + room.start) + written.slice(bodyStart + room.end);
  return canonicalField(text, form).slice(0, -2);
}
