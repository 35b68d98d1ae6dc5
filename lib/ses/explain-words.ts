/** What a failed call said, taken out of an error object, a line of a log or a reply of SMTP. */

/** The words of an error and its codes, as far as they are there. */
export interface ErrorWords {
  /** What may hold SES's text, the likeliest first; none is empty. */
  readonly texts: readonly string[];
  /** As an API names it: `InvalidParameterValue`. */
  readonly code?: string;
  /** As SMTP has it: `554`. */
  readonly reply?: string;
  /** The status of HTTP. */
  readonly status?: number;
}

/** An error wraps another one, which wraps another: nobody goes deeper. */
const DEPTH_MOST = 4;

/** No error has as many words. */
const TEXTS_MOST = 32;

/** More than the longest text of SES and what loggers write around it. */
const TEXT_CHARACTERS = 65_536;

/** Members that hold words, or a further object with words, in the order of trust. */
const TEXT_MEMBERS = ['response', 'message', 'Message', 'errorMessage', 'error_message', 'body'];
const CODE_MEMBERS = ['Code', 'code', '__type', 'errorType', 'name', 'Error', 'error_code'];
const INNER_MEMBERS = [
  'Error',
  'error',
  'err',
  'exception',
  'cause',
  'originalError',
  '$response',
  'response',
  'data',
];
const STATUS_MEMBERS = ['httpStatusCode', 'statusCode', 'StatusCode', 'status'];

/** A code of an API as it stands in text; those of Node (`ECONNRESET`) and class names are none. */
const CODE =
  /\b(?:[A-Z][a-z]+)+(?:Value|Exception|Rejected|Denied|Exist|Verified|Paused|Throttling|Unavailable|Failure|Error)\b|\bThrottling\b(?! failure)/g;
const NO_CODE =
  /^(?:(?:Type|Syntax|Range|Reference|Aggregate|Client|SMTPData|Http)?Error|(?:Aws|Ses|SesV2|Runtime|\w*Service)?Exception)$/;

/** What stands before the words: a code, what was called, a colon. */
const HEAD =
  /(?:Value|Exception|Rejected|Denied|Exist|Verified|Throttling)[^:\r\n]{0,100}: |(?:Transaction failed|Message rejected): /;

/** A reply of SMTP, alone on its lines, behind a colon, or as Python shows it. */
const REPLY =
  /(?:^|[\r\n]|: |[("'])([245][0-5][0-9])(?:[ -]|, b?["'])(?:[245]\.[0-9]{1,3}\.[0-9]{1,3} ?)?/;
const REPLY_LINE = /^([245][0-5][0-9])[ -](?:[245]\.[0-9]{1,3}\.[0-9]{1,3}(?: |$))?/gm;

/** Total: whatever the error is, and whatever its getters do. */
export function errorWords(error: unknown): ErrorWords {
  const found: Found = { seen: new Set(), texts: [], codes: [], replies: [], statuses: [] };
  collect(error, found, 0);
  const texts = [...new Set(found.texts.flatMap(readings))].filter((text) => text !== '');
  const code = found.codes[0] ?? found.texts.map(codeIn).find((named) => named !== undefined);
  const reply = found.replies[0] ?? texts.map((text) => REPLY.exec(text)?.[1]).find(Boolean);
  const [status] = found.statuses;
  return {
    texts,
    ...(code !== undefined && { code }),
    ...(reply !== undefined && { reply }),
    ...(status !== undefined && { status }),
  };
}

interface Found {
  /** Objects looked at: errors may go round in a circle. */
  readonly seen: Set<object>;
  readonly texts: string[];
  readonly codes: string[];
  readonly replies: string[];
  readonly statuses: number[];
}

function collect(value: unknown, found: Found, depth: number): void {
  if (typeof value === 'string') {
    collectText(value.slice(0, TEXT_CHARACTERS), found, depth);
    return;
  }
  if (value === null || typeof value !== 'object' || depth > DEPTH_MOST) return;
  if (found.seen.has(value) || found.texts.length >= TEXTS_MOST) return;
  found.seen.add(value);
  for (const name of TEXT_MEMBERS) {
    const text = memberOf(value, name);
    if (typeof text === 'string') collectText(text.slice(0, TEXT_CHARACTERS), found, depth + 1);
  }
  for (const name of CODE_MEMBERS) {
    const code = memberOf(value, name);
    if (typeof code === 'string') found.codes.push(...codesOf(code));
  }
  const reply = memberOf(value, 'responseCode');
  if (typeof reply === 'number') found.replies.push(String(reply));
  collectStatus(value, found);
  for (const name of INNER_MEMBERS) {
    const inner = memberOf(value, name);
    if (typeof inner === 'object') collect(inner, found, depth + 1);
  }
}

function collectStatus(value: object, found: Found): void {
  for (const holder of [memberOf(value, '$metadata'), value]) {
    if (typeof holder !== 'object' || holder === null) continue;
    for (const name of STATUS_MEMBERS) {
      const status = memberOf(holder, name);
      if (typeof status === 'number') found.statuses.push(status);
    }
  }
}

/** A line of a structured log is an object again. */
function collectText(text: string, found: Found, depth: number): void {
  const parsed = /^\s*\{/.test(text) && depth <= DEPTH_MOST ? fromJson(text) : undefined;
  if (parsed !== undefined) collect(parsed, found, depth + 1);
  found.texts.push(text);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The code of `com.example.ses#MessageRejected:http://…`; nothing for the name of a class. */
function codesOf(text: string): readonly string[] {
  const code = text.replace(/^.*#/s, '').replace(/:.*$/s, '');
  return /^[A-Z][A-Za-z]*[a-z][A-Za-z]*$/.test(code) && !NO_CODE.test(code) ? [code] : [];
}

function codeIn(text: string): string | undefined {
  return [...text.matchAll(CODE)].map(([code]) => code).find((code) => !NO_CODE.test(code));
}

/** A text as it may be meant: what stands behind its code first, then all of it, escapes undone. */
function readings(text: string): readonly string[] {
  const plain = unescaped(joined(text));
  const head = HEAD.exec(plain);
  const behind = head === null ? plain : plain.slice(head.index + head[0].length);
  return [behind, plain, text].map(withoutSuffix);
}

/** The lines of a reply of SMTP make one text. */
function joined(text: string): string {
  const lines = text.trim().split(/\r?\n/);
  if (lines.length < 2 || !lines.every((line) => line.search(REPLY_LINE) === 0)) return text.trim();
  return lines.map((line, index) => (index === 0 ? line : line.replace(REPLY_LINE, ''))).join(' ');
}

/** As in XML, and as in a string of JSON or of source code. */
function unescaped(text: string): string {
  return text
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\\(["'])/g, '$1');
}

/** What SDKs of Java and Go, and XML, write behind the text. */
function withoutSuffix(text: string): string {
  return text
    .replace(
      / \(Service: .*$|\n[ \t]*status code: .*$|<\/(?:Message|message)>.*$|["\\]?[}\]]{1,8}$/s,
      '',
    )
    .trim();
}

/** A getter may throw, and a Proxy may do anything. */
function memberOf(value: object, name: string): unknown {
  try {
    return Reflect.get(value, name);
  } catch {
    return undefined;
  }
}
