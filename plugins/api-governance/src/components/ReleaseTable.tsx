import { Release } from '@treaty/plugin-api-governance-common';
import { formatDate } from '../lib/dates';
import { formatBytes } from '../lib/words';
import { Pill } from './Pill';
import styles from './Details.module.css';

const SOURCES: Record<Release['source'], string> = {
  catalog: 'Found in the catalog',
  publish: 'Published by a build',
};

/** The versions of a contract that were seen, newest first. */
export function ReleaseTable({ releases }: { releases: Release[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.medium}>
              Version
            </th>
            <th scope="col">First seen</th>
            <th scope="col">Language</th>
            <th scope="col">Operations</th>
            <th scope="col">Deprecations</th>
            <th scope="col">Size</th>
            <th scope="col">Origin</th>
            <th scope="col">Digest</th>
          </tr>
        </thead>
        <tbody>
          {releases.map(release => (
            <tr key={release.digest}>
              <th scope="row">
                {release.version ?? 'no version'} {release.latest && <Pill tone="success">newest</Pill>}{' '}
                {!release.valid && <Pill tone="danger">not valid</Pill>}
              </th>
              <td>{formatDate(release.publishedAt)}</td>
              <td>{release.specification ?? '–'}</td>
              <td>{release.operationCount}</td>
              <td>{release.deprecationCount}</td>
              <td>{formatBytes(release.bytes)}</td>
              <td>{SOURCES[release.source]}</td>
              <td className={styles.code} title={release.digest}>
                {release.digest.slice(0, 12)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
