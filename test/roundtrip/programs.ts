import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** False, and the test skipped, when a program is not there. In CI the test fails instead. */
export function hasPrograms(context: TestContext, ...programs: string[]): boolean {
  const missing = programs.filter(program => spawnSync(program, ['--version']).error);
  if (missing.length === 0) return true;
  const message = `${missing.join(' and ')} not found: install pandoc, texlive-latex-extra, texlive-bibtex-extra and biber`;
  if (process.env.CI) throw new Error(message);
  context.skip(message);
  return false;
}

/** What Typst's compiler finds wrong with a document of a folder; empty where it compiles. */
export function typstErrors(folder: string, file: string): string {
  const compiler = NodeCompiler.create({ workspace: folder });
  const result = compiler.compile({ mainFilePath: path.join(folder, file) });
  const diagnostics = result.hasError() ? result.takeDiagnostics() : null;
  return diagnostics ? JSON.stringify(compiler.fetchDiagnostics(diagnostics), undefined, 1) : '';
}

/** What a program printed, on both streams. */
export function run(
  folder: string,
  program: string,
  ...args: string[]
): { output: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { output: stdout + stderr, status };
}

/** A folder with these files, gone after the test. */
export function folderWith(context: TestContext, files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-roundtrip-'));
  context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}
