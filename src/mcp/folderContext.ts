import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type AgentContext,
  type AgentDocument,
  AgentError,
  type FormattedReferences,
} from '../core/agents/agentTool';
import { languageOfPath } from '../core/citing/citationLanguages';
import { findBibliographies, readingInProject } from '../core/citing/findBibliographies';
import { dialectOfPath } from '../core/citing/markdown/inline/crossReferences';
import type { FoundBibliography } from '../core/citing/project/foundBibliography';
import { bundledStyles } from '../core/display/citationStyle/bundledStyles';
import { formatBibliography } from '../core/display/citationStyle/formatBibliography';
import { applyBibliographies } from '../core/library/documents/appliedBibliographies';
import type { LibraryService } from '../core/library/libraryService';
import type { CslItem } from '../core/model/reference';
import { nodeFiles, readText, slashed } from '../node/nodeFiles';
import { type FolderSources, idOf } from './folderSources';

/** What tools work with outside of an editor: the documents and bibliographies of one folder, as they are on disk. */
export class FolderContext implements AgentContext {
  constructor(
    readonly library: LibraryService,
    private readonly sources: FolderSources,
    private readonly folder: string,
    /** The folder of the extension. */
    private readonly root: string,
  ) {}

  async openDocument(name: string | undefined): Promise<AgentDocument> {
    if (name === undefined) throw new AgentError('Say which document: give “file”, a path in the folder.');
    const file = this.fileIn(name);
    const language = languageOfPath(file);
    if (!language) throw new AgentError(`${name} is no Markdown, LaTeX or Typst document.`);
    const text = readText(file);
    if (text === undefined) throw new AgentError(`There is no file ${name} in ${this.folder}.`);
    const found = await findBibliographies(
      { path: slashed(file), text, language: language.id },
      nodeFiles(),
      {
        workspaceRoot: slashed(this.folder),
      },
    );
    const there = found.bibliographies.filter(({ exists }) => exists);
    const read = new Set(await this.sources.readDeclared(there.map(one => one.path)));
    const sourceOf = (one: FoundBibliography) => (read.has(idOf(one.path)) ? idOf(one.path) : undefined);
    const applied = applyBibliographies(slashed(file), found, sourceOf);
    return {
      path: this.shown(file),
      text,
      citations: language.read(text, {
        dialect: dialectOfPath(file),
        ...readingInProject(found),
      }),
      sources: applied.sources,
      applied,
    };
  }

  pathOf(sourceId: string): string | undefined {
    if (!sourceId.startsWith('file:')) return undefined;
    return this.shown(fileURLToPath(sourceId));
  }

  async format(items: readonly CslItem[], style = 'apa'): Promise<FormattedReferences> {
    const bundled = bundledStyles.find(({ id }) => id === style);
    const file = bundled ? path.join(this.root, 'dist/styles', `${style}.csl`) : this.styleFile(style);
    const text = readText(file);
    const names = bundledStyles.map(({ id }) => id).join(', ');
    if (text === undefined)
      throw new AgentError(
        `There is no citation style “${style}”. Known are ${names}, and .csl files in the folder.`,
      );
    const { entries, problem } = formatBibliography(items, {
      style: text,
      localeText: language => readText(path.join(this.root, 'dist/styles', `locales-${language}.xml`)) ?? '',
      output: 'text',
    });
    return { style: bundled?.label ?? style, entries, ...(problem && { problem }) };
  }

  /** As tools name it: by its path in the folder. */
  private shown(file: string): string {
    return path.relative(this.folder, file).replaceAll('\\', '/');
  }

  private styleFile(style: string): string {
    if (!/\.csl$/i.test(style)) return '';
    return this.fileIn(style);
  }

  /** A file by its path in the folder; one outside of it is none of an agent's business. */
  private fileIn(name: string): string {
    const file = path.resolve(this.folder, name);
    const inside = (at: string, top: string) => at === top || at.startsWith(top + path.sep);
    const real = fs.existsSync(file) ? fs.realpathSync(file) : file;
    if (!inside(file, this.folder) && !inside(real, this.folder))
      throw new AgentError(`${name} lies outside the folder ${this.folder}.`);
    if (fs.existsSync(file) && !inside(real, fs.realpathSync(this.folder)))
      throw new AgentError(`${name} leads outside the folder ${this.folder}.`);
    return file;
  }
}
