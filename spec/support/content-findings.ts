/** Findings of the MIME rules in small multiparts: what rules about content let pass, and what not. */

import type { PreflightOptions } from '../../lib/preflight/options.ts';
import { preflight } from '../../lib/preflight/run.ts';

/** The header section of an HTML part. */
export const HTML = 'Content-Type: text/html; charset=utf-8\r\n\r\n';
/** The start of the header section of a picture. */
export const PNG = 'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n';

/** The errors and warnings of MIME rules in a multipart of these parts, each with its header section. */
export function contentFindings(
  type: string,
  parts: readonly string[],
  options: PreflightOptions = {},
): readonly string[] {
  const head = `From: ann@example.com\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; boundary=b\r\n\r\n`;
  const body = parts.map((part) => `--b\r\n${part}\r\n`).join('');
  const octets = Buffer.from(`${head}${body}--b--\r\n`);
  const { findings } = preflight(octets, { profile: 'smtp', ...options });
  return findings.flatMap(({ rule, severity }) =>
    rule.startsWith('mime/') && severity !== 'info' ? [rule] : [],
  );
}
