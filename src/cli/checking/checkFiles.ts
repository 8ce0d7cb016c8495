import fs from 'node:fs';
import path from 'node:path';
import { languageOfPath } from '../../core/citing/citationLanguages';
import { dialectOfPath } from '../../core/citing/markdown/inline/crossReferences';
import { findProject } from '../../core/citing/markdown/myst/mystProject';
import { notebookCells, placedCells } from '../../core/citing/notebook/notebook';
import { isGenerated } from '../../core/citing/project/generatedFile';
import { citationProblemText } from '../../core/display/citationProblemText';
import { type CheckedDocument, ProjectChecker } from '../../core/library/documents/projectChecker';
import type { CitationProblem } from '../../core/model/citationProblem';
import { errorMessage } from '../../core/util/errorMessage';
import { TextLines } from '../../core/util/lines/lineIndex';
import { nodeFiles, readText, slashed } from '../../node/nodeFiles';
import type { FilesFound } from './filesToCheck';
import { settingPath, WorkspaceSettings } from './workspaceSettings';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One line of the answer. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Reported {
  /** Absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Of a notebook, from 1; lines count from its first. */
  readonly cell?: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly key?: string;
}

const settingOf: Readonly<Record<CitationProblem['code'], string>> = {
  'undefined-key': 'diagnostics.undefinedKey',
  'missing-bibliography': 'diagnostics.missingBibliography',
  'unreadable-bibliography': 'diagnostics.missingBibliography',
  'duplicate-key': 'diagnostics.duplicateKey',
};

/** A workspace: its settings, and what checks the documents in it. */
interface Workspace {
  readonly settings: WorkspaceSettings;
  /** Its folder, where one is open. */
  readonly top: string | undefined;
  readonly checker: ProjectChecker;
}

/** Checks documents, the bibliographies that apply to them, and further bibliographies. In the order of files and lines. */
export async function checkFiles({
  documents,
  bibliographies,
  named,
  folders,
}: FilesFound): Promise<Reported[]> {
  const files = nodeFiles();
  const workspaces = new Map<string, Workspace>();
  const workspaceOf = (file: string): Workspace => {
    const open = workspaceFolder(path.dirname(file), folders);
    const folder = open ?? path.dirname(file);
    let workspace = workspaces.get(folder);
    if (!workspace) {
      const settings = WorkspaceSettings.of(folder);
      const top = open === undefined ? undefined : slashed(open);
      const defaults = settings.texts('bibliographies.default').map(one => settingPath(one, folder));
      const options = {
        ...(top !== undefined && { workspaceRoot: top }),
        defaultBibliographies: defaults,
      };
      workspace = { settings, top, checker: new ProjectChecker(files, options) };
      workspaces.set(folder, workspace);
    }
    return workspace;
  };
  const reported: Reported[] = [];
  const ofBibliographies = new Map(bibliographies.map(file => [slashed(file), workspaceOf(file)]));
  const checkDocument = async (file: string, workspace: Workspace): Promise<Reported[]> => {
    const notebook = /\.ipynb$/i.test(file)
      ? readNotebook(readText(file) ?? '', await findProject(slashed(file), files, workspace.top))
      : undefined;
    if (notebook === 'unreadable') return [unreadable(file, noNotebook)];
    const text = notebook?.text ?? readText(file) ?? '';
    if (!named.has(file) && (await isGenerated(slashed(file), text, files, workspace.top))) return [];
    const language = notebook ? 'markdown' : languageOfPath(file)!.id;
    const latexCommands = workspace.settings.texts('latex.citationCommands');
    const reading = { dialect: dialectOfPath(file), latexCommands };
    const placeholders = workspace.settings.texts('placeholders');
    const checked = await workspace.checker.check(slashed(file), text, language, reading, placeholders);
    if (checked.found.isNotRendered && !named.has(file)) return [];
    for (const path of checked.bibliographies)
      if (!ofBibliographies.has(path)) ofBibliographies.set(path, workspace);
    const inDocument = ofDocument(file, text, checked, workspace.settings);
    return notebook ? inDocument.map(one => inCell(one, slashed(file), notebook)) : inDocument;
  };
  for (const file of documents) {
    const workspace = workspaceOf(file);
    try {
      reported.push(...(await checkDocument(file, workspace)));
    } catch (error) {
      // One that cannot be read is told, and costs no other.
      reported.push(unreadable(file, errorMessage(error)));
    }
  }
  for (const [file, { checker }] of ofBibliographies) reported.push(...(await ofBibliography(file, checker)));
  return unique(reported).sort(byPlace);
}

