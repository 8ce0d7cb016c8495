import fs from 'node:fs';
import path from 'node:path';
import { slashed } from '../../node/nodeFiles';
import { CliError } from './cliError';

/** The settings of a workspace, by their names: what `.vscode/settings.json` says, and else what `package.json` has as default. */
export class WorkspaceSettings {
  private constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  /** Of a folder that is opened as a workspace. */
  static of(folder: string): WorkspaceSettings {
    const file = path.join(folder, '.vscode', 'settings.json');
    if (!fs.existsSync(file)) return new WorkspaceSettings({});
    try {
      return new WorkspaceSettings(JSON.parse(withoutComments(fs.readFileSync(file, 'utf8'))));
    } catch (error) {
      throw new CliError(`${file} is no JSON: ${error instanceof Error ? error.message : error}`);
    }
  }

  text(name: string, otherwise: string): string {
    const value = this.values[`literature.${name}`];
    return typeof value === 'string' ? value : otherwise;
  }

  texts(name: string): readonly string[] {
    const value = this.values[`literature.${name}`];
    return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
  }
}

/** A path of the settings: absolute, below `~` or `${workspaceFolder}`, or relative to the folder. */
export function settingPath(written: string, folder: string): string {
  const home = process.env.HOME ?? process.env.USERPROFILE ?? '';
  const whole = written.replace(/^~(?=[\\/])/, home).replaceAll(/\$\{workspaceFolder\}/g, folder);
  return slashed(path.resolve(folder, whole));
}

const commentOrString = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const lastCommaOrString = /"(?:[^"\\\n]|\\.)*"?|,(?=\s*[\]}])/g;

/** JSON with comments and commas at the end of lists, as VS Code writes its settings, as JSON. */
export function withoutComments(text: string): string {
  const keepString = (token: string) => (token[0] === '"' ? token : '');
  // Comments first: what looks for commas need not look through them, which takes time without end where slashes stand in rows.
  const bare = text.replace(/^\ufeff/, '').replace(commentOrString, keepString);
  return bare.replace(lastCommaOrString, keepString);
}
