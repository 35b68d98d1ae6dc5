/** A folder of a user of the package, where the blocks of the README run against a local SES. */

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Ran, root, run } from '../program.ts';
import { type SesEndpoint, startSesEndpoint } from '../ses-endpoint.ts';
import type { Block } from './blocks.ts';

export interface Workshop {
  readonly requests: SesEndpoint['requests'];
  /** Runs a `ts` or `sh` block with the root of the project as its folder. */
  readonly run: (block: Block) => Promise<Ran>;
  /** What the compiler says of `ts` blocks under the project's own flags; empty if nothing. */
  readonly typeErrors: (blocks: readonly Block[]) => Promise<string>;
  readonly close: () => Promise<void>;
}

const NO_DNS = new URL('./no-dns.ts', import.meta.url).href;

/** Opens a workshop; its owner closes it. */
export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'mimewright-readme-'));
  const endpoint = await startSesEndpoint();
  await furnish(folder);
  const env = environment(folder, endpoint.url);
  return {
    requests: endpoint.requests,
    async run(block) {
      if (block.kind === 'sh') return run('bash', ['-e', '-c', block.text], { env });
      const imports = ['--import', 'tsx', '--import', NO_DNS];
      return run(process.execPath, [...imports, await written(folder, block)], { env });
    },
    async typeErrors(blocks) {
      for (const block of blocks) await written(folder, block);
      return (await run(join(root, 'node_modules/.bin/tsc'), ['-p', folder])).stdout;
    },
    async close() {
      await endpoint.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** What a user's folder holds: a manifest, the compiler's flags, packages, the program. */
async function furnish(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '.bin'), { recursive: true });
  await symlink(root, join(modules, 'mimewright'));
  for (const name of ['@aws-sdk', '@types', 'nodemailer']) {
    await symlink(join(root, 'node_modules', name), join(modules, name));
  }
  const program = `#!/bin/sh\nexec node '${join(root, 'dist/cli/bin.js')}' "$@"\n`;
  await writeFile(join(modules, '.bin/mimewright'), program, { mode: 0o755 });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(compilerConfig));
}

const compilerConfig = {
  extends: join(root, 'tsconfig.json'),
  compilerOptions: {
    rootDir: '.',
    noEmit: true,
    declaration: false,
    declarationMap: false,
    isolatedDeclarations: false,
    skipLibCheck: true, // of the AWS SDK; spec/package.spec.ts checks ours
  },
  include: ['*.ts'],
};

function environment(folder: string, url: string): NodeJS.ProcessEnv {
  return {
    PATH: [join(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

async function written(folder: string, { line, text }: Block): Promise<string> {
  const file = join(folder, `line-${line}.ts`);
  await writeFile(file, text);
  return file;
}
