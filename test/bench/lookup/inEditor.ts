import { writeFileSync } from 'node:fs';
import http from 'node:http';
import * as vscode from 'vscode';
import { measureBlocks } from '../../host/threadBlocks';
import { listening } from '../../support/listening';

/** A host that works no longer than this at a time has nothing to do, in milliseconds. */
const restingBlock = 15;

/**
 * What the extension host of a window runs: looks up and cites works of a catalog on this machine, one after the other, and writes to
 * LITERATURE_RESULT how long each took beyond the catalog's own time, and the longest block of the host's thread meanwhile. Milliseconds.
 */
export async function run(): Promise<void> {
  const works = Number(process.env.LITERATURE_WORKS);
  const { base, close, served } = await catalog(Number(process.env.LITERATURE_DELAY));
  await vscode.extensions.getExtension('literature-lookup.literature-lookup')!.activate();
  const configuration = vscode.workspace.getConfiguration('literature');
  for (const [name, value] of [
    ['catalogs.endpoints', { crossref: base }],
    ['catalogs.services', ['crossref']],
  ] as const)
    await configuration.update(name, value, vscode.ConfigurationTarget.Global);
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'paper.md');
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  await atRest();
  const rounds: { beyond: number; bare: number; block: number }[] = [];
  // The first also starts what later ones find running.
  for (let at = 0; at <= works; at++) {
    const end = document.lineAt(document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    const before = served.time;
    const blocks = measureBlocks();
    const cited = citedIn(document, at + 1);
    const start = performance.now();
    const running = vscode.commands.executeCommand('literature.addByIdentifier', `10.1000/river.${at}`);
    const took = (await cited) - start;
    await running;
    const block = blocks.end();
    // Nobody cites the next paper while the library still reads the entry of the last.
    await pause(1500);
    rounds.push({ beyond: took - (served.time - before), bare: await bareEdit(document), block });
    await pause(500);
  }
  close();
  writeFileSync(
    process.env.LITERATURE_RESULT!,
    JSON.stringify({ first: rounds[0], rounds: rounds.slice(1) }),
  );
}

/** Until the window has started what it starts by itself: so long nobody looks papers up. */
async function atRest(): Promise<void> {
  // Only then the extension gets the first request ready.
  await pause(8000);
  for (let longest = Number.POSITIVE_INFINITY, tries = 0; longest > restingBlock && tries < 20; tries++) {
    const blocks = measureBlocks();
    await pause(3000);
    longest = blocks.end();
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** What VS Code itself takes for an edit of the document: until it says that it is made. */
async function bareEdit(document: vscode.TextDocument): Promise<number> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, ' and');
  const changed = new Promise<number>(resolve => {
    const listening = vscode.workspace.onDidChangeTextDocument(change => {
      if (change.document !== document || !change.contentChanges.length) return;
      listening.dispose();
      resolve(performance.now());
    });
  });
  const start = performance.now();
  await vscode.workspace.applyEdit(edit);
  return (await changed) - start;
}

/** When so many works are cited in a document. */
function citedIn(document: vscode.TextDocument, count: number): Promise<number> {
  return new Promise(resolve => {
    const listening = vscode.workspace.onDidChangeTextDocument(() => {
      if (document.getText().match(/@roe2020/g)?.length !== count) return;
      listening.dispose();
      resolve(performance.now());
    });
  });
}

/** Crossref for these works, which takes its time; `served.time` is how much it took from request to answer, in all. */
async function catalog(delay: number) {
  const served = { time: 0 };
  const server = http.createServer((request, response) => {
    const arrived = performance.now();
    const doi = /river\.\d+/.exec(request.url ?? '')![0];
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: work(doi) }), () => {
        served.time += performance.now() - arrived;
      });
    }, delay);
  });
  return { served, ...(await listening(server)) };
}

/** As long as Crossref's records are, with their references. */
function work(name: string): object {
  return {
    DOI: `10.1000/${name}`,
    type: 'journal-article',
    title: [`Rivers of <i>glass</i>, part ${name}`],
    author: Array.from({ length: 12 }, (_, at) => ({ given: `Ann ${at}`, family: at ? 'Doe' : 'Roe' })),
    'container-title': ['Journal of Rivers'],
    issued: { 'date-parts': [[2020, 5]] },
    volume: '12',
    page: '45-67',
    abstract: `<jats:p>${'Rivers flow over glass. '.repeat(60)}</jats:p>`,
    reference: Array.from({ length: 60 }, (_, at) => ({
      key: `ref${at}`,
      unstructured: `Doe, B. (2001). On the ${at}th river. Journal of Rivers 3, 1-10.`,
    })),
  };
}
