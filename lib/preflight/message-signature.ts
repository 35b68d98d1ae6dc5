/** One DKIM signature of a message, as rules judge it: RFC 6376 §3.5. */

import type { DkimSignature } from '../dkim/signature-field.ts';
import { parseSignature } from '../dkim/signature-field.ts';
import type { BodyHash, SignedMessage } from '../dkim/signed-data.ts';
import type { SignedName } from '../dkim/tag-list.ts';
import type { Span } from '../octets/span.ts';
import type { Entity } from '../reader/entity.ts';
import type { HeaderField } from '../reader/header-field.ts';
import { type ToldFault, toldFaults, voidingCauses } from './signature-faults.ts';

/** Faults that leave it open what the hash is of. */
const BODY_SPOILING: readonly ToldFault['cause'][] = ['canonicalization', 'length-syntax'];

/** Octets of the field. */
export interface SignaturePlace extends Span {
  readonly entity: Entity;
  readonly field: HeaderField;
}

/** How often a name is listed, and where last. */
export interface Listed {
  readonly count: number;
  readonly last: SignedName;
}

export class MessageSignature {
  readonly field: HeaderField;
  readonly signature: DkimSignature;
  readonly faults: readonly ToldFault[];
  /** False where its tags cannot be told apart: then nothing follows from them. */
  readonly isReadable: boolean;
  readonly #message: SignedMessage;
  readonly #root: Entity;
  #listed: ReadonlyMap<string, Listed> | undefined;

  constructor(field: HeaderField, message: SignedMessage, root: Entity) {
    this.field = field;
    this.signature = parseSignature(field.unfolded());
    this.faults = toldFaults(this.signature);
    this.isReadable = !this.faults.some(({ cause }) => voidingCauses.includes(cause));
    this.#message = message;
    this.#root = root;
  }

  /** In lower case; undefined where it is none. */
  get domain(): string | undefined {
    return this.isReadable ? this.signature.domain : undefined;
  }

  /** The names of `h=`, in order. */
  get names(): readonly SignedName[] {
    return this.isReadable ? this.signature.names : [];
  }

  /** Of the canonical body that it says it signs; undefined where it does not say that soundly. */
  get bodyHash(): BodyHash | undefined {
    const { bodyHash, algorithm, body, length } = this.signature;
    if (!this.isReadable || bodyHash === undefined || algorithm === undefined) return undefined;
    if (this.faults.some(({ cause }) => BODY_SPOILING.includes(cause))) return undefined;
    return this.#message.bodyHash(body, length);
  }

  /** Whether the body is the one that was signed, as far as that can be told. */
  get isOfBody(): boolean {
    const { bodyHash, length = 0 } = this.signature;
    const found = this.bodyHash;
    if (found === undefined || bodyHash === undefined) return false;
    return length <= found.octets && found.digest.equals(bodyHash);
  }

  /** How many fields of a name there are beside this one. */
  countOf(lowerName: string): number {
    const { length } = this.#message.fieldsNamed(lowerName);
    return lowerName === this.field.lowerName ? length - 1 : length;
  }

  /** How often `h=` lists each name, in lower case, in the order of the last one of each. */
  listed(): ReadonlyMap<string, Listed> {
    this.#listed ??= countsOf(this.names);
    return this.#listed;
  }

  /** The octets of a stretch of the unfolded body. */
  siteOf(stretch: Span): SignaturePlace {
    return { ...this.field.spanOf(stretch), entity: this.#root, field: this.field };
  }

  /** The octets of a tag's value; of a tag that is absent, those of the field's name. */
  siteOfTag(tag: string): SignaturePlace {
    const span = this.signature.tags.get(tag)?.valueSpan;
    if (span !== undefined) return this.siteOf(span);
    return { ...this.field.nameSpan, entity: this.#root, field: this.field };
  }

  /** The value of a tag as written; empty where there is none. */
  valueOf(tag: string): string {
    return this.signature.tags.get(tag)?.value ?? '';
  }
}

function countsOf(names: readonly SignedName[]): ReadonlyMap<string, Listed> {
  const counts = new Map<string, Listed>();
  for (const last of names) {
    const lowerName = last.name.toLowerCase();
    counts.set(lowerName, { count: (counts.get(lowerName)?.count ?? 0) + 1, last });
  }
  return counts;
}
