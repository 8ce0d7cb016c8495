import { findByTex } from './findByTex';
import type { NodeParts } from './nodeParts';
import * as readOnDisk from './readOnDisk';
import { realPath } from './realPath';
import * as replaceOnDisk from './replaceOnDisk';
import { spawnNodeWorker } from './spawnNodeWorker';

export const allNodeParts: NodeParts = {
  ...replaceOnDisk,
  ...readOnDisk,
  realPath,
  findByTex,
  spawnNodeWorker,
};
