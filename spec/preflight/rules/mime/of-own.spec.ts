/** What an attached message holds is another author's, unless it breaks the message around it. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { preflight } from '../../../../lib/preflight/run.ts';
import { fixture } from '../../../support/fixture.ts';

const test = suite('preflight/rules/mime/of-own');

const forwarded = fixture('base/forwarded.eml').toString('latin1');
const inner = forwarded.lastIndexOf('Content-Type: text/plain');

/** The forwarded message with its text replaced, from the Content-Type on. */
function forwarding(text: string): Buffer {
  return Buffer.from(`${forwarded.slice(0, inner)}${text}\r\n--mixed-1--\r\n`, 'latin1');
}

function mimeRules(message: Buffer): readonly string[] {
  const { findings } = preflight(message);
  return findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('mime/'));
}

test('faults within an attached message are not this message’s', () => {
  for (const text of [
    'Content-Type: text\r\n\r\nDear Ann\r\n',
    'Content-Type: text/plain; charset\r\n\r\nDear Ann\r\n',
    'Content-Type: text/plain; charset=utf-8; charset=latin1\r\n\r\nDear Ann\r\n',
    'Content-Type: multipart/mixed\r\n\r\nDear Ann\r\n',
    'Content-Type: multipart/mixed; boundary="a#b"\r\n\r\nDear Ann\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nDear Ann\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b--\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n\r\nno\r\n--b\r\nTo: a\r\n\r\nx\r\n--b--\r\nno\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n--b\r\n\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/mixed; boundary=bb\r\n\r\n--bb\r\n\r\nx\r\n--bb--\r\n--b--\r\n',
    'Content-Type: text/plain\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\xe9t\xe9\r\n',
    '\r\n<html><p>Dear Ann</html>\r\n',
  ]) {
    assert.equal(mimeRules(forwarding(text)), [], text);
  }
});

test('a boundary within an attached message that is one of this message’s splits it', () => {
  const clash =
    'Content-Type: multipart/mixed; boundary=mixed-11\r\n\r\n--mixed-11\r\n\r\nx\r\n--mixed-11--\r\n';
  assert.equal(mimeRules(forwarding(clash)), ['mime/boundary-nested-clash']);
});

test.run();
