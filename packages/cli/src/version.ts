/** Version of the command, as `--version` and reports tell it. */
export const VERSION = '0.1.0';
