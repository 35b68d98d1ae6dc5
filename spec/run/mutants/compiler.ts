/** TypeScript's own parser and checker, as its process answers them; the interface is not yet stable. */

import { resolve } from 'node:path';
import type { SourceFile } from 'typescript/unstable/ast';
import { API, type Program } from 'typescript/unstable/sync';
import type { Source } from '../../support/house/source.ts';

export class Compiler {
  readonly #api: API;
  readonly #root: string;
  /** What the files hold, by absolute path; others are read from disk. */
  readonly #texts: Map<string, string>;

  /**
   * @param root The folder of a `tsconfig.json`.
   * @param sources Files as they were read at one time, whatever becomes of them on disk.
   */
  constructor(root: string, sources: readonly Source[]) {
    this.#root = root;
    this.#texts = new Map(sources.map(({ path, text }) => [resolve(root, path), text]));
    this.#api = new API({ cwd: root, fs: { readFile: (path) => this.#texts.get(path) } });
  }

  /** @throws {Error} where the project has no such file. */
  syntaxOf(path: string): SourceFile {
    const file = this.#program([]).getSourceFile(resolve(this.#root, path));
    if (file === undefined) throw new Error(`${path}: no file of the project`);
    return file;
  }

  /** Whether this text of the file parses and has no type error; what is unused is no error here. */
  accepts(path: string, text: string): boolean {
    const file = resolve(this.#root, path);
    const kept = this.#texts.get(file);
    const program = this.#with(file, text);
    const faults = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ].filter(({ reportsUnnecessary = false }) => !reportsUnnecessary);
    if (kept !== undefined) this.#with(file, kept);
    return faults.length === 0;
  }

  close(): void {
    this.#api.close();
  }

  #with(file: string, text: string): Program {
    this.#texts.set(file, text);
    return this.#program([file]);
  }

  #program(changed: string[]): Program {
    const config = resolve(this.#root, 'tsconfig.json');
    const snapshot = this.#api.updateSnapshot({ openProjects: [config], fileChanges: { changed } });
    const project = snapshot.getProject(config);
    if (project === undefined) throw new Error(`${config}: no project`);
    return project.program;
  }
}
