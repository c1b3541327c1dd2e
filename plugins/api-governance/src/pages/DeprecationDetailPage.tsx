import { ReactNode } from 'react';
import { ButtonLink, Container, Header, Link, Text } from '@backstage/ui';
import { DeprecationDetail } from '@treaty/plugin-api-governance-common';
import { useNow } from '../api/GovernanceContext';
import { useDeprecation } from '../api/queries';
import { EntityLink, OwnerLink } from '../components/EntityLink';
import { ImpactTable } from '../components/ImpactTable';
import { Panel } from '../components/Panel';
import { Pill } from '../components/Pill';
import { ErrorPanel, LoadingRows } from '../components/States';
import { formatDate, sayDate } from '../lib/dates';
import { describeSubject } from '../lib/subject';
import { KIND_WORDS, STATE_WORDS } from '../lib/words';
import page from './Page.module.css';
import styles from '../components/Details.module.css';

/** One deprecation: its dates, where it stands in the contract, and the evidence on each consumer. */
export function DeprecationDetailPage({ id, listHref }: { id: string; listHref: string }) {
  const { data, error, isPending, refetch } = useDeprecation(id);
  const back = (
    <ButtonLink href={listHref} variant="secondary" size="small">
      All deprecations
    </ButtonLink>
  );
  return (
    <main>
      <Header title={data ? describeSubject(data).what : 'Deprecation'} customActions={back} />
      <Container>
        <div className={page.content}>
          {error && <ErrorPanel what="The deprecation" error={error} onRetry={() => refetch()} />}
          {isPending && <LoadingRows what="the deprecation" />}
          {data && <Detail deprecation={data} />}
        </div>
      </Container>
    </main>
  );
}

function Detail({ deprecation }: { deprecation: DeprecationDetail }) {
  return (
    <>
      <Panel title="What and until when">
        <Facts deprecation={deprecation} />
      </Panel>
      <Panel title="What its removal means for each consumer">
        {deprecation.consumers.length === 0 ? (
          <Text color="secondary">
            Every consumer in the catalog is known not to use it, or there is none. Unknown callers do not
            show here.
          </Text>
        ) : (
          <ImpactTable consumers={deprecation.consumers} />
        )}
      </Panel>
      {deprecation.occurrences.length > 0 && <Occurrences occurrences={deprecation.occurrences} />}
    </>
  );
}

function Facts({ deprecation: d }: { deprecation: DeprecationDetail }) {
  const now = useNow();
  const { where } = describeSubject(d);
  const facts: Array<[string, ReactNode]> = [
    ['State', <Pill tone={STATE_WORDS[d.state].tone}>{STATE_WORDS[d.state].label}</Pill>],
    [
      'Sunset',
      d.malformed ? `Unreadable: ${d.malformed}` : ((d.sunset && sayDate(d.sunset, now)) ?? 'No date set'),
    ],
    ['What', [KIND_WORDS[d.kind], where].filter(Boolean).join(' · ')],
    ['API', <EntityLink entityRef={d.api} title={d.apiTitle} />],
    ['Owner', <OwnerLink owner={d.owner} />],
    ['Deprecated on', d.deprecatedOn && formatDate(d.deprecatedOn)],
    ['Marked since version', d.sinceVersion],
    ['Use instead', d.replacedBy],
    ['Reason', d.reason],
    ['Guide', d.guide && <Link href={d.guide}>{d.guide}</Link>],
    ...d.dates
      .filter(date => d.dates.length > 1 && date.sunset)
      .map((date): [string, ReactNode] => [
        date.source === 'catalog' ? 'The catalog says' : 'The contract says',
        date.sunset && sayDate(date.sunset, now),
      ]),
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([label, value]) => (
          <FactRow key={label} label={label}>
            {value}
          </FactRow>
        ))}
    </dl>
  );
}

function FactRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Occurrences({ occurrences }: { occurrences: DeprecationDetail['occurrences'] }) {
  return (
    <Panel title="Where it stands in the contract">
      <ul className={styles.list}>
        {occurrences.map(o => (
          <li key={`${o.label} ${o.pointer ?? ''}`}>
            <span className={styles.code}>{o.label}</span>
            <div className={styles.second}>
              {[[o.file, o.line].filter(Boolean).join(':'), o.pointer].filter(Boolean).join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
