import { RemovalPolicy } from './gate';

export const STABILITIES = ['alpha', 'beta', 'stable'] as const;
export type Stability = (typeof STABILITIES)[number];

export const AUDIENCES = ['internal', 'partner', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Days of notice before a removal; `never` means not within a major version. */
export type Notice = number | 'never';
export type NoticeMatrix = Record<Stability, Record<Audience, Notice>>;

/** The notice that an organisation promises, and whose promise it is modelled on. */
export interface RemovalPreset {
  says: string;
  notice: NoticeMatrix;
  /** Every client must have agreed. */
  consent?: boolean;
}

/** The same for every audience, as public promises are. */
function everybody(notice: Notice): Record<Audience, Notice> {
  return { internal: notice, partner: notice, public: notice };
}

/** Presets by name. Where a promise is silent about unfinished things, it is taken to ask for nothing there. */
export const REMOVAL_PRESETS = {
  none: { says: 'no minimum', notice: { alpha: everybody(0), beta: everybody(0), stable: everybody(0) } },
  treaty: {
    says: '180 days for what is stable, 90 inside the company or in beta',
    notice: {
      alpha: everybody(0),
      beta: { internal: 30, partner: 90, public: 90 },
      stable: { internal: 90, partner: 180, public: 180 },
    },
  },
  'github-rest': {
    says: '24 months',
    notice: { alpha: everybody(0), beta: everybody(0), stable: everybody(730) },
  },
  'github-graphql': {
    says: '3 months',
    notice: { alpha: everybody(0), beta: everybody(0), stable: everybody(90) },
  },
  'microsoft-graph': {
    says: '36 months',
    notice: { alpha: everybody(0), beta: everybody(0), stable: everybody(1095) },
  },
  'google-cloud': {
    says: '12 months, 180 days in beta',
    notice: { alpha: everybody(0), beta: everybody(180), stable: everybody(365) },
  },
  azure: {
    says: '12 months, 90 days in preview',
    notice: { alpha: everybody(90), beta: everybody(90), stable: everybody(365) },
  },
  kubernetes: {
    says: 'nothing stable within a major version, 9 months in beta',
    notice: { alpha: everybody(0), beta: everybody(270), stable: everybody('never') },
  },
  zalando: {
    says: 'no minimum, but the consent of every client and no use',
    consent: true,
    notice: { alpha: everybody(0), beta: everybody(0), stable: everybody(0) },
  },
} as const satisfies Record<string, RemovalPreset>;
export type RemovalPresetName = keyof typeof REMOVAL_PRESETS;

/** The policy for one thing. What an organisation writes itself wins over the preset, cell by cell. */
export function removalPolicy(
  preset: RemovalPresetName,
  own: { [S in Stability]?: Partial<Record<Audience, Notice>> } | undefined,
  stability: Stability,
  audience: Audience,
): RemovalPolicy {
  const notice: Notice = own?.[stability]?.[audience] ?? REMOVAL_PRESETS[preset].notice[stability][audience];
  const { consent }: RemovalPreset = REMOVAL_PRESETS[preset];
  const asks = consent ? { consent } : {};
  if (notice === 'never') return { ...asks, neverWithinMajor: true };
  return notice === 0 ? asks : { ...asks, minimumNoticeDays: notice };
}

/** Stability in the field's words, `x-stability-level` or a catalog lifecycle. What is not said is stable. */
export function readStability(...said: unknown[]): Stability {
  const words: Record<string, Stability> = {
    draft: 'alpha',
    alpha: 'alpha',
    experimental: 'alpha',
    preview: 'beta',
    beta: 'beta',
    stable: 'stable',
    production: 'stable',
    deprecated: 'stable',
  };
  const known = said.flatMap(word =>
    typeof word === 'string' && Object.hasOwn(words, word) ? [words[word]] : [],
  );
  return known[0] ?? 'stable';
}

/** Audience in the field's words, `info.x-audience`. Undefined when it is not said. */
export function readAudience(said: unknown): Audience | undefined {
  const words: Record<string, Audience> = {
    internal: 'internal',
    'component-internal': 'internal',
    'business-unit-internal': 'internal',
    'company-internal': 'internal',
    partner: 'partner',
    'external-partner': 'partner',
    public: 'public',
    'external-public': 'public',
  };
  return typeof said === 'string' && Object.hasOwn(words, said) ? words[said] : undefined;
}
