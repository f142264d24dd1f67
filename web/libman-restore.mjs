// Restores the client libraries that a LibMan manifest lists, where LibMan itself is not at hand: each package's
// tarball through npm, checked against libman.lock.json, the listed files copied. Usage:
//   node web/libman-restore.mjs [MANIFEST] [--update-lock]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const updateLock = process.argv.includes('--update-lock');
const manifestPath = resolve(process.argv.slice(2).find(a => !a.startsWith('--')) ?? 'web/libman.json');
const root = dirname(manifestPath);
const lockPath = manifestPath.replace(/\.json$/, '.lock.json');
const markPath = join(root, 'lib', '.restored');
const cache = join(process.env.COVERAGE_HOME ?? join(homedir(), '.cache', 'coverage-gis'), 'npm');

const manifestText = readFileSync(manifestPath, 'utf8');
const lockText = existsSync(lockPath) ? readFileSync(lockPath, 'utf8') : '{}';
const lock = JSON.parse(lockText);
const mark = createHash('sha256').update(manifestText).update(lockText).digest('hex');

if (!updateLock && existsSync(markPath) && readFileSync(markPath, 'utf8') === mark) process.exit(0);

mkdirSync(cache, { recursive: true });
rmSync(join(root, 'lib'), { recursive: true, force: true });
for (const entry of JSON.parse(manifestText).libraries) restore(entry);
if (updateLock) writeFileSync(lockPath, JSON.stringify(lock, null, 2) + '\n');
else writeFileSync(markPath, mark);

function restore({ library, files, destination }) {
  const tarball = fetchTarball(library);
  check(library, tarball);
  const unpacked = mkdtempSync(join(cache, 'unpacked-'));
  execFileSync('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1', '--no-same-owner']);
  for (const file of files ?? readdirSync(unpacked)) {
    const source = join(unpacked, file);
    if (!existsSync(source)) fail(`${library} has no file ${file}; correct ${manifestPath}`);
    cpSync(source, join(root, destination, file), { recursive: true });
  }
  rmSync(unpacked, { recursive: true });
}

function fetchTarball(library) {
  const path = join(cache, library.replaceAll('/', '-') + '.tgz');
  if (existsSync(path) && lock[library] === integrity(path)) return path;
  process.stderr.write(`Fetching ${library}\n`);
  const folder = mkdtempSync(join(cache, 'packed-'));
  try {
    execFileSync('npm', ['pack', library, '--silent', '--pack-destination', folder], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (failure) {
    fail(`${library} could not be fetched with npm: ${String(failure.stderr ?? failure.message).trim().split('\n').pop()}`);
  }
  cpSync(join(folder, readdirSync(folder)[0]), path);
  rmSync(folder, { recursive: true });
  return path;
}

function check(library, tarball) {
  const found = integrity(tarball);
  if (updateLock) lock[library] = found;
  else if (lock[library] !== found)
    fail(`${library} is not what ${lockPath} expects (${lock[library] ?? 'no entry'}); it was not used`);
}

function integrity(path) {
  return 'sha512-' + createHash('sha512').update(readFileSync(path)).digest('base64');
}

function fail(message) {
  process.stderr.write(message + '\n');
  process.exit(3);
}
