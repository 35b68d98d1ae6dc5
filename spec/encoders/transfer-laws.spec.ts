/** The laws of transfer encodings, held to what mimewright/encoders exports: RFC 2045 §6, RFC 2049 §3. */

import fc from 'fast-check';
import libqp from 'libqp';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  base64Octets,
  canonicalText,
  chooseTransferEncoding,
  decodeBase64,
  decodeQuotedPrintable,
  decodeText,
  encodeBase64,
  encodeQuotedPrintable,
  encodeText,
  quotedPrintableOctets,
  transferFaults,
} from '../../lib/encoders.ts';
import { lines, octets } from '../../lib/testing/arbitraries.ts';

const test = suite('encoders/transfer-laws');

/** Both kinds of content. */
const isText = fc.boolean();

/** Few octets, or more than are encoded at a time. */
const anyLength = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 400, size: 'max' }),
  fc.integer({ min: 29_000, max: 32_000 }).map((length) => Buffer.alloc(length, 'mimewright')),
);

function ascii(encoded: Uint8Array): string {
  return Buffer.from(encoded).toString('latin1');
}

function qp(content: Uint8Array, kind: boolean): string {
  return ascii(encodeQuotedPrintable(content, { isText: kind }));
}

function canonical(text: string): Uint8Array {
  return encodeText(canonicalText(text), 'utf-8');
}

test('law: base64 decodes to the octets, here, by Node and by the platform (B1)', () => {
  fc.assert(
    fc.property(octets, (x) => {
      const encoded = encodeBase64(x);
      assert.equal([...decodeBase64(encoded)], [...x]);
      assert.equal([...Buffer.from(ascii(encoded), 'base64')], [...x]);
      assert.is(atob(ascii(encoded)), ascii(x));
    }),
  );
});

test('law: base64 is lines of 76, only the last one shorter, none empty (B2)', () => {
  fc.assert(
    fc.property(anyLength, (x) => {
      const all = ascii(encodeBase64(x)).split('\r\n');
      const last = all.pop() ?? '';
      assert.ok(last.length > 0 && last.length <= 76, last);
      for (const line of all) assert.is(line.length, 76);
    }),
  );
});

test('law: base64 holds its alphabet and CRLF, padding at the very end (B3)', () => {
  fc.assert(
    fc.property(octets, (x) => {
      const encoded = ascii(encodeBase64(x));
      assert.match(encoded, /^(?:[A-Za-z0-9+/]|\r\n)*={0,2}$/);
      assert.is(encoded.replaceAll('\r\n', '').length % 4, 0);
      assert.equal(transferFaults(encodeBase64(x), 'base64'), []);
    }),
  );
});

test('law: the size of base64 is known in closed form, for every number of octets (B4)', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(400), fc.nat(70_000)), (n) => {
      assert.is(base64Octets(n), encodeBase64(new Uint8Array(n)).length);
    }),
  );
});

test('law: chunks of whole lines, joined by CRLF, are the whole (B5)', () => {
  fc.assert(
    fc.property(anyLength, fc.integer({ min: 1, max: 5 }), (x, linesEach) => {
      const chunks: string[] = [];
      for (let at = 0; at < x.length; at += 57 * linesEach) {
        chunks.push(ascii(encodeBase64(x.subarray(at, at + 57 * linesEach))));
      }
      assert.is(chunks.join('\r\n'), ascii(encodeBase64(x)));
    }),
  );
});

/** What base64 may be sprinkled with; stars and hyphens are foreign to it. */
const noise = fc.array(
  fc.tuple(fc.nat(300), fc.constantFrom(' ', '\t', '\r\n', '\n', '*', '-', '\x80')),
  {
    maxLength: 6,
  },
);

