// Prints how the code hangs together: `npm run -s structure`. What must hold of it is in test/unit/architecture.test.ts.
import path from 'node:path';
import { arrowsBetweenRooms, circles, filesByFolder, importGraph } from './importGraph';

const foldersShown = 15;

const graph = importGraph(path.join(process.env.LITERATURE_ROOT ?? process.cwd(), 'src'));

const arrows = arrowsBetweenRooms(graph);
const total = [...arrows.values()].reduce((sum, targets) => sum + targets.size, 0);
console.log(`${arrows.size} rooms of the core, ${total} arrows between them`);
for (const [room, targets] of arrows) {
  const to = [...targets]
    .sort((a, b) => b[1] - a[1])
    .map(([target, imports]) => `${target.slice(5)} ${imports}`);
  console.log(`  ${room.slice(5)} → ${to.join(', ') || 'none'}`);
}

print('circles of files', circles(graph));
print('circles of files with imports of types counted', circles(graph, true));

console.log(`\nThe fullest of ${filesByFolder(graph).length} folders, ${graph.size} files in all`);
for (const [folder, files] of filesByFolder(graph).slice(0, foldersShown))
  console.log(`  ${String(files).padStart(3)} ${folder}`);

function print(name: string, found: readonly string[][]): void {
  console.log(`\n${found.length} ${name}`);
  for (const circle of found) console.log(`  ${circle.join(', ')}`);
}
