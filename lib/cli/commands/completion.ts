/** `mimewright completion`: a script that completes commands and options in a shell. */

import { oneOf } from '../choice.ts';
import type { Command } from '../command.ts';
import { CLEAN } from '../exit-status.ts';
import { UsageError } from '../usage-error.ts';

/** Made of the other commands and itself, so that none is forgotten. */
export function completionCommand(commands: readonly Command[]): Command {
  const scripts = { bash, zsh, fish };
  const own: Command = {
    name: 'completion',
    summary: 'write a script that completes commands and options',
    usage: 'bash|zsh|fish',
    about: ['Source it where your shell starts, or put it where it looks for completions.'],
    options: [],
    examples: [
      [
        'mimewright completion bash > ~/.local/share/bash-completion/completions/mimewright',
        'for bash',
      ],
    ],
    statuses: [
      [0, 'the script was written'],
      [2, 'bad usage'],
    ],
    run: async ({ operands }, io) => {
      const [shell] = operands;
      if (shell === undefined) throw new UsageError('completion takes bash, zsh or fish');
      await io.writeOut(oneOf('completion', shell, scripts)([...commands, own]));
      return CLEAN;
    },
  };
  return own;
}

function namesOf({ options }: Command): string {
  return [...options.map(({ name }) => `--${name}`), '--help'].join(' ');
}

function bash(commands: readonly Command[]): string {
  const cases = commands.map((command) => `    ${command.name}) words='${namesOf(command)}' ;;`);
  return `_mimewright() {
  local word=\${COMP_WORDS[COMP_CWORD]} words='${commands.map(({ name }) => name).join(' ')} --help --version'
  if [ "$COMP_CWORD" -gt 1 ]; then
    words=
    case \${COMP_WORDS[1]} in
${cases.join('\n').replaceAll('    ', '      ')}
    esac
  fi
  COMPREPLY=()
  case $word in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) [ "$COMP_CWORD" -gt 1 ] || COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
  esac
}
complete -o default -F _mimewright mimewright
`;
}

function zsh(commands: readonly Command[]): string {
  const described = commands.map(({ name, summary }) => `    '${name}:${quotedText(summary)}'`);
  const cases = commands.map(
    ({ name, options }) =>
      `    ${name}) _arguments ${options.map((option) => `'--${option.name}[${quotedText(option.help)}]'`).join(' ')} '*:file:_files' ;;`,
  );
  return `#compdef mimewright
local -a commands
commands=(
${described.join('\n')}
)
if (( CURRENT == 2 )); then
  _describe command commands
else
  case $words[2] in
${cases.join('\n')}
  esac
fi
`;
}

/** Within single quotes and brackets of zsh. */
function quotedText(text: string): string {
  return text.replace(/[[\]:']/g, ' ');
}

function fish(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return commands
    .flatMap(({ name, summary, options }) => [
      `complete -c mimewright -n 'not __fish_seen_subcommand_from ${names}' -a ${name} -d '${quotedText(summary)}'`,
      ...options.map(
        (option) =>
          `complete -c mimewright -n '__fish_seen_subcommand_from ${name}' -l ${option.name}${option.value === undefined ? '' : ' -r'} -d '${quotedText(option.help)}'`,
      ),
    ])
    .map((line) => `${line}\n`)
    .join('');
}
