/** What only an extension host in Node can do, on the desktop and over SSH: there is no disk of ours on vscode.dev, and no program can be run. */
export interface NodeParts
  extends Readonly<typeof import('./replaceOnDisk')>,
    Readonly<typeof import('./readOnDisk')>,
    Pick<typeof import('./realPath'), 'realPath'>,
    Pick<typeof import('./findByTex'), 'findByTex'>,
    Pick<typeof import('./spawnNodeWorker'), 'spawnNodeWorker'> {}

let parts: Partial<NodeParts> = {};

/** What can be done here beyond what every VS Code can; empty in a browser. */
export function nodeParts(): Partial<NodeParts> {
  return parts;
}

/** From now on that can be done: the entry point of an extension in Node calls it first. */
export function runInNode(given: NodeParts): void {
  parts = given;
}
