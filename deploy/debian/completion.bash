# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
# Completion for bash. Commands and flags come from `todod --help` itself, so they are those of the binary that is there.

_todod() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} help
  COMPREPLY=()
  case $before in
    --*-file | --data-dir)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
      return
      ;;
    --log-level)
      mapfile -t COMPREPLY < <(compgen -W "debug info warn error off" -- "$word")
      return
      ;;
    --log-format)
      mapfile -t COMPREPLY < <(compgen -W "text json" -- "$word")
      return
      ;;
  esac
  help=$("${COMP_WORDS[0]}" --help 2>/dev/null) || return
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(grep -oE -- '--[a-z][a-z-]*' <<<"$help" | sort -u)" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -W "$(sed -nE '/^Commands:/,/^$/ s/^  ([a-z]+).*/\1/p' <<<"$help")" -- "$word")
  fi
}
complete -F _todod todod
