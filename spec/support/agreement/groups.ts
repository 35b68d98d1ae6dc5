/** Groups with and without members: RFC 5322 §3.4, A.1.3, A.5; RFC 6854. */

import type { Row } from './row.ts';

export const groups: readonly Row[] = [
  [
    'RFC 5322 A.1.3',
    'To: A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;\nCc: Undisclosed recipients:;',
    {
      to: ['Ed Jones <c@a.test>', '<joe@where.test>', 'John <jdoe@one.test>'],
      cc: [],
      groups: [
        'A Group: Ed Jones <c@a.test>, <joe@where.test>, John <jdoe@one.test>;',
        'Undisclosed recipients: ;',
      ],
    },
  ],
  [
    'RFC 5322 A.5',
    "To: A Group(Some people)\n     :Chris Jones <c@(Chris's host.)public.example>,\n         joe@example.org,\n  John <jdoe@one.test> (my dear friend); (the end of the group)",
    {
      to: ['Chris Jones <c@public.example>', '<joe@example.org>', 'John <jdoe@one.test>'],
      groups: ['A Group: Chris Jones <c@public.example>, <joe@example.org>, John <jdoe@one.test>;'],
    },
    [
      [
        ['postal-mime'],
        'comment-in-address',
        {
          groups: [
            "A Group: Chris Jones <c@(Chris's host.)public.example>, <joe@example.org>, John <jdoe@one.test>;",
          ],
          to: [
            "Chris Jones <c@(Chris's host.)public.example>",
            '<joe@example.org>',
            'John <jdoe@one.test>',
            'the end of the group <>',
          ],
        },
      ],
      [
        ['mailparser'],
        'comment-in-group',
        {
          to: [
            'Chris Jones <c@public.example>',
            '<joe@example.org>',
            'John <jdoe@one.test>',
            'the end of the group <>',
          ],
        },
      ],
    ],
  ],
  [
    'RFC 5322 A.5',
    'Cc: (Empty list)(start)Hidden recipients  :(nobody(that I know))  ;',
    { cc: [], groups: ['Hidden recipients: ;'] },
    [
      [['postal-mime'], 'comment-nested', { groups: ['Hidden recipients: ) <>;'], cc: [') <>'] }],
      [
        ['mailparser'],
        'comment-in-group',
        { groups: ['Hidden recipients: nobody(that I know) <>;'], cc: ['nobody(that I know) <>'] },
      ],
    ],
  ],
  ['RFC 5322 §3.4', 'To: Team:;, a@b.example', { to: ['<a@b.example>'], groups: ['Team: ;'] }],
  [
    'RFC 5322 §3.4',
    'To: Team: a@b.example;, Other: c@d.example;',
    {
      to: ['<a@b.example>', '<c@d.example>'],
      groups: ['Team: <a@b.example>;', 'Other: <c@d.example>;'],
    },
  ],
  [
    'RFC 5322 §3.4',
    'To: "Team: 1" : Ann <a@b.example> ;',
    { to: ['Ann <a@b.example>'], groups: ['Team: 1: Ann <a@b.example>;'] },
  ],
  [
    'RFC 5322 §4.4',
    'To: Team: ,a@b.example,, c@d.example;',
    { to: ['<a@b.example>', '<c@d.example>'], groups: ['Team: <a@b.example>, <c@d.example>;'] },
  ],
  ['RFC 6854 §2.1', 'From: Nobody:;', { from: [] }],
];
