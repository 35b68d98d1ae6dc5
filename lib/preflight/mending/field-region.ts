/** A header field and all its faults, mended at once. */

import { isAscii } from 'node:buffer';
import { quoted } from '../../errors.ts';
import type { DefectCode } from '../../reader/defect.ts';
import type { HeaderField } from '../../reader/header-field.ts';
import {
  type FieldRepair,
  type RepairedField,
  repairField,
  withLineEndOf,
} from '../../recode/field-repair.ts';
import type { Edit, Region } from './edit.ts';

/** How a field is mended, the strongest last. */
export type FieldCure = FieldRepair | 'removal';

export class FieldRegion implements Region {
  readonly #field: HeaderField;
  readonly #octets: Buffer;
  readonly #wanted = new Set<FieldCure>();
  readonly #tried = new Map<FieldRepair, RepairedField | undefined>();
  readonly #codes = new Map<RepairedField, ReadonlySet<DefectCode>>();
  #edits: readonly Edit[] | undefined;

  /** @param message All its octets. */
  constructor(message: Buffer, field: HeaderField) {
    this.#field = field;
    this.#octets = message.subarray(field.span.start, field.span.end);
  }

  want(cure: FieldCure): void {
    this.#wanted.add(cure);
  }

  /** Whether the fault that asked for a cure is gone with it. */
  mends(cure: FieldCure, codes: readonly DefectCode[]): boolean {
    if (this.#wanted.has('removal')) return true;
    const repaired = this.#repaired();
    if (repaired === undefined || cure === 'removal' || this.edits.length === 0) return false;
    // What was written anew is folded anew.
    if (cure === 'value' && repaired !== this.#try('value')) return false;
    const left = this.#codesOf(repaired);
    return !codes.some((code) => left.has(code));
  }

  get description(): string {
    const name = quoted(this.#field.name);
    if (this.#wanted.has('removal')) return `take the field ${name} out`;
    return this.#repaired() === this.#tried.get('layout')
      ? `fold the field ${name} anew`
      : `write the field ${name} anew`;
  }

  get edits(): readonly Edit[] {
    this.#edits ??= this.#findEdits();
    return this.#edits;
  }

  #findEdits(): readonly Edit[] {
    const { span } = this.#field;
    if (this.#wanted.has('removal')) return [{ ...span, replacement: new Uint8Array(0) }];
    const repaired = this.#repaired();
    const replacement = repaired && withLineEndOf(this.#octets, repaired.lines);
    return replacement === undefined || replacement.equals(this.#octets)
      ? []
      : [{ ...span, replacement }];
  }

  /** What says all that is wanted, else what can be had. */
  #repaired(): RepairedField | undefined {
    const layout = this.#try('layout');
    const isEnough =
      !this.#wanted.has('value') &&
      layout !== undefined &&
      !this.#codesOf(layout).has('line-too-long');
    return isEnough ? layout : (this.#try('value') ?? layout);
  }

  #try(repair: FieldRepair): RepairedField | undefined {
    if (!this.#tried.has(repair)) {
      const repaired = repairField(this.#octets, this.#field, repair);
      this.#tried.set(repair, repaired && isAscii(repaired.lines) ? repaired : undefined);
    }
    return this.#tried.get(repair);
  }

  /** What a reader still notes in it. */
  #codesOf(repaired: RepairedField): ReadonlySet<DefectCode> {
    const codes =
      this.#codes.get(repaired) ?? new Set(repaired.reading.allDefects().map(({ code }) => code));
    this.#codes.set(repaired, codes);
    return codes;
  }
}
