/** Names of findings that stay the same while lines move: for tools that compare two runs. */

import { digest } from '../octets/digest.ts';
import type { Finding } from '../preflight/report.ts';

/**
 * A name for each finding of one message: from the message's name, the rule, the field or option and
 * what is said, not from the line. Equal ones are numbered.
 */
export function fingerprints(name: string, findings: readonly Finding[]): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule, message, at }) => {
    const place = at.in === 'message' ? [at.part, at.field] : [at.option, at.index];
    const text = JSON.stringify([name, rule, message, ...place]);
    const count = counts.get(text) ?? 0;
    counts.set(text, count + 1);
    return digest(text, count);
  });
}
