/** Faults of address fields as the reader notes them, where the carrier's grammar tells none: RFC 5322 §3.4. */

import type { Span } from '../../../octets/span.ts';
import type { Defect, DefectCode } from '../../../reader/defect.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import { excerpt } from '../../excerpt.ts';
import { inOrderAt } from '../../in-order.ts';
import type { SesAnswer } from '../../report.ts';
import type { DefectNaming, Noticed } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';

/** A defect in words, both parts in quotes. */
export interface NoticedText {
  readonly found: string;
  /** The mailbox or group that it is in, or borders on; where there is none, what was found. */
  readonly written: string;
}

/** How one defect of a field is worded; undefined where it is no fault. */
export type Wording = (text: NoticedText, noticed: Noticed) => string | undefined;

/** Names defects of address fields: each fault is told once, and none that is a placeholder's. */
export function namingInAddresses(
  codes: readonly DefectCode[],
  wording: Wording,
  ses?: SesAnswer,
): DefectNaming {
  const naming = {
    codes,
    describe(noticed: Noticed): string | undefined {
      const { facts, field, defect } = noticed;
      if (field?.kind !== 'addresses' || isTold(noticed)) return undefined;
      const around = mailboxAround(field, defect);
      const { start, end } = around;
      if (facts.options.template && holdsPlaceholder(facts.octets.toString('latin1', start, end))) {
        return undefined;
      }
      const text = { found: excerpt(facts, defect), written: excerpt(facts, around) };
      return wording(text, noticed);
    },
  };
  return ses === undefined ? naming : { ...naming, ses };
}

/** Whether the carrier's grammar told a fault of the same address. */
export function isTold({ facts, defect }: Pick<Noticed, 'facts' | 'defect'>): boolean {
  const field = inOrderAt(facts.addressFields, defect.start, (one) => one.field.span);
  return field?.isToldAt(defect) === true;
}

/** The mailbox that a defect is in or borders on; its group, if the defect is that one's. */
export function mailboxAround({ addresses }: HeaderField, defect: Defect): Span {
  const address = atOrBefore(addresses, defect.start);
  if (address === undefined) return defect;
  if (address.kind === 'mailbox' || defect.code === 'group-syntax') return address.span;
  return atOrBefore(address.members, defect.start)?.span ?? address.span;
}

function atOrBefore<T extends { readonly span: Span }>(
  inOrder: readonly T[],
  offset: number,
): T | undefined {
  const spanOf = ({ span }: T): Span => span;
  return inOrderAt(inOrder, offset, spanOf) ?? inOrderAt(inOrder, offset - 1, spanOf);
}
