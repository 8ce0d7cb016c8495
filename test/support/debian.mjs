// Makes sure the Debian programs a script needs are there: installs them where we may (root with apt-get), else says what to install.
import { execFileSync, spawnSync } from 'node:child_process';

const packages = {
  chromium: ['chromium'],
  'g++': ['g++', 'make', 'python3'],
  pandoc: ['pandoc'],
  pdflatex: ['texlive-latex-base', 'texlive-latex-recommended', 'texlive-latex-extra'],
  biber: ['biber', 'texlive-bibtex-extra'],
};

export const hasProgram = name =>
  spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0;

/** @param {(keyof typeof packages)[]} programs */
export function needPrograms(programs) {
  const missing = programs.filter(name => !hasProgram(name));
  if (!missing.length) return;
  const wanted = missing.flatMap(name => packages[name]);
  const command = `apt-get install -y --no-install-recommends ${wanted.join(' ')}`;
  if (process.getuid?.() !== 0 || !hasProgram('apt-get')) {
    console.error(
      `Missing: ${missing.join(', ')}. Install them and try again, on Debian:\n  sudo ${command}`,
    );
    process.exit(1);
  }
  console.log(`Installing ${wanted.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  execFileSync('sh', ['-c', `${command} -qq`], { stdio: ['ignore', 'ignore', 'inherit'], env });
}
