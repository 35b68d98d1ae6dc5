/** Which grammar the body of a field has, by its name: RFC 5322 §3.6, RFC 2045, RFC 2183, RFC 2369. */

/** How a field body is read; a `trace` ends in a date, `opaque` ones have a grammar of their own that is not read here. */
export const fieldKinds = [
  'addresses',
  'msg-id',
  'msg-ids',
  'date',
  'trace',
  'uris',
  'media-type',
  'disposition',
  'transfer-encoding',
  'version',
  'opaque',
  'unstructured',
] as const;

export type FieldKind = (typeof fieldKinds)[number];

const names: Readonly<Record<Exclude<FieldKind, 'unstructured'>, string>> = {
  addresses:
    'from sender reply-to to cc bcc resent-from resent-sender resent-reply-to resent-to resent-cc ' +
    'resent-bcc return-path disposition-notification-to return-receipt-to errors-to ' +
    'mail-followup-to mail-reply-to',
  'msg-id': 'message-id resent-message-id content-id original-message-id supersedes',
  'msg-ids': 'in-reply-to references',
  date: 'date resent-date delivery-date expires reply-by',
  uris: 'list-archive list-help list-owner list-post list-subscribe list-unsubscribe',
  'media-type': 'content-type',
  disposition: 'content-disposition',
  'transfer-encoding': 'content-transfer-encoding',
  version: 'mime-version',
  trace: 'received',
  opaque:
    'received-spf authentication-results dkim-signature domainkey-signature arc-seal ' +
    'arc-message-signature arc-authentication-results list-unsubscribe-post content-md5 ' +
    'content-language auto-submitted',
};

const kinds: ReadonlyMap<string, FieldKind> = new Map(
  fieldKinds.flatMap((kind) =>
    kind === 'unstructured' ? [] : names[kind].split(' ').map((name) => [name, kind] as const),
  ),
);

/** @param lowerName Any field name in lower case; an unknown one is unstructured. */
export function fieldKindOf(lowerName: string): FieldKind {
  return kinds.get(lowerName) ?? 'unstructured';
}
