/** Media types and their parameters: RFC 2045 §5. */

/** One parameter of a media type or a disposition: a token and its decoded value. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** A media type, type and subtype in lower case; parameters in order, each name once. */
export interface MediaType {
  readonly type: string;
  readonly subtype: string;
  readonly parameters: readonly Parameter[];
}
