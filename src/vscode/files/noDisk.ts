/** On vscode.dev there is no disk of ours to write to. */
export const replaceOnDisk: typeof import('./replaceOnDisk').replaceOnDisk | undefined = undefined;
export const removeAbandoned: typeof import('./replaceOnDisk').removeAbandoned | undefined = undefined;
export const roomFor: typeof import('./replaceOnDisk').roomFor | undefined = undefined;
export const realPath: typeof import('./realPath').realPath | undefined = undefined;
