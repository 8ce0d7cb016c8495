/** On vscode.dev there is no disk of ours. */
export const replaceOnDisk: typeof import('./replaceOnDisk').replaceOnDisk | undefined = undefined;
export const removeAbandoned: typeof import('./replaceOnDisk').removeAbandoned | undefined = undefined;
export const roomFor: typeof import('./replaceOnDisk').roomFor | undefined = undefined;
export const realPath: typeof import('./realPath').realPath | undefined = undefined;
export const statOnDisk: typeof import('./readOnDisk').statOnDisk | undefined = undefined;
export const readOnDisk: typeof import('./readOnDisk').readOnDisk | undefined = undefined;
export const listOnDisk: typeof import('./readOnDisk').listOnDisk | undefined = undefined;
