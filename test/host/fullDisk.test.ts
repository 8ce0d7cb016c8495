import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, emptyWorkspace, inWorkspace, marked, setting, write } from './writing';

const key = 'schlaginhaufen2023identifiability';
const entry = (at: number) =>
  `@article{own${at},\n  title = {Number ${at}},\n  note = {${'x'.repeat(900)}}\n}\n\n`;

describe('a full disk', () => {
  const disk = () => inWorkspace('small').fsPath;
  const { showWarningMessage } = vscode.window;
  let told: string[] = [];
  let count = 0;
  /** Each test has a bibliography of its own: VS Code keeps documents that are not saved. */
  let bib = '';
  const file = () => path.join(disk(), bib);
  const entries = Array.from({ length: 98 }, (_, at) => entry(at)).join('');
  /** Fills its last block: more takes room of the disk. */
  const whole = `${entries}% ${'x'.repeat(4096 - ((entries.length + 3) % 4096))}\n`;
  const cite = async () => {
    const editor = await write('paper.md', `---\nbibliography: small/${bib}\n---\n\nKnown |.\n`);
    await vscode.commands.executeCommand('literature.insertCitation', key);
    return editor;
  };
  const bibliography = () => vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === file());

  beforeEach(async function () {
    emptyWorkspace();
    fs.mkdirSync(disk());
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk()]).status !== 0) this.skip();
    bib = `full${++count}.bib`;
    await setting('addToBibliography', 'always');
    told = [];
    Object.assign(vscode.window, {
      showWarningMessage: async (message: string) => void told.push(message),
    });
  });
  afterEach(async () => {
    Object.assign(vscode.window, { showWarningMessage });
    await closeAll();
    spawnSync('umount', ['-l', disk()]);
  });

  it('is told before anything is added, with the file and what to do', async () => {
    fs.writeFileSync(file(), whole);
    fill(disk(), 0);
    const editor = await cite();
    assert.match(marked(editor), new RegExp(`Known \\[@${key}\\]\\|`));
    assert.equal(fs.readFileSync(file(), 'utf8'), whole);
    assert.equal(bibliography()?.isDirty ?? false, false);
    assert.equal(told.length, 1);
    assert.match(told[0]!, new RegExp(`${bib} is on a disk that is full; make room`));
  });

  for (const room of [0, 4096])
    it(`with room for ${room} bytes when VS Code saves: what was there is there, what was added is in the editor, and that is told`, async () => {
      fs.writeFileSync(file(), whole);
      const filling = vscode.workspace.onWillSaveTextDocument(() => fill(disk(), room));
      try {
        await cite();
      } finally {
        filling.dispose();
      }
      const document = bibliography()!;
      if (fs.readFileSync(file(), 'utf8').includes(key)) {
        assert.equal(fs.readFileSync(file(), 'utf8'), document.getText());
        assert.deepEqual([document.isDirty, told], [false, []]);
        return;
      }
      assert.equal(fs.readFileSync(file(), 'utf8'), whole);
      assert.ok(document.isDirty && document.getText().includes(key));
      assert.equal(told.length, 1);
      assert.match(told[0]!, new RegExp(`${bib} could not be saved.*Make room, then save it`));
    });

  it('takes nothing of a bibliography that is new', async () => {
    const filling = vscode.workspace.onWillCreateFiles(() => fill(disk(), 0));
    try {
      await cite();
    } finally {
      filling.dispose();
    }
    assert.ok(!fs.existsSync(file()), fs.existsSync(file()) ? fs.readFileSync(file(), 'utf8') : '');
    assert.equal(told.length, 1);
    assert.match(told[0]!, new RegExp(`${bib}`));
  });
});

function fill(disk: string, room: number): void {
  const { bavail, bsize } = fs.statfsSync(disk);
  fs.writeFileSync(path.join(disk, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - room)));
}
