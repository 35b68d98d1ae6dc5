/** Whole messages, of whatever calls: 7-bit, sized, the same each time, read as they were written. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import { composeFrom } from '../../lib/builder/compose-from.ts';
import type { Entity } from '../../lib/reader/entity.ts';
import { read } from '../../lib/reader/read.ts';
import { lines } from '../../lib/testing/arbitraries.ts';
import { messageSpec } from '../support/arbitrary-message.ts';
import { assertSevenBit, fieldNames } from '../support/built-message.ts';
import { notRun } from '../support/not-run.ts';
import {
  comparable,
  pythonIsHere,
  readWithMailparser,
  readWithPostalMime,
  readWithPython,
} from '../support/readers.ts';

const test = suite('builder/compose');

/** Whole messages are large: fewer of them. */
const quick = { numRuns: 25 };

function* entitiesOf(entity: Entity): Generator<Entity> {
  yield entity;
  if (entity.mediaType.type !== 'message') for (const part of entity.parts) yield* entitiesOf(part);
}

test('law: 7-bit, CRLF, lines of at most 998 octets, whatever was said', () => {
  fc.assert(
    fc.property(messageSpec, (spec) => assertSevenBit(composeFrom(spec).build().octets)),
    quick,
  );
});

test('law: sizeOctets() is the length of the octets', () => {
  fc.assert(
    fc.property(messageSpec, (spec) => {
      const message = composeFrom(spec);
      assert.is(message.sizeOctets(), message.build().octets.length);
    }),
    quick,
  );
});

test('law: the same calls give the same octets', () => {
  fc.assert(
    fc.property(messageSpec, (spec) => {
      const [one, two] = [composeFrom(spec).build(), composeFrom(spec).build()];
      assert.is(Buffer.compare(one.octets, two.octets), 0);
      assert.equal(one.envelope, two.envelope);
    }),
    quick,
  );
});

test('law: our reader finds no defect, and every part labelled', () => {
  fc.assert(
    fc.property(messageSpec, (spec) => {
      for (const { fields, defects } of entitiesOf(read(composeFrom(spec).build().octets))) {
        assert.equal(defects, []);
        const names = fields.map(({ lowerName }) => lowerName);
        assert.ok(names.includes('content-type') && names.includes('content-transfer-encoding'));
      }
    }),
    quick,
  );
});

test('law: Bcc is not among the fields', () => {
  fc.assert(
    fc.property(messageSpec, (spec) => {
      assert.not.ok(fieldNames(composeFrom(spec).build().octets).includes('Bcc'));
    }),
    quick,
  );
});

test('law: outside readers read subject, names and text as they were written', async () => {
  if (!pythonIsHere()) notRun('composed messages read by Python');
  // postal-mime and mailparser trim blanks, and disagree on odd controls: words suffice here.
  const word = fc.stringMatching(/^[A-Za-zäéł日本語€😀=?_-]{1,80}$/u);
  await fc.assert(
    fc.asyncProperty(lines, word, word, async (content, subject, name) => {
      const message = compose()
        .from({ name, address: 'a@b.example' })
        .to({ name, address: 'c@d.example' })
        .subject(subject)
        .text(content);
      const { octets } = message.build();
      const readers = [readWithPostalMime, readWithMailparser];
      for (const reader of pythonIsHere() ? [...readers, readWithPython] : readers) {
        const reading = await reader(octets);
        assert.is(reading.subject, subject);
        assert.is(reading.from[0]?.name, name);
        assert.is(reading.to[0]?.name, name);
        assert.equal(reading.defects, []);
      }
    }),
    { numRuns: 40 },
  );
});

test('the receipt is read alike by all readers', async () => {
  const { octets } = compose()
    .from('Café Łódź <billing@example.com>')
    .to({ name: 'Zoë Müller', address: 'zoe@bücher.example' })
    .subject('Your receipt ☕')
    .text('Total: 12 €\n')
    .html('<p>Total: <b>12 €</b></p>\n')
    .build();
  for (const reader of [readWithPostalMime, readWithMailparser]) {
    const reading = await reader(octets);
    assert.is(reading.subject, 'Your receipt ☕');
    assert.equal(reading.from, [{ name: 'Café Łódź', address: 'billing@example.com' }]);
    assert.is(comparable(reading.text), 'Total: 12 €');
    assert.is(comparable(reading.html), '<p>Total: <b>12 €</b></p>');
  }
});

test.run();
