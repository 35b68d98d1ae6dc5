/** Every law of message building, what it asks, and the spec whose test titles name it. */

/** A law of ours: its number, and the spec that holds it, by a test with the number in its title. */
export interface HeldLaw {
  readonly id: string;
  readonly asks: string;
  readonly spec: string;
}

/** A law that is not ours, or not yet: `until` names the file under `lib/` that will owe it. */
export interface OpenLaw {
  readonly id: string;
  readonly asks: string;
  readonly because: string;
  readonly until?: string;
}

const held: readonly (readonly [id: string, asks: string, spec: string])[] = [
  // Base64: RFC 2045 §6.8, RFC 4648.
  ['B1', 'it decodes to what was encoded, with any decoder', 'transfer/base64'],
  ['B2', 'lines of 76 characters, the last one shorter, none empty', 'transfer/base64'],
  ['B3', 'its alphabet and CRLF, padding at the end alone', 'transfer/base64'],
  ['B4', 'the size in closed form', 'transfer/base64'],
  ['B6', 'decoding forgives, and each fault has its place', 'transfer/base64-faults'],
  ['B7', 'text has CRLF line ends, and once is enough', 'transfer/canonical-text'],
  // Quoted-printable: RFC 2045 §6.7.
  ['Q1', 'it decodes to what was encoded, as text and as octets', 'transfer/quoted-printable'],
  ['Q2', 'lines of at most 76 octets', 'transfer/quoted-printable'],
  ['Q3', 'no blank at the end of a line', 'transfer/quoted-printable'],
  ['Q4', 'printable octets, escapes in upper case', 'transfer/quoted-printable'],
  ['Q5', 'no soft break in an escape, nor at the end', 'transfer/quoted-printable'],
  ['Q6', 'in octets CR and LF are escaped', 'transfer/quoted-printable'],
  ['Q7', 'no lone dot, no `From `', 'transfer/quoted-printable'],
  ['Q8', 'decoding forgives, and each fault has its place', 'transfer/quoted-printable-faults'],
  ['Q9', 'a soft break within a character harms nobody', 'laws'],
  ['Q10', 'the size is known before', 'transfer/choice'],
  ['Q11', 'harmless lines stay as they are', 'transfer/quoted-printable'],
  // Choice of transfer encoding: RFC 2045 §6, RFC 2049 §3.
  ['C1', 'octets 1 to 127 in lines of at most 998', 'encoder/encode'],
  ['C2', 'text is 7bit if it is 7bit data that survives', 'transfer/choice'],
  ['C3', 'an attached message is 7-bit inside', 'encoder/encode'],
  ['C4', 'octets are base64; text has 1.2 times to stay readable', 'transfer/choice'],
  ['C5', 'what is 7-bit stays as it is', 'recode/to-seven-bit'],
  ['C6', 'recoding keeps content, fields and order', 'recode/to-seven-bit'],
  ['C7', 'nothing inside a signed part is recoded', 'recode/to-seven-bit'],
  // Header fields and folding: RFC 5322 §2.2.
  ['H1', 'unfolding undoes folding', 'header/folding'],
  ['H2', 'no line of blanks alone', 'header/folding'],
  ['H3', 'lines of 78 octets where they fold, of 998 always', 'header/folding'],
  ['H4', 'no fold within a token', 'header/folding'],
  ['H5', 'a blank behind the colon', 'header/folding'],
  ['H6', 'no string adds a field', 'injection'],
  ['H7', 'a field name is a field name', 'injection'],
  ['H8', 'what may occur once occurs once', 'laws'],
  ['H9', 'fields have one order', 'builder/fields'],
  ['H10', 'a date reads back, or throws', 'header/date-time'],
  // Encoded-words: RFC 2047.
  ['W1', 'words decode to the text', 'header/encoded-word'],
  ['W2', '75 characters in a word, 76 octets on its line', 'header/encoded-word'],
  ['W3', 'a word decodes by itself, characters whole', 'header/encoded-word'],
  ['W4', 'blanks between words are no text', 'header/encoded-word-decoding'],
  ['W5', 'a word keeps its distance', 'header/address-format'],
  ['W6', 'no word where none may stand', 'laws'],
  ['W7', 'what Q leaves as it is', 'header/encoded-word'],
  ['W8', 'what needs no encoding has none', 'header/unstructured'],
  ['W9', 'what looks like a word is text', 'typed-text'],
  ['W10', 'the shorter of B and Q', 'header/encoded-word'],
  ['W11', 'what cannot be decoded stays', 'header/encoded-word-decoding'],
  ['W12', 'words that share a character are joined, and reported', 'header/encoded-word-scan'],
  // Parameters: RFC 2045 §5.1, RFC 2231.
  ['P1', 'what is formatted parses to the same', 'header/parameter'],
  ['P2', 'a token, a quoted string, or RFC 2231', 'header/parameter'],
  ['P3', 'continuations count from 0', 'header/parameter'],
  ['P4', 'escapes in upper case, never cut', 'header/parameter'],
  ['P5', 'lines of at most 78 octets', 'header/parameter'],
  ['P6', 'any order, any case, a last segment lost', 'laws'],
  [
    'P7',
    'no control in a file name; all else is carried, and judged by preflight',
    'builder/attachments',
  ],
  // Addresses: RFC 5322 §3.4, RFC 5321.
  ['A1', 'what is formatted parses to the same', 'header/address-format'],
  ['A2', 'a display name has one form', 'header/phrase'],
  ['A3', 'no name adds a recipient', 'typed-text'],
  ['A4', 'the local part stays, the domain is A-labels', 'header/addr-spec'],
  ['A5', 'limits of length, reached and not passed', 'laws'],
  ['A6', 'what is sent is what SMTP can carry', 'vectors/addr-specs'],
  ['A7', 'batches hold each recipient once', 'ses/send-raw-email-batches'],
  ['A8', 'Bcc is in the envelope alone', 'laws'],
  ['A9', 'one mailbox in two cases of its domain is one', 'builder/envelope'],
  // Structure and the whole message: RFC 2046, RFC 2387.
  ['S1', 'a boundary is sound, and not in the content', 'encoder/boundary'],
  ['S2', 'no boundary starts another', 'encoder/boundary'],
  ['S3', 'a multipart has parts and an end', 'encoder/encode'],
  ['S4', 'one nesting, no needless level', 'builder/structure'],
  ['S5', 'alternatives from plain to rich', 'builder/structure'],
  ['S6', 'content ids are unique; that each is found is for preflight', 'builder/message'],
  ['S7', 'what is built reads as it was said', 'round-trip'],
  ['S8', 'preflight has nothing against what is built', 'preflight/run'],
  ['S10', 'Python finds no defect', 'typed-text'],
  ['S11', 'the size is known before', 'serializer/serialize'],
  ['S12', 'the same model, the same octets', 'encoder/encode'],
  ['S13', 'a build changes nothing', 'encoder/encode'],
  ['S14', 'preflight is total, linear, and capped', 'preflight/run'],
  ['S15', 'a line end more is no error more', 'preflight/run'],
  ['S16', 'one fault, one finding', 'preflight/catalogue'],
  ['S17', 'a fix of a fix is the fix', 'fix'],
  ['S18', 'a finding stands at the octets at fault', 'preflight/catalogue'],
  ['S20', 'an attached message that is 7-bit keeps its octets', 'recode/to-seven-bit'],
  ['S21', 'the method of a calendar is its METHOD', 'builder/calendar'],
  ['D1', 'what is signed verifies', 'dkim/sign'],
  ['D2', 'canonical is its own canonical form', 'dkim/canonical-body'],
  ['D3', 'relaxed survives refolding', 'dkim/verify'],
  ['D4', 'a change is found', 'dkim/verify'],
  ['D5', 'the same input, the same signature', 'dkim/sign'],
  ['D6', 'From is signed, and so often', 'dkim/sign'],
  ['D7', 'the signature is a sound field', 'dkim/sign'],
  ['D8', 'signing comes last', 'dkim/sign'],
];