test('law: foreign octets are passed over, and each is told with its offset (B6)', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 3, maxLength: 120 }), noise, (content, sprinkled) => {
      const x = content.subarray(0, content.length - (content.length % 3));
      let encoded = ascii(encodeBase64(x));
      for (const [at, odd] of sprinkled) {
        const place = at % (encoded.length + 1);
        encoded = encoded.slice(0, place) + odd + encoded.slice(place);
      }
      const body = Buffer.from(encoded, 'latin1');
      assert.equal([...decodeBase64(body)], [...x]);
      const told = transferFaults(body, 'base64')
        .filter(({ code }) => code === 'base64-alphabet' || code === 'base64-url-alphabet')
        .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
      const foreign = [...encoded.matchAll(/[*\-\x80]/g)].map(({ index }) => index);
      for (const at of foreign) assert.ok(told.includes(at), `${at} in ${JSON.stringify(encoded)}`);
    }),
  );
});

test('law: canonical text has CRLF alone, and is canonical already (B7)', () => {
  fc.assert(
    fc.property(lines, (t) => {
      const canon = canonicalText(t);
      assert.is(canon, t.split(/\r\n|\r|\n/).join('\r\n'));
      assert.is(canonicalText(canon), canon);
      assert.is(decodeText(decodeBase64(encodeBase64(canonical(t))), 'utf-8')?.text, canon);
    }),
  );
});

test('law: quoted-printable decodes to the octets, here and by libqp (Q1)', () => {
  fc.assert(
    fc.property(octets, isText, (x, kind) => {
      const encoded = encodeQuotedPrintable(x, { isText: kind });
      assert.equal([...decodeQuotedPrintable(encoded)], [...x]);
      assert.equal([...libqp.decode(ascii(encoded))], [...x]);
    }),
  );
});

test('law: of text, quoted-printable decodes to its canonical form, characters whole (Q1, Q9)', () => {
  fc.assert(
    fc.property(lines, (t) => {
      const decoded = decodeQuotedPrintable(encodeQuotedPrintable(canonical(t), { isText: true }));
      assert.equal(decodeText(decoded, 'utf-8'), { text: canonicalText(t), isExact: true });
    }),
  );
});

test('law: quoted-printable lines hold 76 octets of its own and end in no blank (Q2, Q3, Q4)', () => {
  fc.assert(
    fc.property(octets, isText, (x, kind) => {
      for (const line of qp(x, kind).split('\r\n')) {
        assert.ok(line.length <= 76, line);
        assert.match(line, /^(?:[\t -<>-~]|=[0-9A-F]{2})*(?:=)?$/);
        assert.not.match(line, /[ \t]$/);
      }
    }),
  );
});

test('law: the last line ends in no soft line break (Q5)', () => {
  fc.assert(fc.property(octets, isText, (x, kind) => assert.not.match(qp(x, kind), /=(?:\r\n)?$/)));
});

test('law: what is no text has soft line breaks alone; no lone CR or LF is left (Q6)', () => {
  fc.assert(
    fc.property(octets, isText, (x, kind) => {
      assert.not.match(qp(x, kind), /\r(?!\n)|(?<!\r)\n/);
      assert.not.match(qp(x, false), /(?<!=)\r\n/);
      const hard = qp(x, true).match(/(?<!=)\r\n/g) ?? [];
      assert.is(hard.length, (ascii(x).match(/\r\n/g) ?? []).length);
    }),
    { examples: [[Buffer.from('\n\na\r\nb\r\n'), true]] },
  );
});

test('law: no quoted-printable line starts with a dot or From, nor with a hyphen when soft (Q7)', () => {
  fc.assert(
    fc.property(fc.oneof(octets, lines.map(canonical)), isText, (x, kind) => {
      assert.not.match(qp(x, kind), /^\.|^From /m);
      assert.not.match(qp(x, kind), /=\r\n-/);
    }),
  );
});

