import { ConsumerImpact } from '@treaty/contract-findings';
import type { GateResult, RemovalPolicy } from './gate';

/** Names that are spelled out; the rest is counted. */
const SHOWN = 3;

/**
 * R5 to R8, as far as somebody said something. Declarations speak for a consumer (R5, R7); an acknowledgement that no
 * policy asks for is in (R6); what only recorded traffic can show stays unjudged, and says so.
 *
 * @param consumers - everybody who is known to use the API, with what the removal does to each; undefined when nobody looked
 */
export function judgeUse(
  consumers: readonly ConsumerImpact[] | undefined,
  policy: Pick<RemovalPolicy, 'consent'>,
): GateResult[] {
  return [...judgeConsumers(consumers ?? []), judgeConsent(policy), judgeShare()].sort((a, b) =>
    a.rule < b.rule ? -1 : 1,
  );
}

function judgeConsumers(consumers: readonly ConsumerImpact[]): GateResult[] {
  if (consumers.length === 0)
    return both('not-judged', 'no consumer is known, and no traffic was recorded that could show one');
  const silent = consumers.filter(one => one.verdict === 'no-evidence' || !one.evidence.some(isFresh));
  const users = consumers.filter(isUser);
  const of = `${consumers.length} ${consumers.length === 1 ? 'consumer' : 'consumers'}`;
  const silence = `${silent.length} of ${of} declared nothing of late: ${names(silent)}`;
  const sources: GateResult =
    silent.length > 0
      ? { rule: 'R7', verdict: 'not-judged', because: silence }
      : { rule: 'R7', verdict: 'holds', because: `what ${all(consumers)} declared is recent` };
  if (users.length > 0)
    return [
      {
        rule: 'R5',
        verdict: 'fails',
        because: `${users.length} of ${of} still ${users.length === 1 ? 'uses' : 'use'} it: ${names(users)}`,
      },
      sources,
    ];
  if (silent.length > 0) return both('not-judged', silence);
  return [
    { rule: 'R5', verdict: 'holds', because: `${all(consumers)} declared that it is not used` },
    sources,
  ];
}

function both(verdict: GateResult['verdict'], because: string): GateResult[] {
  return (['R5', 'R7'] as const).map(rule => ({ rule, verdict, because }));
}

/** Somebody looked at this consumer lately; that the catalog lists it says nothing of what it calls. */
function isFresh({ source, stale }: ConsumerImpact['evidence'][number]): boolean {
  return source !== 'catalog' && !stale;
}

function isUser({ verdict, evidence }: ConsumerImpact): boolean {
  return (verdict === 'breaks' || verdict === 'may-break') && evidence.some(isFresh);
}

function judgeConsent({ consent }: Pick<RemovalPolicy, 'consent'>): GateResult {
  return consent
    ? {
        rule: 'R6',
        verdict: 'not-judged',
        because: 'a consent is given in the portal, and none was handed in',
      }
    : { rule: 'R6', verdict: 'holds', because: 'the policy asks for no acknowledgement' };
}

function judgeShare(): GateResult {
  return { rule: 'R8', verdict: 'not-judged', because: 'no traffic was recorded' };
}

function all(consumers: readonly ConsumerImpact[]): string {
  return consumers.length === 1 ? names(consumers) : `all ${consumers.length} consumers`;
}

/** `web, billing and 4 more`. */
function names(consumers: readonly ConsumerImpact[]): string {
  const shown = consumers.slice(0, SHOWN).map(({ consumer }) => consumer.replace(/^[^:]+:default\//, ''));
  const rest = consumers.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
