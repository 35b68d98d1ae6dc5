/** The law of line ends: a message in CRLF, LF and CR form is one tree, but for its places. */

import * as assert from 'uvu/assert';
import type { Entity } from '../../lib/reader/entity.ts';
import { read } from '../../lib/reader/read.ts';
import { type Reached, reachedIn, wayTo } from './tree-walk.ts';

const FORMS = { LF: '\n', CR: '\r' } as const;

/** What servers see of lines hangs on how they end: to some of them only CRLF ends a line. */
const LINE_DEFECT = /^(?:bare-cr|bare-lf|header-bare-cr|line-too-long|smuggling-sequence)$/;

/** Charsets in which an octet 10 or 13 may be half of a character. */
const WIDE_CHARSET = /utf-?16|utf-?32|ucs-?[24]|unicode|iso-10646/i;

/** Quoted-printable that stands for a CR or LF. */
const ENCODED_LINE_END = /=0[ad]/i;

/**
 * Asserts that the octets, with all their line ends made CRLF, then LF, then CR, read alike.
 *
 * Nothing is asserted where a charset makes two or four octets a character, since a line end more
 * or less makes another text of all that follows, nor where a CR or LF is encoded: with the line
 * end behind it it may be CR CR LF, which is one line end, or CR CR, which is two.
 */
export function assertLineEndsAlike(octets: Buffer, root: Entity): void {
  const asGiven = octets.toString('latin1');
  if (ENCODED_LINE_END.test(asGiven)) return;
  const text = asGiven.replace(/\r{0,2}\n|\r/g, '\n');
  const inForm = (lineEnd: string): Entity => {
    const form = text.replaceAll('\n', lineEnd);
    return form === asGiven ? root : read(Buffer.from(form, 'latin1'));
  };
  const crlf = inForm('\r\n');
  if (hasWideText(crlf)) return;
  const expected = contentOf(crlf);
  for (const [form, lineEnd] of Object.entries(FORMS)) {
    assertAlike(expected, contentOf(inForm(lineEnd)), form);
  }
}

function assertAlike(crlf: readonly Reached[], other: readonly Reached[], form: string): void {
  for (let at = 0; at < Math.max(crlf.length, other.length); at += 1) {
    const [expected, actual] = [wordsOf(crlf[at]), wordsOf(other[at])];
    if (expected === actual) continue;
    const met = crlf[at] ?? other[at];
    const [left, right] = [expected, actual].map((words) => JSON.stringify(words));
    assert.unreachable(`${met && wayTo(met)} is ${left} in CRLF form, ${right} in ${form} form`);
  }
}

/** All that a tree says, without what it says of line ends. */
function contentOf(root: Entity): readonly Reached[] {
  return reachedIn(root).filter((reached) => !isAboutLineEnds(reached));
}

/** A text with its line ends alike; of an object, that it is there. */
function wordsOf(reached: Reached | undefined): string | undefined {
  if (typeof reached?.value !== 'string') return reached && '';
  return reached.value.replace(/\r\n?/g, '\n');
}

/** A defect of line ends, or a member of one. */
function isAboutLineEnds({ value, from }: Reached): boolean {
  const defect = typeof value === 'string' ? from?.value : value;
  if (typeof defect !== 'object' || !('code' in defect)) return false;
  const { code, detail } = { detail: '', ...defect };
  return LINE_DEFECT.test(String(code === 'too-many-defects' ? detail : code));
}

/** Whether any charset may be wide: in an entity, or in a parameter that labels one. */
function hasWideText(root: Entity): boolean {
  return reachedIn(root).some(
    ({ value, name }) =>
      (name === 'charset' || name === 'value') &&
      typeof value === 'string' &&
      WIDE_CHARSET.test(value),
  );
}