test('law: what readers forgive in quoted-printable decodes, and is told (Q8)', () => {
  fc.assert(
    fc.property(lines, (t) => {
      const x = canonical(t);
      const encoded = qp(x, true);
      const loose = `${encoded.replace(/=[0-9A-F]{2}/g, (e) => e.toLowerCase()).replaceAll('\r\n', ' \r\n')}=`;
      const body = Buffer.from(loose);
      assert.equal([...decodeQuotedPrintable(body)], [...x]);
      const codes = new Set(transferFaults(body, 'quoted-printable').map(({ code }) => code));
      assert.is(codes.has('qp-lowercase-hex'), /=(?:[a-f]|[0-9][a-f])/.test(loose));
      assert.is(codes.has('qp-trailing-whitespace'), / \r\n/.test(loose));
      assert.ok(codes.has('qp-dangling-soft-break'));
      const inLf = Buffer.from(encoded.replaceAll('\r\n', '\n'));
      assert.is(ascii(decodeQuotedPrintable(inLf)), ascii(x).replaceAll('\r\n', '\n'));
    }),
  );
});

test('law: the size of quoted-printable is known without writing any (Q10)', () => {
  fc.assert(
    fc.property(octets, isText, (x, kind) => {
      assert.is(quotedPrintableOctets(x, { isText: kind }), qp(x, kind).length);
      assert.equal(
        transferFaults(encodeQuotedPrintable(x, { isText: kind }), 'quoted-printable'),
        [],
      );
    }),
  );
});

test('law: text that needs no escape stays as it is (Q11)', () => {
  const line = fc
    .stringMatching(/^[\t -<>-~]{0,76}$/)
    .filter((one) => !/^(?:\.|From )|[ \t]$/.test(one));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (all) => {
      assert.is(qp(Buffer.from(all.join('\r\n')), true), all.join('\r\n'));
    }),
  );
});

/** Whether octets are 7bit data, told line by line. */
function isSevenBit(x: Uint8Array): boolean {
  const all = ascii(x).split('\r\n');
  return all.every((line) => line.length <= 998 && /^[\x01-\x09\x0b\x0c\x0e-\x7f]*$/.test(line));
}

/** Whether every line of octets survives transport. */
function isRobust(x: Uint8Array): boolean {
  return ascii(x)
    .split('\r\n')
    .every((line) => !/^(?:\.|From )|[ \t]$/.test(line));
}

test('law: text is 7bit if it can be and survives, else by the size of its encodings (C2, C4)', () => {
  fc.assert(
    fc.property(fc.oneof(octets, lines.map(canonical)), (x) => {
      const { encoding, bodyOctets } = chooseTransferEncoding(x, { isText: true });
      const isPlain = isSevenBit(x) && isRobust(x);
      const isQuoted = qp(x, true).length < 1.2 * encodeBase64(x).length;
      assert.is(encoding, isPlain ? '7bit' : isQuoted ? 'quoted-printable' : 'base64');
      const written = {
        '7bit': () => x,
        'quoted-printable': () => encodeQuotedPrintable(x, { isText: true }),
        base64: () => encodeBase64(x),
      }[encoding]();
      assert.is(bodyOctets, written.length);
      assert.equal(transferFaults(written, encoding), []);
    }),
    { numRuns: 300 },
  );
});

test('law: what is no text is base64; an encoding that was asked for stands, or throws (C2, C4)', () => {
  fc.assert(
    fc.property(octets, isText, (x, kind) => {
      assert.is(chooseTransferEncoding(x, { isText: false }).encoding, 'base64');
      for (const encoding of ['base64', 'quoted-printable'] as const) {
        assert.is(chooseTransferEncoding(x, { isText: kind, encoding }).encoding, encoding);
      }
      const ask = (): unknown => chooseTransferEncoding(x, { isText: kind, encoding: '7bit' });
      if (isSevenBit(x)) assert.equal(ask(), { encoding: '7bit', bodyOctets: x.length });
      else assert.throws(ask, /^the content cannot be 7bit: it holds /);
    }),
  );
});

test('law: no encoder or decoder changes what it was given', () => {
  fc.assert(
    fc.property(octets, (x) => {
      const before = ascii(x);
      encodeBase64(x);
      decodeBase64(x);
      encodeQuotedPrintable(x, { isText: true });
      decodeQuotedPrintable(x);
      transferFaults(x, 'quoted-printable');
      chooseTransferEncoding(x, { isText: true });
      decodeText(x, 'shift_jis');
      assert.is(ascii(x), before);
    }),
  );
});

test.run();
