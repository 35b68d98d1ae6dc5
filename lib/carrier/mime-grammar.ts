/** Content-Type and Content-Disposition as SES reads them, with SES's texts for what it refuses. */

import { type MimeFault, mimeFault } from './mime-fault.ts';
import { type MimeParameter, parseMimeParameters } from './mime-parameter-list.ts';
import { mimeTokenAt } from './mime-token.ts';

/** What SES makes of a MIME field. Frozen plain data. */
export interface MimeFieldVerdict {
  /** In lower case, `type/subtype` of a Content-Type; undefined where the fault is in it. */
  readonly type: string | undefined;
  /** In order, as often as written, up to the fault. */
  readonly parameters: readonly MimeParameter[];
  /** What SES says: the first fault hides what is behind it. Undefined when SES takes the field. */
  readonly fault: MimeFault | undefined;
}

/**
 * Reads the body of a Content-Type field as SES does.
 *
 * Total, in linear time. Evidence: inferred, but observed for the texts that public reports quote.
 *
 * @param body Unfolded, one character for each octet, so that offsets count octets.
 */
export function parseContentType(body: string): MimeFieldVerdict {
  const type = mimeTokenAt(body, 0);
  if (type.kind !== 'atom') return refused(mimeFault(body, 'type-missing', type));
  const slash = mimeTokenAt(body, type.end);
  if (slash.kind !== 'special' || slash.value !== '/') {
    return refused(mimeFault(body, 'slash-missing', slash, type.end));
  }
  const subtype = mimeTokenAt(body, slash.end);
  if (subtype.kind !== 'atom') {
    return refused(mimeFault(body, 'subtype-missing', subtype, slash.end));
  }
  return withParameters(`${type.value}/${subtype.value}`, body, subtype.end);
}

/**
 * Reads the body of a Content-Disposition field as SES does.
 *
 * Total, in linear time. Evidence: as for {@link parseContentType}.
 *
 * @param body Unfolded, one character for each octet, so that offsets count octets.
 */
export function parseContentDisposition(body: string): MimeFieldVerdict {
  const type = mimeTokenAt(body, 0);
  if (type.kind !== 'atom') return refused(mimeFault(body, 'disposition-missing', type));
  return withParameters(type.value, body, type.end);
}

function withParameters(type: string, body: string, from: number): MimeFieldVerdict {
  const { parameters, fault } = parseMimeParameters(body, from);
  return verdict({ type: type.toLowerCase(), parameters, fault });
}

function refused(fault: MimeFault): MimeFieldVerdict {
  return verdict({ type: undefined, parameters: [], fault });
}

function verdict({ type, parameters, fault }: MimeFieldVerdict): MimeFieldVerdict {
  return Object.freeze({ type, parameters: Object.freeze(parameters), fault });
}
