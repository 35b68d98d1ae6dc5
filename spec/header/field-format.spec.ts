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

test('a msg-id too long for 78 octets stays beside the name, unless a line cannot hold both', () => {
  const format = (id: string) =>
    formatField({ kind: 'msg-ids', name: 'References', ids: parseMsgIds(`${id} a@b`, '') });
  const long = `${'x'.repeat(900)}@b`;
  assert.is(format(long), `References: <${long}>\r\n <a@b>\r\n`);
  const longest = `${'x'.repeat(993)}@b`;
  assert.is(format(longest), `References: \r\n <${longest}>\r\n <a@b>\r\n`);
});

test.run();
