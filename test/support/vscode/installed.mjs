// Our extension as a writer gets it: packaged, and installed from the package.
import fs from 'node:fs';
import path from 'node:path';
import { packageVsix, vsix } from '../package.mjs';
import { installVsix } from './server.mjs';
import { root } from './setup.mjs';

/** Packages our extension and installs it into a folder that is made anew, its path from the root of the project; gives the whole path. */
export function installPackaged(folder) {
  const extensions = path.join(root, folder);
  fs.rmSync(extensions, { recursive: true, force: true });
  packageVsix();
  return installVsix(vsix, extensions);
}
