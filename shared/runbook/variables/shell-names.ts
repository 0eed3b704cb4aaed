/** Names that every shell sets itself, or the session that it runs in (POSIX, 8.3; bash, "Shell Variables"). */
const SET_BY_THE_SHELL = new Set(
  [
    'HOME PATH USER LOGNAME PWD OLDPWD HOSTNAME SHELL UID EUID PPID SHLVL TERM LANG TZ TMPDIR EDITOR VISUAL PAGER DISPLAY IFS PS1 PS2',
    'RANDOM SECONDS LINENO REPLY OPTARG OPTIND FUNCNAME PIPESTATUS HOSTTYPE OSTYPE MACHTYPE EPOCHSECONDS COLUMNS LINES MAIL',
  ]
    .join(' ')
    .split(' '),
)

/** Whether a shell knows this name by itself; `__interval` and its like are Grafana's. */
export const isSetByTheShell = (name: string): boolean =>
  SET_BY_THE_SHELL.has(name) || /^(?:__|_$|LC_|BASH|XDG_|SSH_|SUDO_)/.test(name)
