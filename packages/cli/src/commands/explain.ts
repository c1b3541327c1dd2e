import { EXIT, ExitCode } from '../errors';
import { Io } from '../io';
export async function explain(
  rule: string | undefined,
  options: { color: boolean },
  io: Io,
): Promise<ExitCode> {
  io.out(`${rule} ${options.color}\n`);
  return EXIT.pass;
}
