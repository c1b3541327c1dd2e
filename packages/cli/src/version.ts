/** Version of the command, as `--version` and reports tell it. */
export const VERSION = '0.1.0';

/** What the sources of this build are, to the last byte: the build writes it here. Results are kept for one build only. */
export const BUILD = '@@build@@';
