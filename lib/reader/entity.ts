/** An entity among the octets of a message, as readers of the tree see it: RFC 2045 §2.4. */

import type { ParsedDisposition } from '../header/disposition-parsing.ts';
import type { ParsedMediaType } from '../header/media-type-parsing.ts';
import type { LineEnds } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import type { Defect } from './defect.ts';
import type { HeaderField } from './header-field.ts';

/** A message, an embedded message, or a body part; all its spans are octets of the whole. */
export interface Entity {
  /**
   * Its place in the tree: the parts of a message are `1`, `2`, those of a multipart `2` are `2.1`,
   * `2.2`. A message that is no multipart is its own part `1`; the multipart that a message is has
   * the path of what it is embedded in, the outermost one the empty path.
   */
  readonly path: string;
  /** Header section, empty line and body; without the boundary delimiters around it. */
  readonly span: Span;
  /** All its header fields, and lines among them that are none; without the empty line. */
  readonly headerSection: Span;
  /** Behind the empty line, up to the end or to the line end before the next delimiter. */
  readonly body: Span;
  readonly fields: readonly HeaderField[];
  /** As declared, else `text/plain`, or `message/rfc822` in a multipart/digest. */
  readonly mediaType: ParsedMediaType;
  /** As declared, in lower case, known or not; `7bit` where none is. */
  readonly transferEncoding: string;
  readonly transferEncodingField: HeaderField | undefined;
  readonly disposition: ParsedDisposition | undefined;
  /**
   * Decoded as readers do: RFC 2231, encoded-words, UTF-8. It is what the sender wrote: it may hold
   * path separators and control characters.
   */
  readonly filename: string | undefined;
  /** Without angle brackets. */
  readonly contentId: string | undefined;
  /** The parts of a multipart, or the one message in a `message/rfc822` or `message/global`. */
  readonly parts: readonly Entity[];
  /** Of a multipart: what stands before the first delimiter, unless that is nothing. */
  readonly preamble: Span | undefined;
  /** Of a multipart: what stands behind the line of the close delimiter, unless that is nothing. */
  readonly epilogue: Span | undefined;
  /** Of a multipart: the boundary parameter, without blanks at its end; undefined if empty. */
  readonly boundary: string | undefined;
  /** Of a multipart: its delimiter lines, each with the line end before it and behind it. */
  readonly delimiters: readonly Span[];
  /** The number of octets that {@link Entity.octets} returns. */
  readonly decodedOctets: number;
  /**
   * Of a leaf of type `text`: its text, decoded, line ends as LF; undefined for everything else.
   *
   * Octets without meaning in the charset are U+FFFD. Where the charset is unknown, where it is
   * `us-ascii` and octets are above 0x7F, and where UTF-8 is certainly under a wrong label, the
   * text is read as UTF-8 if it can be, else as ISO 8859-1. A defect of the content tells. Undefined
   * also under a private encoding (`x-…`), which RFC 2045 §6.4 closes to everybody else.
   */
  readonly text: string | undefined;
  /** The charset that {@link Entity.text} was decoded in, by its preferred name. */
  readonly charset: string | undefined;
  /** How the lines of the entity end, counted when first asked. */
  readonly lineEnds: LineEnds;
  /** What is wrong with its structure, header lines and field names, in the order it was noticed. */
  readonly defects: readonly Defect[];
  /** Bare CRs and LFs, each noted once, and over-long lines: of all its octets, parts included. */
  readonly lineDefects: readonly Defect[];
  /** What is wrong with transfer encoding and charset of a leaf, or with a preamble and epilogue. */
  readonly contentDefects: readonly Defect[];
  /** The first field of that name, in any case. */
  field(name: string): HeaderField | undefined;
  /** All fields of that name, in any case, in order. */
  fieldsNamed(name: string): readonly HeaderField[];
  /**
   * This entity and all within it, in the order of the message, each before its parts; not what an
   * encoded message holds, see {@link Entity.message}.
   */
  walk(): IterableIterator<Entity>;
  /** The body with its content transfer encoding undone; may share memory with the message. */
  octets(): Uint8Array;
  /**
   * The message in a `message/rfc822` or `message/global`; undefined for everything else.
   *
   * Where the content is encoded (which RFC 2046 §5.2.1 forbids), or lies beyond a bound of
   * {@link read}, a tree of its own, with paths of its own, whose spans are octets of
   * {@link Entity.octets}; it is in no walk, and {@link Entity.allDefects} is not about it.
   */
  message(): Entity | undefined;
  /**
   * Every defect of the entity, its lines, fields, content and parts, ascending; decodes all. Bounded to 1,000 of each code; `too-many-defects` says where there are more.
   */
  allDefects(): readonly Defect[];
}
