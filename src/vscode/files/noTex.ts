/** On vscode.dev no program can be asked. */
export const findByTex: typeof import('./findByTex').findByTex | undefined = undefined;
