/** A field of every grammar as lines: RFC 5322 §2.2. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseAddresses } from '../../lib/header/address-parsing.ts';
import { formatField } from '../../lib/header/field-format.ts';
import { parseMsgIds } from '../../lib/header/msg-id.ts';
import { parseUri } from '../../lib/header/uri.ts';

const test = suite('header/field-format');

test('each grammar by hand', () => {
  const addresses = parseAddresses('Zoë Hamilton <z@b.example>, a@b.example', 'To');
  assert.is(
    formatField({ kind: 'addresses', name: 'To', addresses }),
    'To: =?utf-8?Q?Zo=C3=AB_Hamilton?= <z@b.example>, a@b.example\r\n',
  );
  assert.is(
    formatField({ kind: 'text', name: 'Subject', text: 'Bücher sind da!' }),
    'Subject: =?utf-8?Q?B=C3=BCcher_sind_da!?=\r\n',
  );
  assert.is(
    formatField({ kind: 'msg-ids', name: 'References', ids: parseMsgIds('a@b c@d', '') }),
    'References: <a@b> <c@d>\r\n',
  );
  assert.is(
    formatField({ kind: 'date', name: 'Date', date: new Date(0) }),
    'Date: Thu, 1 Jan 1970 00:00:00 +0000\r\n',
  );
  assert.is(
    formatField({ kind: 'uris', name: 'List-Help', uris: [parseUri('https://x.example/', '')] }),
    'List-Help: <https://x.example/>\r\n',
  );
  assert.is(
    formatField({ kind: 'list-id', name: 'List-Id', phrase: 'News, daily', id: 'n.x.example' }),
    'List-Id: "News, daily" <n.x.example>\r\n',
  );
  assert.is(formatField({ kind: 'list-id', name: 'List-Id', id: 'n.x' }), 'List-Id: <n.x>\r\n');
  assert.is(formatField({ kind: 'tokens', name: 'X', tokens: ['a', 'b'] }), 'X: a b\r\n');
});

test('law: a finished body unfolds to itself, its blanks as they are', () => {
  const body = fc.stringMatching(/^[!-~](?:[ \t]{0,3}[!-~]{1,30}){0,12}$/);
  fc.assert(
    fc.property(body, (given) => {
      const field = formatField({ kind: 'finished', name: 'X-Finished', body: given });
      const unfolded = field.slice(0, -2).replace(/\r\n(?=[ \t])/g, '');
      assert.is(unfolded.replace(/^X-Finished: +/, ''), given);
    }),
  );
});

test('a msg-id or URI that fills a line stands on a line of its own', () => {
  const ids = parseMsgIds(`${'x'.repeat(900)}@b a@b`, '');
  assert.is(
    formatField({ kind: 'msg-ids', name: 'References', ids }),
    `References: \r\n <${'x'.repeat(900)}@b>\r\n <a@b>\r\n`,
  );
});

test.run();
