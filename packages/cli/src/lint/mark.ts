/** Tells a worker of ours from any other thread that might load the same file. */
export const WORKER_MARK = 'treaty-lint';
