import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { EMAIL_REMOVED, ORDERS, PUBLISHED } from './published';
import { Files, Repository } from './repository';

const LAUNCHER = path.resolve(__dirname, '../../bin/treaty.cjs');
const SCHEMAS = path.resolve(__dirname, '../../../../docs/schema');

function validator(name: string) {
  return new Ajv2020({ allErrors: true, strict: true }).compile(
    JSON.parse(readFileSync(path.join(SCHEMAS, `${name}-report.schema.json`), 'utf8')),
  );
}

function reportOf(command: string[], change: Files): unknown {
  const repository = new Repository(PUBLISHED);
  try {
    repository.write(change);
    const env = { PATH: process.env.PATH, HOME: repository.folder };
    const { stdout } = spawnSync(
      process.execPath,
      [LAUNCHER, ...command, '--now', '2026-11-24', '--format', 'json'],
      { cwd: repository.folder, env, encoding: 'utf8' },
    );
    return JSON.parse(stdout);
  } finally {
    repository.remove();
  }
}

const FILE = 'catalog/apis/orders/openapi.yaml';
const broken: Files = { [FILE]: 'openapi: [' };
const slip: Files = { [FILE]: ORDERS.replace('operationId: createOrder', 'operationId: getOrder') };

describe('published schemas', () => {
  it.each([
    ['check', ['check'], {}],
    ['check', ['check'], EMAIL_REMOVED],
    ['check', ['check'], broken],
    ['check', ['check'], slip],
    ['check', ['check'], { 'catalog/apis/stock/catalog-info.yaml': null }],
    ['diff', ['diff', `main:${FILE}`, FILE], EMAIL_REMOVED],
    ['diff', ['diff', `main:${FILE}`, FILE], broken],
    ['lint', ['lint', FILE], slip],
    ['lint', ['lint', FILE, 'catalog/apis/stock/openapi.yaml'], broken],
  ] as Array<[string, string[], Files]>)(
    '%s report of `treaty %j` is what its schema says',
    (name, command, change) => {
      const validate = validator(name);
      validate(reportOf(command, change));
      expect(validate.errors).toBeNull();
    },
    60_000,
  );

  it('refuses what is not a report', () => {
    expect(validator('check')({ schemaVersion: '1.0' })).toBe(false);
  });
});
