/** Mailboxes, comments and obsolete forms: RFC 5322 §3.4, §4.4, A.1 to A.6. */

import type { Row } from './row.ts';

const forms: readonly Row[] = [
  [
    'RFC 5322 A.1.1',
    'To: Mary Smith <mary@example.net>',
    { to: ['Mary Smith <mary@example.net>'] },
  ],
  [
    'RFC 5322 A.1.2',
    'From: "Joe Q. Public" <john.q.public@example.com>\nTo: Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>\nCc: <boss@nil.test>, "Giant; \\"Big\\" Box" <sysservices@example.net>',
    {
      from: ['Joe Q. Public <john.q.public@example.com>'],
      to: ['Mary Smith <mary@x.test>', '<jdoe@example.org>', 'Who? <one@y.test>'],
      cc: ['<boss@nil.test>', 'Giant; "Big" Box <sysservices@example.net>'],
    },
  ],
  [
    'RFC 5322 A.2',
    'Reply-To: "Mary Smith: Personal Account" <smith@home.example>',
    { replyTo: ['Mary Smith: Personal Account <smith@home.example>'] },
  ],
  [
    'RFC 5322 A.5',
    'To: Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>',
    { to: ['Pete <pete@silly.test>'] },
    [
      [
        ['postal-mime'],
        'comment-in-address',
        { to: ['Pete chap) <pete(his account)@silly.test(his host)>'] },
      ],
    ],
  ],
  [
    'RFC 5322 A.6.1',
    'From: Joe Q. Public <john.q.public@example.com>',
    { from: ['Joe Q. Public <john.q.public@example.com>'] },
  ],
  [
    'RFC 5322 A.6.1',
    'To: Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example',
    { to: ['Mary Smith <mary@example.net>', '<jdoe@test.example>'] },
    [
      [
        ['postal-mime'],
        'obsolete-route',
        { to: ['Mary Smith <@node.test:mary@example.net>', '. example <jdoe@test>'] },
      ],
      [
        ['mailparser'],
        'obsolete-domain',
        { to: ['Mary Smith <mary@example.net>', '. example <jdoe@test>'] },
      ],
    ],
  ],
  [
    'RFC 5322 §4.4',
    'To: <@a.example,@b.example:ann@c.example>',
    { to: ['<ann@c.example>'] },
    [[['postal-mime'], 'obsolete-route', { to: ['<@a.example,@b.example:ann@c.example>'] }]],
  ],
  ['RFC 5322 §4.4', 'To: ,a@b.example,,c@d.example,', { to: ['<a@b.example>', '<c@d.example>'] }],
  [
    'RFC 5322 §4.4',
    'To: a . b @ c . example',
    { to: ['<a.b@c.example>'] },
    [
      [['postal-mime'], 'obsolete-domain', { to: ['<a . b @ c . example>'] }],
      [['mailparser'], 'obsolete-domain', { to: ['a . . example <b@c>'] }],
    ],
  ],
  [
    'RFC 5322 §4.1',
    'To: Dr. A. B. Lee Jr. <a@b.example>',
    { to: ['Dr. A. B. Lee Jr. <a@b.example>'] },
  ],
  ['RFC 5322 §3.4', 'To: ann@b.example', { to: ['<ann@b.example>'] }],
  ['RFC 5322 §3.4', 'To: <ann@b.example>', { to: ['<ann@b.example>'] }],
  ['RFC 5322 §3.4', 'To: Ann<ann@b.example>', { to: ['Ann <ann@b.example>'] }],
  ['RFC 5322 §3.4', 'To: Ann < ann@b.example >', { to: ['Ann <ann@b.example>'] }],
  [
    'RFC 5322 §3.2.5',
    'To: Ann  Lee <a@b.example>',
    { to: ['Ann Lee <a@b.example>'] },
    [[['postal-mime', 'mailparser'], 'blanks-between-atoms', { to: ['Ann  Lee <a@b.example>'] }]],
  ],
  [
    'RFC 5322 §3.2.2',
    'To: Ann\n Lee\n <a@b.example>,\n\tBob\n\t<c@d.example>',
    { to: ['Ann Lee <a@b.example>', 'Bob <c@d.example>'] },
  ],
  ['RFC 5322 §3.2.4', 'To: "Ann  Lee" <a@b.example>', { to: ['Ann  Lee <a@b.example>'] }],
  ['RFC 5322 §3.2.4', 'To: "Ann\n Lee" <a@b.example>', { to: ['Ann Lee <a@b.example>'] }],
  ['RFC 5322 §3.2.5', 'To: "Ann" Lee <a@b.example>', { to: ['Ann Lee <a@b.example>'] }],
  [
    'RFC 5322 §3.2.4',
    'To: "Doe, Ann" <a@b.example>, "x; y: z" <c@d.example>',
    { to: ['Doe, Ann <a@b.example>', 'x; y: z <c@d.example>'] },
  ],
  ['RFC 5322 §3.2.4', 'To: "a\\b\\"c\\\\" <a@b.example>', { to: ['ab"c\\ <a@b.example>'] }],
  ['RFC 5322 §3.4', 'To: "c@d.example" <a@b.example>', { to: ['c@d.example <a@b.example>'] }],
  [
    'RFC 5322 §3.2.4',
    'To: "<x@evil.example>, y" <a@b.example>',
    { to: ['<x@evil.example>, y <a@b.example>'] },
  ],
  ['RFC 5322 §3.2.4', 'To: "(no comment)" <a@b.example>', { to: ['(no comment) <a@b.example>'] }],
  [
    'RFC 5322 §3.2.3',
    "To: O'Neil!#$%&*+-/=?^_`{|}~ <a!#$%&'*+-/=?^_`{|}~@b.example>",
    { to: ["O'Neil!#$%&*+-/=?^_`{|}~ <a!#$%&'*+-/=?^_`{|}~@b.example>"] },
  ],
  [
    'RFC 5322 §3.4.1',
    'To: "a b"@c.example',
    { to: ['<"a b"@c.example>'] },
    [[['postal-mime'], 'quoted-local-part', { to: ['<a b@c.example>'] }]],
  ],
  ['RFC 5322 §3.4.1', 'To: Ann <"a@b"@c.example>', { to: ['Ann <"a@b"@c.example>'] }],
  [
    'RFC 5322 §3.4.1',
    'To: <"a,b>c"@d.example>',
    { to: ['<"a,b>c"@d.example>'] },
    [[['postal-mime'], 'quoted-local-part', { to: ['c @d.example> <"a,b>'] }]],
  ],
  [
    'RFC 5322 §3.4.1',
    'To: "a\\"b"@c.example',
    { to: ['<"a\\"b"@c.example>'] },
    [[['postal-mime'], 'quoted-local-part', { to: ['<a"b@c.example>'] }]],
  ],
  ['RFC 5322 §3.4.1', 'To: "ann"@b.example', { to: ['<ann@b.example>'] }],
  [
    'RFC 5322 §4.4',
    'To: "a b".c@d.example',
    { to: ['<"a b.c"@d.example>'] },
    [[['postal-mime'], 'quoted-local-part', { to: ['<a b.c@d.example>'] }]],
  ],
  [
    'RFC 5322 §3.4.1',
    'To: Ann@B.Example, ANN@c.example',
    { to: ['<Ann@B.Example>', '<ANN@c.example>'] },
  ],
  [
    'RFC 5890 §2.3.2.1',
    'To: ann@xn--bcher-kva.example',
    { to: ['<ann@xn--bcher-kva.example>'] },
    [[['mailparser'], 'a-label-decoded', { to: ['<ann@bücher.example>'] }]],
  ],
  ['RFC 5322 §3.4.1', 'To: Ann <a@[192.0.2.1]>', { to: ['Ann <a@[192.0.2.1]>'] }],
  [
    'RFC 5322 §3.4.1',
    'To: a@[IPv6:2001:db8::1]',
    { to: ['<a@[IPv6:2001:db8::1]>'] },
    [[['postal-mime'], 'literal-as-group', { groups: ['a@[IPv6: 1] <>;'], to: ['1] <>'] }]],
  ],
  ['RFC 5322 §3.4', 'To: Ann <a@b.example> (a comment)', { to: ['Ann <a@b.example>'] }],
  ['RFC 5322 §3.4', 'To: (a comment) Ann <a@b.example>', { to: ['Ann <a@b.example>'] }],
  ['RFC 5322 §3.2.2', 'To: Ann (x, y) Lee <a@b.example>', { to: ['Ann Lee <a@b.example>'] }],
  [
    'RFC 5322 §3.4',
    'To: a@b.example (Ann Lee)',
    { to: ['<a@b.example>'] },
    [[['postal-mime', 'mailparser'], 'comment-as-name', { to: ['Ann Lee <a@b.example>'] }]],
  ],
  [
    'RFC 5322 §3.2.2',
    'To: a@b.example (x (y) z), c@d.example',
    { to: ['<a@b.example>', '<c@d.example>'] },
    [
      [['postal-mime'], 'comment-nested', { to: ['z) <a@b.example>', '<c@d.example>'] }],
      [['mailparser'], 'comment-as-name', { to: ['x (y) z <a@b.example>', '<c@d.example>'] }],
    ],
  ],
  [
    'RFC 5322 §3.4.1',
    'To: ""@b.example',
    { to: ['<""@b.example>'] },
    [[['postal-mime', 'python'], 'empty-local-part', { to: ['<@b.example>'] }]],
  ],
  [
    'RFC 5322 §3.2.4',
    'To: "a "@b.example',
    { to: ['<"a "@b.example>'] },
    [[['postal-mime', 'mailparser'], 'blanks-undone', { to: ['<a@b.example>'] }]],
  ],
];

/** Without a group where none is told. */
export const addresses: readonly Row[] = forms.map(
  ([source, message, is, but]): Row => [source, message, { groups: [], ...is }, but],
);
