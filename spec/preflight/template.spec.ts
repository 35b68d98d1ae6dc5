/** Placeholders of templates. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { holdsPlaceholder } from '../../lib/preflight/template.ts';

const test = suite('preflight/template');

test('the common engines are known', () => {
  const dollar = `${'$'}{email}`;
  const written = ['{{email}}', '{{ to.email }}', '{{{raw}}}', dollar, '<%= to %>', '{% if a %}'];
  for (const text of [...written, '*|EMAIL|*', '%EMAIL%', '[[email]]', 'Ann <{{email}}>']) {
    assert.ok(holdsPlaceholder(text), text);
  }
});

test('what only looks alike is none', () => {
  for (const text of ['{email}', '{{', '50% of 20%', 'a%b', '[a]', '$x', '*|', '<a@b.example>']) {
    assert.not(holdsPlaceholder(text), text);
  }
});

test.run();