/**
 * The folder that an editor would have open: the nearest that is a repository or has settings; else the current one, or one that was
 * named, where the file is in it. `undefined` where nothing tells, for a single file somewhere else.
 */
function workspaceFolder(folder: string, named: readonly string[]): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (['.git', '.vscode'].some(name => fs.existsSync(path.join(at, name)))) return at;
    if (path.dirname(at) === at) break;
  }
  return [process.cwd(), ...named].find(open => !path.relative(open, path.resolve(folder)).startsWith('..'));
}

function ofDocument(
  file: string,
  text: string,
  { problems, inProjectFiles }: CheckedDocument,
  settings: WorkspaceSettings,
): Reported[] {
  const texts = new Map([[slashed(file), text]]);
  const here = problems.map(problem => ({ file: slashed(file), problem }));
  return [...here, ...inProjectFiles].flatMap(({ file: declaredIn, problem }): Reported[] => {
    const severity = settings.text(settingOf[problem.code], 'warning');
    if (!isSeverity(severity)) return [];
    if (!texts.has(declaredIn)) texts.set(declaredIn, readText(declaredIn) ?? '');
    const { line, character } = new TextLines(texts.get(declaredIn)!).positionAt(problem.start);
    return [
      {
        file: declaredIn,
        line: line + 1,
        column: character + 1,
        severity: problem.isInformation && severity !== 'hint' ? 'information' : severity,
        code: problem.code,
        message: citationProblemText(problem),
        ...('key' in problem && { key: problem.key }),
      },
    ];
  });
}

async function ofBibliography(file: string, checker: ProjectChecker): Promise<Reported[]> {
  const { problems, message } = await checker.bibliography(file);
  if (message !== undefined)
    return [{ file, line: 1, column: 1, severity: 'error', code: 'unreadable-bibliography', message }];
  if (problems.length === 0) return [];
  const lines = new TextLines(readText(file) ?? '');
  return problems.map(({ line, start, severity, message, code, key }) => ({
    file,
    line: line + 1,
    column: Math.max(0, start - lines.startOf(line)) + 1,
    severity,
    code,
    message,
    ...(key !== undefined && { key }),
  }));
}

/** A notebook as one text, with the place of each of its cells. */
type Notebook = ReturnType<typeof placedCells>;

function readNotebook(
  json: string,
  { myst }: Awaited<ReturnType<typeof findProject>>,
): Notebook | 'unreadable' {
  const cells = notebookCells(json);
  return cells ? placedCells(cells, { isMyst: myst !== undefined }) : 'unreadable';
}

const noNotebook =
  'This is no notebook that can be read: it is not JSON, or has no cells. Save it again from the program that made it.';

function unreadable(file: string, message: string): Reported {
  return { file, line: 1, column: 1, severity: 'error', code: 'unreadable-document', message };
}

/** What is said of a place in the text of a notebook, as of one in its cell. */
function inCell(one: Reported, file: string, { text, places }: Notebook): Reported {
  if (one.file !== file) return one;
  const lines = new TextLines(text);
  const offset = lines.startOf(one.line - 1) + one.column - 1;
  const cell = places.findLast(({ start }) => start <= offset);
  if (!cell) return one;
  const first = lines.positionAt(cell.start).line;
  return { ...one, cell: cell.index + 1, line: one.line - first };
}

function isSeverity(value: string): value is Severity {
  return value === 'error' || value === 'warning' || value === 'information' || value === 'hint';
}

/** Two documents of a project say the same of a bibliography that their project file names. */
function unique(reported: readonly Reported[]): Reported[] {
  return [...new Map(reported.map(one => [JSON.stringify(one), one])).values()];
}

function byPlace(a: Reported, b: Reported): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.cell ?? 0) - (b.cell ?? 0) || a.line - b.line || a.column - b.column;
}