const oneBuffer = 'a message is one buffer, made by one call; nothing is streamed';

const open: readonly (readonly [id: string, asks: string, because: string, until?: string])[] = [
  ['B5', 'any chunking gives the same', oneBuffer],
  ['H11', 'a generated msg-id', 'none is generated: no clock, no randomness inside'],
  ['H12', 'References of a reply', 'no method makes a reply', 'lib/builder/reply.ts'],
  [
    'S9',
    'filters report nothing',
    'no filter runs here; (S9) in laws.spec.ts holds what they score',
  ],
  ['S19', 'dot-stuffing', 'whoever speaks SMTP stuffs dots'],
  ['S22', 'format=flowed', 'it is not written: no reader needs it'],
];

/** The laws that hold, each with its spec. */
export const heldLaws: readonly HeldLaw[] = held.map(([id, asks, spec]) => ({ id, asks, spec }));

/** The laws that are left out, each with the reason. */
export const openLaws: readonly OpenLaw[] = open.map(([id, asks, because, until]) => ({
  id,
  asks,
  because,
  ...(until !== undefined && { until }),
}));

/** How many laws there are of each kind; their numbers count from 1 without a gap. */
export const lawCounts: Readonly<Record<string, number>> = {
  ...{ B: 7, Q: 11, C: 7, H: 12, W: 12, P: 7, A: 9, S: 22, D: 8 },
};
