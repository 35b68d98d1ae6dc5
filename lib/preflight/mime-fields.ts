/** Content-Type and Content-Disposition fields at fault: what was noticed, and what SES says. */

import type { MimeCause, MimeFault } from '../carrier/mime-fault.ts';
import { parseContentDisposition, parseContentType } from '../carrier/mime-grammar.ts';
import type { Span } from '../octets/span.ts';
import type { Defect, DefectCode } from '../reader/defect.ts';
import type { Entity } from '../reader/entity.ts';
import { fieldNamed, type HeaderField } from '../reader/header-field.ts';

/** A field of an own entity in which something was noticed. */
export interface MimeField {
  readonly entity: Entity;
  readonly field: HeaderField;
  /** What is wrong with its form, ascending, each fault once. */
  readonly defects: readonly Defect[];
  /** What SES says to it, its place in the message; undefined where SES takes the field. */
  readonly fault: MimeFault | undefined;
  /** Which of the defects that is. */
  readonly answered: Defect | undefined;
}

const NO_EQUALS = 'no "=" behind the name';

/** What the reader notes where SES refuses. */
const FORM_FAULTS: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'comment-unbalanced',
  'content-type-syntax',
  'disposition-syntax',
  'empty-field',
  'parameter-syntax',
  'parameter-unquoted',
  'quoted-string-unclosed',
]);

/** Each fault of SES's grammar as a defect. */
const FORGIVEN: Readonly<Record<MimeCause, Pick<Defect, 'code' | 'detail'>>> = {
  'type-missing': { code: 'content-type-syntax' },
  'slash-missing': { code: 'content-type-syntax' },
  'subtype-missing': { code: 'content-type-syntax' },
  'disposition-missing': { code: 'disposition-syntax' },
  'separator-missing': { code: 'parameter-syntax', detail: 'no ";" between parameters' },
  'parameter-empty': { code: 'parameter-syntax', detail: 'an empty parameter' },
  'parameter-name-missing': { code: 'parameter-syntax', detail: 'no name' },
  'parameter-name-invalid': { code: 'parameter-syntax', detail: NO_EQUALS },
  'parameter-equals-missing': { code: 'parameter-syntax', detail: NO_EQUALS },
  'parameter-value-missing': { code: 'parameter-syntax', detail: 'no value' },
  'parameter-value-character': { code: 'parameter-unquoted' },
  'quote-unclosed': { code: 'quoted-string-unclosed' },
  'comment-unclosed': { code: 'comment-unbalanced' },
};

const UNCLOSED: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'comment-unbalanced',
  'quoted-string-unclosed',
]);

const UNCLOSED_CAUSES: ReadonlySet<MimeCause> = new Set<MimeCause>([
  'comment-unclosed',
  'quote-unclosed',
]);

const parsers = {
  'content-type': parseContentType,
  'content-disposition': parseContentDisposition,
} as const;

const NAMES = ['content-type', 'content-disposition'] as const;

/** The fields of some entities that are not plainly clean: where nothing was noticed, SES takes them. */
export function faultyMimeFields(
  octets: Buffer,
  entities: readonly Entity[],
): readonly MimeField[] {
  const found: MimeField[] = [];
  for (const entity of entities) {
    for (const field of entity.fields) {
      const name = NAMES.find((one) => one === field.lowerName);
      if (name === undefined || field.defects.length === 0) continue;
      const isFirst = fieldNamed(entity.fields, name) === field;
      const fault = isFirst ? faultOf(field, parsers[name]) : undefined;
      found.push({ entity, field, fault, ...faultsOf(octets, field, fault) });
    }
  }
  return found;
}

/** Of several fields SES reads the first; and where it sees the end of one with a bare CR, nobody knows. */
function faultOf(field: HeaderField, parse: typeof parseContentType): MimeFault | undefined {
  const body = field.unfolded();
  if (body.includes('\r')) return undefined;
  const { fault } = parse(body);
  return fault && { ...fault, ...field.spanOf(fault) };
}

function faultsOf(
  octets: Buffer,
  field: HeaderField,
  fault: MimeFault | undefined,
): Pick<MimeField, 'defects' | 'answered'> {
  const noticed = field.defects.filter(({ code }) => FORM_FAULTS.has(code));
  const sound = withoutEchoes(octets.subarray(0, field.bodySpan.end), noticed);
  if (fault === undefined) return { defects: sound, answered: undefined };
  const answered = answeredOf(octets, sound, fault);
  if (answered === undefined) {
    const forgiven = asDefect(fault);
    return { defects: [...sound, forgiven], answered: forgiven };
  }
  const isElsewhere = (one: Defect): boolean =>
    one === answered || !(overlaps(one, fault) || overlaps(one, answered));
  return { defects: sound.filter(isElsewhere), answered };
}

/** How the reader would have noted what it forgives, or did not come to: fields without end are cut. */
function asDefect({ cause, start, end }: MimeFault): Defect {
  const { code, detail } = FORGIVEN[cause];
  const isPlace = cause === 'separator-missing';
  return { code, start, end: isPlace ? start : end, ...(detail !== undefined && { detail }) };
}

/** What the reader notes only since it went on behind another fault. */
function withoutEchoes(octets: Buffer, defects: readonly Defect[]): readonly Defect[] {
  const behindType = defects.find(({ detail }) => detail?.startsWith('no ";" behind') ?? false);
  const comment = defects.find(({ code }) => code === 'comment-unbalanced');
  if (behindType === undefined && comment === undefined) return defects;
  const semicolon = behindType ? octets.indexOf(';', behindType.end) : -1;
  const isEcho = ({ detail, start }: Defect): boolean => {
    if (detail === 'no value') return comment !== undefined && comment.start <= start;
    const isNameless = detail === 'no name' || detail === NO_EQUALS;
    return isNameless && behindType !== undefined && (semicolon === -1 || semicolon >= start);
  };
  return defects.filter((defect) => !isEcho(defect));
}

/** The defect at SES's fault, else the last one before it that no semicolon parts from it. */
function answeredOf(
  octets: Buffer,
  defects: readonly Defect[],
  fault: MimeFault,
): Defect | undefined {
  const isUnclosed = UNCLOSED_CAUSES.has(fault.cause);
  const there = defects.filter((defect) => overlaps(defect, fault));
  const found = there.find(({ code }) => UNCLOSED.has(code) === isUnclosed) ?? there[0];
  if (found !== undefined) return found;
  const before = defects.findLast(({ start }) => start <= fault.start);
  if (before === undefined) return undefined;
  return octets.subarray(before.end, fault.start).includes(';') ? undefined : before;
}

/** An empty span stands in what holds it or touches it. */
function overlaps(one: Span, other: Span): boolean {
  if (one.start === one.end || other.start === other.end) {
    return one.start <= other.end && other.start <= one.end;
  }
  return one.start < other.end && other.start < one.end;
}
