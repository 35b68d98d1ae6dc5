/** The header section of a message, read without a look at its body: RFC 5322 §2.1. */

import { CR, LF } from '../octets/ascii.ts';
import { type Defect, type DefectCode, DefectLog } from '../reader/defect.ts';
import type { Entity } from '../reader/entity.ts';
import { readHeaderSection } from '../reader/header-section.ts';
import { skipLeadingLines } from '../reader/leading-lines.ts';

/** What signatures need of the tree that `read` makes. */
export type MessageHead = Pick<Entity, 'fields' | 'body'>;

/** The head of a message, and where in the octets it starts. */
export interface ReadHead extends MessageHead {
  /** Of the first field: behind a byte order mark, or the line that starts a message in a mailbox. */
  readonly start: number;
  /**
   * Why readers do not agree on its fields: a field that one of them sees and another does not may
   * be added to what was signed. RFC 6376 §3.8 asks not to validate such a message, and §8.15 not
   * one with a second From: which of them is shown, nobody knows.
   */
  readonly fault: string | undefined;
}

/** Defects with which some readers end the section, or read other fields. */
const DOUBTFUL: Partial<Readonly<Record<DefectCode, string>>> = {
  'leading-continuation': 'the header starts with a continuation of nothing',
  'header-line-malformed': 'the header has lines that are no field',
  'field-name-empty': 'the header has a field without a name',
  'field-name-invalid': 'the header has a field whose name is none',
  'too-many-fields': 'the header has more fields than are read',
};

/**
 * The fields and the body that `read` would find, of the message itself and not of its parts: what
 * it costs does not grow with the body.
 */
export function readHead(octets: Buffer): ReadHead {
  const state = { octets, log: new DefectLog(), isDelimiter: () => false, fieldCount: 0 };
  const defects: Defect[] = [];
  const start = skipLeadingLines(state, 0, defects);
  const { fields, bodyStart, endedBy } = readHeaderSection(state, start, defects);
  const lineFault =
    endedBy === 'text'
      ? DOUBTFUL['header-line-malformed']
      : defects.map(({ code }) => DOUBTFUL[code]).find((one) => one !== undefined);
  const body = { start: bodyStart, end: octets.length };
  const fault = lineFault ?? bareCrFault(octets, bodyStart) ?? fromFault(fields);
  return { start, fields, body, fault };
}

function fromFault(fields: MessageHead['fields']): string | undefined {
  const { length } = fields.filter(({ lowerName }) => lowerName === 'from');
  return length > 1 ? 'the header has more than one From field' : undefined;
}

function bareCrFault(octets: Buffer, end: number): string | undefined {
  for (let at = octets.indexOf(CR); at !== -1 && at < end; at = octets.indexOf(CR, at + 1)) {
    if (octets[at + 1] !== LF) return 'the header has a CR without LF';
  }
  return undefined;
}
