import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { listening } from '../support/listening';
import { Workbench } from './workbench';

const key = 'sesame/7f3';

/** OpenAlex as far as this test needs it: one key is right, and it says which was wrong. */
function openalex() {
  const keys: (string | null)[] = [];
  const server = http.createServer((request, response) => {
    const given = new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('api_key');
    keys.push(given);
    const isRefused = given !== null && given !== key;
    response.writeHead(isRefused ? 403 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message: isRefused ? `Unknown key ${given}` : 'No such work' }));
  });
  return { server, keys };
}

/** All that VS Code and the extension wrote into files of their own. */
function written(): string {
  const folders = fs.readdirSync(os.tmpdir()).filter(name => name.startsWith('literature-vscode-'));
  const files = folders.flatMap(name => {
    const logs = path.join(os.tmpdir(), name, 'user-data/logs');
    return fs.existsSync(logs)
      ? fs.readdirSync(logs, { recursive: true, encoding: 'utf8' }).map(file => path.join(logs, file))
      : [];
  });
  return files
    .filter(file => fs.statSync(file).isFile())
    .map(file => fs.readFileSync(file, 'utf8'))
    .join('\n');
}

describe('the key of a service', { timeout: 600_000 }, () => {
  let workbench: Workbench;
  let base: string;
  let close: () => void;
  const { server, keys } = openalex();

  before(async () => {
    ({ base, close } = await listening(server));
    workbench = await Workbench.open({
      files: {
        'paper.md': 'Known\n',
        // A workspace names none, whatever it calls it.
        '.vscode/settings.json': JSON.stringify({
          'literature.catalogs.keys': { openalex: 'of-the-workspace' },
          'literature.catalogs.key.openalex': 'of-the-workspace',
          'literature.catalogs.endpoints': { openalex: 'http://127.0.0.1:9/of-the-workspace' },
        }),
      },
      settings: {
        'literature.catalogs.endpoints': { openalex: base },
        'literature.catalogs.services': ['openalex'],
        'literature.collection.enabled': false,
      },
    });
    await workbench.openFile('paper.md');
  });
  beforeEach(() => {
    keys.length = 0;
  });
  after(async () => {
    await workbench.close();
    close();
  });

  async function setKey(text: string, told: string): Promise<void> {
    await workbench.run('Literature: Set the Key of a Service');
    await workbench.titled('Set the Key of a Service');
    await workbench.rows.filter({ hasText: 'OpenAlex' }).first().click();
    await workbench.titled('Key of OpenAlex');
    // Whoever looks over the shoulder sees none.
    await workbench.page.locator('.quick-input-widget:visible input[type="password"]').fill(text);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.statusbar-item', { hasText: told }).waitFor();
  }

  /** What is told of a work that is not there. */
  async function lookUp(doi: string, told: string): Promise<string> {
    await workbench.run('Literature: Add by Identifier');
    await workbench.titled('Add by Identifier');
    await workbench.quickInput.fill(doi);
    await workbench.page.keyboard.press('Enter');
    return workbench.takeNotice(told);
  }

  it('is sent once it is set, is in no log, and is sent no more once it is removed', async () => {
    await lookUp('10.1000/first', 'OpenAlex has no such work');
    assert.deepEqual(keys, [null]);
    await setKey(key, 'The key of OpenAlex is kept');
    await lookUp('10.1000/second', 'OpenAlex has no such work');
    assert.deepEqual(keys, [null, key]);
    await workbench.run('Literature: Set the Key of a Service');
    await workbench.rows
      .filter({ hasText: /OpenAlex.*has a key/ })
      .first()
      .waitFor();
    await workbench.page.keyboard.press('Escape');
    await setKey('', 'The key of OpenAlex is removed');
    await lookUp('10.1000/third', 'OpenAlex has no such work');
    assert.deepEqual(keys, [null, key, null]);
    assert.ok(written().includes(`GET ${base}`), 'requests are logged');
    assert.ok(!written().includes(key) && !written().includes(encodeURIComponent(key)), 'without keys');
  });

  it('that is refused is not repeated in what is told', async () => {
    await setKey('wrong-8c1', 'The key of OpenAlex is kept');
    const told = await lookUp('10.1000/fourth', 'Is its key right?');
    assert.deepEqual(keys, ['wrong-8c1']);
    assert.match(told, /Unknown key \*\*\*/);
    assert.ok(!written().includes('wrong-8c1'));
    await setKey('', 'The key of OpenAlex is removed');
  });
});
