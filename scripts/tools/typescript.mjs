import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';

/** Lets this process import TypeScript files, with the alias `@/` and with `server-only` as an empty module. */
export async function loadTypeScript() {
  process.env.TSX_TSCONFIG_PATH = inProject('scripts', 'tsconfig.json');
  const { register } = await import('tsx/esm/api');
  register();
}

/** Imports a project file, given by its path from the project folder. */
export function importProjectFile(path) {
  return import(pathToFileURL(inProject(path)).href);
}
