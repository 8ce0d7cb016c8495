// npm run -s check -- [--json] [FILE|FOLDER…]
// Says of documents and bibliographies what the editor's Problems panel would say, one line each: `file:line:column: message`. Ends with 1
// when there is a warning or an error, with 2 when it could not run.
import path from 'node:path';
import { errorMessage } from '../core/util/errorMessage';
import { checkFiles, type Reported } from './checking/checkFiles';
import { CliError } from './checking/cliError';
import { findFilesToCheck } from './checking/filesToCheck';
import { readArguments } from './readArguments';

const usage = 'check -- [--json] [FILE|FOLDER…]';
const { values, positionals } = readArguments(usage, {
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});

void check().catch(error => {
  console.error(error instanceof CliError ? error.message : errorMessage(error));
  process.exitCode = 2;
});

async function check(): Promise<void> {
  const reported = await checkFiles(findFilesToCheck(positionals.length ? positionals : ['.']));
  const lines = reported.map(values.json ? asJson : asText);
  if (lines.length) process.stdout.write(`${lines.join('\n')}\n`);
  const isWrong = reported.some(({ severity }) => severity === 'error' || severity === 'warning');
  process.exitCode = isWrong ? 1 : 0;
}

function asText({ file, line, column, cell, message }: Reported): string {
  const inCell = cell === undefined ? '' : `cell ${cell}: `;
  return `${fromHere(file)}:${line}:${column}: ${inCell}${message}`;
}

function asJson({ file, ...others }: Reported): string {
  return JSON.stringify({ file: fromHere(file), ...others });
}

/** Relative to the current folder. */
function fromHere(file: string): string {
  return path.relative(process.cwd(), file).replaceAll('\\', '/');
}
