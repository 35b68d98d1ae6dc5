/** The MIME fields of parts: RFC 2045, RFC 2183, RFC 2387. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chooseBoundary } from '../../lib/encoder/boundary.ts';
import { leafHeader, messageHeader, multipartHeader } from '../../lib/encoder/part-header.ts';
import type { Leaf } from '../../lib/model/message.ts';
import { filename } from '../../lib/testing/arbitraries.ts';

const test = suite('encoder/part-header');

const leaf: Leaf = {
  kind: 'leaf',
  mediaType: { type: 'text', subtype: 'csv', parameters: [{ name: 'charset', value: 'utf-8' }] },
  content: Buffer.alloc(0),
  isText: true,
};

test('a body has a type and an encoding', () => {
  assert.is(
    leafHeader(leaf, '7bit'),
    'Content-Type: text/csv; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n',
  );
});

test('a file has a name in both fields, an id in angles, and a description', () => {
  const disposition = { type: 'attachment', filename: 'März.csv' } as const;
  const file = { ...leaf, disposition, contentId: 'a@b', description: 'Zahlen für März' };
  assert.equal(leafHeader(file, 'base64').split('\r\n'), [
    "Content-Type: text/csv; charset=utf-8; name*=utf-8''M%C3%A4rz.csv",
    'Content-Transfer-Encoding: base64',
    'Content-ID: <a@b>',
    'Content-Description: =?utf-8?B?WmFobGVuIGbDvHIgTcOkcno=?=',
    "Content-Disposition: attachment; filename*=utf-8''M%C3%A4rz.csv",
    '',
  ]);
});

test('law: lines of 78 octets, of 76 with encoded-words, legacy names or not', () => {
  fc.assert(
    fc.property(filename, fc.boolean(), (name, hasLegacyName) => {
      const disposition = { type: 'attachment', filename: name } as const;
      for (const line of leafHeader({ ...leaf, disposition, hasLegacyName }, '7bit').split(
        '\r\n',
      )) {
        // The closing quote behind the last word of a legacy name has no room of its own.
        assert.ok(line.length <= (/=\?.*[^"]$/.test(line) ? 76 : 78), line);
      }
    }),
    { numRuns: 200 },
  );
});

test('a legacy name is an encoded-word in quotes, and the file name stays as it is', () => {
  const disposition = { type: 'attachment', filename: 'März.csv' } as const;
  const header = leafHeader({ ...leaf, disposition, hasLegacyName: true }, '7bit');
  assert.match(header, /; name="=\?utf-8\?B\?TcOkcnouY3N2\?="\r\n/);
  assert.match(header, /filename\*=utf-8''M%C3%A4rz.csv\r\n/);
});

test('an attached message is 7bit, and a related multipart names the type of its root', () => {
  assert.is(
    messageHeader({
      kind: 'message',
      octets: Buffer.alloc(0),
      disposition: { type: 'attachment' },
    }),
    'Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 7bit\r\nContent-Disposition: attachment\r\n',
  );
  const boundary = chooseBoundary('1', 'x', new Set());
  const related = { kind: 'multipart', subtype: 'related', type: 'text/html', parts: [] } as const;
  assert.equal(multipartHeader(related, boundary).split('\r\n'), [
    'Content-Type: multipart/related; type="text/html";',
    ` boundary="${boundary}"`,
    'Content-Transfer-Encoding: 7bit',
    '',
  ]);
});

test.run();
