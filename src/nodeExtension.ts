// The entry point on the desktop and over SSH: the same script as in a browser, and what only Node can do.
import { runInNode } from './extension';
import { allNodeParts } from './vscode/node/allNodeParts';

runInNode(allNodeParts);

export { activate } from './extension';
