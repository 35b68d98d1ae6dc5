/** What is wrong with the transfer encoding that a composite entity declares: RFC 2045 §6.4. */

import type { Span } from '../octets/span.ts';
import { isEncoded } from './content-fields.ts';
import type { Defect, DefectLog } from './defect.ts';
import type { Entity } from './entity.ts';

/** RFC 6532 §3.7 lets these alone be encoded. */
const MAY_BE_ENCODED = 'message/global';

/** Composite types whose own transfer encoding is `7bit`, whatever they hold: RFC 2046 §5.2.2, §5.2.3. */
const SEVEN_BIT_ONLY: ReadonlySet<string> = new Set(['message/partial', 'message/external-body']);

const WIDTHS: ReadonlyMap<string, number> = new Map([
  ['8bit', 1],
  ['binary', 2],
]);

/** Notes an encoding where only the parts may have one. */
export function noteEncodedComposite(entity: Entity, log: DefectLog, defects: Defect[]): void {
  const { type, essence } = entity.mediaType;
  const isComposite = type === 'multipart' || essence === 'message/rfc822';
  const isSevenBitOnly = SEVEN_BIT_ONLY.has(essence);
  const isWide = isSevenBitOnly && widthOf(entity) > 0;
  if (essence === MAY_BE_ENCODED || !(isComposite || isSevenBitOnly)) return;
  if (isEncoded(entity) || isWide) {
    log.note(defects, 'cte-on-composite', placeOf(entity), entity.transferEncoding);
  }
}

/** Notes a composite whose label promises narrower octets than those of a part do. */
export function noteWeakComposite(entity: Entity, log: DefectLog, defects: Defect[]): void {
  if (isEncoded(entity)) return;
  const width = widthOf(entity);
  if (entity.parts.some((part) => widthOf(part) > width)) {
    log.note(defects, 'composite-cte-too-weak', placeOf(entity), entity.transferEncoding);
  }
}

function widthOf({ transferEncoding }: Entity): number {
  return WIDTHS.get(transferEncoding) ?? 0;
}

/** The field that declares it, or where that belongs. */
function placeOf({ transferEncodingField, headerSection: { end } }: Entity): Span {
  return transferEncodingField?.bodySpan ?? { start: end, end };
}
