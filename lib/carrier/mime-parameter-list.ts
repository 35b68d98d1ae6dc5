/** Parameter lists as SES reads them: what stands behind a media type or a disposition type. */

import type { Span } from '../octets/span.ts';
import { isEndOfParameter, type MimeCause, type MimeFault, mimeFault } from './mime-fault.ts';
import { type MimeToken, mimeTokenAt } from './mime-token.ts';

/** One parameter that SES takes, from the name to the end of the value. */
export interface MimeParameter extends Span {
  /** In lower case; the marks of RFC 2231 belong to it. */
  readonly name: string;
  /** Without quotes and backslashes; what RFC 2231 escapes stays escaped. */
  readonly value: string;
}

export interface MimeParameterList {
  /** In order, as often as written, up to the fault. */
  readonly parameters: readonly MimeParameter[];
  readonly fault: MimeFault | undefined;
}

/**
 * Reads parameters, each behind its semicolon; the last semicolon may have none behind it.
 *
 * Total, in linear time.
 *
 * @param from Where the type ends.
 */
export function parseMimeParameters(body: string, from: number): MimeParameterList {
  const parameters: MimeParameter[] = [];
  let at = from;
  for (;;) {
    const separator = mimeTokenAt(body, at);
    if (separator.kind === 'end') return { parameters, fault: undefined };
    if (separator.value !== ';' || separator.kind !== 'special') {
      return { parameters, fault: mimeFault(body, 'separator-missing', separator) };
    }
    const name = mimeTokenAt(body, separator.end);
    if (name.kind === 'end') return { parameters, fault: undefined };
    const read = parameterAt(body, name);
    if ('cause' in read) return { parameters, fault: read };
    parameters.push(read);
    at = read.end;
  }
}

function parameterAt(body: string, name: MimeToken): MimeParameter | MimeFault {
  if (name.kind !== 'atom') return mimeFault(body, nameCause(name), name);
  const equals = mimeTokenAt(body, name.end);
  if (equals.kind !== 'special' || equals.value !== '=') {
    const cause = isEndOfParameter(equals) ? 'parameter-equals-missing' : 'parameter-name-invalid';
    return mimeFault(body, cause, equals, name.end);
  }
  const value = mimeTokenAt(body, equals.end);
  if (value.kind === 'atom' || value.kind === 'quoted') {
    const { start } = name;
    const lower = name.value.toLowerCase();
    return Object.freeze({ start, end: value.end, name: lower, value: value.value });
  }
  const cause = isEndOfParameter(value) ? 'parameter-value-missing' : 'parameter-value-character';
  return mimeFault(body, cause, value);
}

function nameCause({ kind, value }: MimeToken): MimeCause {
  return kind === 'special' && value === ';' ? 'parameter-empty' : 'parameter-name-missing';
}
