/** Which specs can tell a mutant of a file. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { relatedSpecs } from './related-specs.ts';

const test = suite('run/mutants/related-specs');

const texts = Object.entries({
  'lib/header/a.ts': '',
  'lib/header/b.ts': "import { a } from './a.ts';",
  'lib/header/c.ts': '',
  'spec/header/a.spec.ts': "import { a } from '../../lib/header/a.ts';",
  'spec/header/b.spec.ts': "import { b } from '../../lib/header/b.ts';",
  'spec/header/c.spec.ts': "import { c } from '../../lib/header/c.ts';",
  'spec/reader/d.spec.ts': "import { b } from '../../lib/header/b.ts';",
  'spec/injection.spec.ts': "import { b } from '../lib/header/b.ts';",
}).map(([path, text]) => ({ path, text }));

test('its own first, then those of the room, then those across rooms; only those it can reach', () => {
  assert.equal(relatedSpecs('lib/header/a.ts', texts), [
    ['spec/header/a.spec.ts'],
    ['spec/header/b.spec.ts'],
    ['spec/injection.spec.ts'],
  ]);
  assert.equal(relatedSpecs('lib/header/c.ts', texts), [['spec/header/c.spec.ts']]);
});

test('a file that no spec reaches has no wave', () => {
  assert.equal(relatedSpecs('lib/header/z.ts', texts), []);
});

test.run();
