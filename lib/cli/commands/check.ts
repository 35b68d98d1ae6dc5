/** `mimewright check`: preflight of messages in files. */

import { parseArgs } from 'node:util';
import { type PreflightOptions, preflight } from '../../index.ts';
import { type NamedReport, renderJson, renderText } from '../../report.ts';
import { oneOf, PROFILES } from '../choice.ts';
import { causeOf } from '../complaint.ts';
import { CLEAN, FAILURE, FINDINGS } from '../exit-status.ts';
import { inputName, readMessage, STREAM } from '../files.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

type Format = 'text' | 'json';
const FORMATS: Readonly<Record<Format, (reports: readonly NamedReport[]) => string>> = {
  text: renderText,
  json: renderJson,
};

/** Checks each file; one that cannot be read does not keep the others from being checked. */
export async function check(args: readonly string[], io: Io): Promise<number> {
  const { files, render, options } = parse(args);
  const reports: NamedReport[] = [];
  for (const file of files) {
    const octets = await readMessage(file, io);
    if (octets === undefined) continue;
    reports.push({ name: inputName(file), report: preflight(octets, options) });
  }
  io.writeOut(render(reports));
  if (reports.length < files.length) return FAILURE;
  return reports.every(({ report }) => report.ok) ? CLEAN : FINDINGS;
}

interface Request {
  readonly files: readonly string[];
  readonly render: (reports: readonly NamedReport[]) => string;
  readonly options: PreflightOptions;
}

function parse(args: readonly string[]): Request {
  const { values, positionals } = parseCheckArgs(args);
  if (positionals.length === 0) throw new UsageError('no file to check');
  if (positionals.filter((file) => file === STREAM).length > 1) {
    throw new UsageError('standard input is named twice');
  }
  const { format = 'text', profile = 'ses-v1', destination, template } = values;
  return {
    files: positionals,
    render: oneOf('--format', format, FORMATS),
    options: {
      profile: oneOf('--profile', profile, PROFILES),
      ...(destination !== undefined && { destinations: destination }),
      ...(template !== undefined && { template }),
    },
  };
}

interface CheckArgs {
  readonly values: {
    readonly format?: string | undefined;
    readonly profile?: string | undefined;
    readonly destination?: string[] | undefined;
    readonly template?: boolean | undefined;
  };
  readonly positionals: string[];
}

function parseCheckArgs(args: readonly string[]): CheckArgs {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', short: 'f' },
        profile: { type: 'string' },
        destination: { type: 'string', multiple: true },
        template: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(causeOf(error));
  }
}
