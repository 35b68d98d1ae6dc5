/** Faults that leave it open what a field says: readers, and people, take it in several ways. */

import type { Defect, DefectCode } from '../reader/defect.ts';
import type { HeaderField } from '../reader/header-field.ts';

const DOUBTFUL: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'address-invalid',
  'comment-unbalanced',
  'content-type-syntax',
  'control-char-in-header',
  'date-invalid',
  'date-out-of-range',
  'disposition-syntax',
  'encoded-word-bad-payload',
  'encoded-word-charset-lie',
  'encoded-word-syntax',
  'encoded-word-unknown-charset',
  'field-too-long',
  'group-syntax',
  'missing-comma',
  'msg-id-no-domain',
  'msg-id-syntax',
  'parameter-both-forms',
  'parameter-continuation',
  'parameter-duplicate',
  'parameter-extended-syntax',
  'quoted-string-unclosed',
  'raw-header-not-utf8',
  'unbalanced-angle',
]);

/** Whether a value that was read of the field may be another to other readers. */
export function isDoubtful({ defects }: HeaderField): boolean {
  return defects.some((defect) => DOUBTFUL.has(defect.code) || isLostParameter(defect));
}

function isLostParameter({ code, detail }: Defect): boolean {
  return code === 'parameter-syntax' && detail !== 'an empty parameter';
}
