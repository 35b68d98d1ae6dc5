/** List-Unsubscribe and its Post: RFC 2369, RFC 8058. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bodies, body, plain, throwing } from '../support/built-message.ts';

const test = suite('builder/list-unsubscribe');

test('https comes before mailto, an address becomes a URI', () => {
  const message = plain.listUnsubscribe({
    mailto: 'out@a.example',
    https: 'https://a.example/u?id=1',
  });
  assert.is(
    body(message, 'List-Unsubscribe'),
    '<https://a.example/u?id=1>, <mailto:out@a.example>',
  );
  assert.equal(bodies(message, 'List-Unsubscribe-Post'), []);
  const withSubject = plain.listUnsubscribe({ mailto: 'mailto:out@a.example?subject=x' });
  assert.is(body(withSubject, 'List-Unsubscribe'), '<mailto:out@a.example?subject=x>');
});

test('oneClick writes Post, needs https, and false is not to write it', () => {
  const https = 'https://a.example/';
  const posted = plain.listUnsubscribe({ https, oneClick: true });
  assert.is(body(posted, 'List-Unsubscribe-Post'), 'List-Unsubscribe=One-Click');
  assert.equal(
    bodies(posted.listUnsubscribe({ https, oneClick: false }), 'List-Unsubscribe-Post'),
    [],
  );
  const needed = throwing('list-unsubscribe', /^listUnsubscribe\.oneClick needs https/);
  assert.throws(() => plain.listUnsubscribe({ mailto: 'a@b.example', oneClick: true }), needed);
});

test('it takes the place of the fields set by name', () => {
  const message = plain
    .header('list-unsubscribe', 'https://x.example/')
    .listUnsubscribe({ mailto: 'a@b.example' });
  assert.equal(bodies(message, 'List-Unsubscribe'), ['<mailto:a@b.example>']);
});

test('what is no such URI throws', () => {
  const rows: readonly (readonly [Parameters<typeof plain.listUnsubscribe>[0], RegExp])[] = [
    [{}, /it needs https, mailto, or both/],
    [{ https: 'http://a.example/' }, /https: not an https URI: "http:/],
    [{ mailto: 'nobody' }, /mailto: not a mailto URI/],
    [{ mailto: 'a@b.example,c@d.example' }, /mailto: not a mailto URI/],
  ];
  for (const [options, message] of rows) {
    assert.throws(() => plain.listUnsubscribe(options), throwing('list-unsubscribe', message));
  }
  for (const https of [
    'https://a.example/>, <https://b',
    'https://a.example/ b',
    'https://ä.example/',
    'https://a.example/\r\nX: y',
  ]) {
    assert.throws(
      () => plain.listUnsubscribe({ https }),
      throwing('uri-syntax', /listUnsubscribe\.https/),
    );
  }
});

test.run();
