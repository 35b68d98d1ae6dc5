/** Text that was decoded by the wrong charset: RFC 3629 §3. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { firstMojibake } from '../../../../lib/preflight/rules/encoding/mojibake.ts';

const test = suite('preflight/rules/encoding/mojibake');

test('law: western text in UTF-8 that is read as Latin-1 is known again', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'éèüßñ£©°àç'), minLength: 1 });
  fc.assert(
    fc.property(letters, (meant) => {
      const written = Buffer.from(meant).toString('latin1');
      assert.equal(firstMojibake(`a ${written} b`), { written, meant });
    }),
  );
});

test('law: text as it should be is left alone', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'éèüßñ£©°àçÃÂâab cd’“”–') });
  fc.assert(
    fc.property(texts, (text) => {
      // One character beyond ASCII in a row is never the octets of another.
      fc.pre(!/[^\x00-\x7f]{2}/.test(text));
      assert.is(firstMojibake(text), undefined);
    }),
  );
});

test('the signs of Windows-1252 are known', () => {
  assert.equal(firstMojibake('itâ€™s'), { written: 'â€™', meant: '’' });
  assert.equal(firstMojibake('10â‚¬ and Â£5'), { written: 'â‚¬', meant: '€' });
});

test('one stretch that is none of it acquits the text', () => {
  assert.is(firstMojibake('Ã© means é'), undefined);
  assert.is(firstMojibake('SÃO PAULO, Ã é'), undefined);
  assert.is(firstMojibake('«IRMÃ»'), undefined);
  assert.is(firstMojibake('冬 Ã©'), undefined);
});

test.run();
