import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundledLocales, bundledStyles } from '../../../src/core/display/citationStyle/bundledStyles';
import { checkStyle } from '../../../src/core/display/citationStyle/citationStyle';
import { citationStyles } from '../../../src/scripts/citationStyles';

const files = citationStyles(process.cwd());

test('every bundled style is there, under its name, and lists references', () => {
  for (const { id } of bundledStyles) {
    const check = checkStyle(files.get(`${id}.csl`)!);
    assert.ok(check.usable && check.hasBibliography, id);
    assert.notEqual(check.title, 'Untitled style', id);
  }
});

test('every bundled locale has words of its language', () => {
  const words = { 'en-US': 'accessed', 'de-DE': 'zugegriffen', 'fr-FR': 'consulté le' };
  for (const language of bundledLocales)
    assert.match(files.get(`locales-${language}.xml`)!, new RegExp(`>${words[language]}<`));
  assert.equal(files.size, bundledStyles.length + bundledLocales.length);
});
