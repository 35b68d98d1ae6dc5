/** What a command did to a message, told to standard error. */

import type { Finding } from '../index.ts';
import { complain } from './complaint.ts';
import type { Io } from './io.ts';

/** A line for each finding: `mail.eml:1:7: mended: no @domain in … [address/missing-domain]`. */
export function tell(io: Io, name: string, deed: string, findings: readonly Finding[]): void {
  for (const { rule, message, at } of findings) {
    const place = at.in === 'message' ? `${at.line}:${at.column}` : at.option;
    complain(io, `${name}:${place}: ${deed}: ${message} [${rule}]`);
  }
}

/** `no errors`, `an error`, `3 errors`. */
export function counted(findings: readonly Finding[], what: string): string {
  const article = /^[aeiou]/.test(what) ? 'an' : 'a';
  if (findings.length === 0) return `no ${what}s`;
  return findings.length === 1 ? `${article} ${what}` : `${findings.length} ${what}s`;
}
