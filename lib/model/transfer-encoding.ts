/** The content transfer encodings that we write: RFC 2045 §6. */

/** What a leaf may be written in; `8bit` and `binary` are read, never written. */
export const transferEncodings = ['7bit', 'quoted-printable', 'base64'] as const;

export type TransferEncoding = (typeof transferEncodings)[number];
