import * as vscode from 'vscode';
import { notify } from './notify';

/** Registers a command. What it throws is told as text: VS Code itself would make links of what an error quotes of a file. */
export function registerCommand<Arguments extends readonly unknown[]>(
  command: string,
  run: (...args: Arguments) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (...args: unknown[]) => {
    try {
      return await run(...(args as unknown as Arguments));
    } catch (error) {
      void notify.error(error);
    }
  });
}
