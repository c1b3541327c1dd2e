import {
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint, EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiPuzzle2Line, RiScales3Line } from '@remixicon/react';
import { apiGovernanceApi, clockApi } from './apis';
import { Host } from './host';
import { apisRouteRef, rootRouteRef } from './routes';

const governancePage = PageBlueprint.make({
  params: { path: '/governance', title: 'Governance', icon: <RiScales3Line />, routeRef: rootRouteRef },
});

const deprecationsPage = SubPageBlueprint.make({
  attachTo: { id: 'page:api-governance', input: 'pages' },
  name: 'deprecations',
  params: {
    path: 'deprecations',
    title: 'Deprecations',
    loader: () =>
      import('./pages/DeprecationsRouter').then(m => (
        <Host>
          <m.DeprecationsRouter />
        </Host>
      )),
  },
});

const apisPage = PageBlueprint.make({
  name: 'apis',
  params: {
    path: '/apis',
    title: 'APIs',
    icon: <RiPuzzle2Line />,
    routeRef: apisRouteRef,
    noHeader: true,
    loader: () =>
      import('./pages/ApisPage').then(m => (
        <Host>
          <m.ApisPage />
        </Host>
      )),
  },
});

const onApis = { kind: 'api' };

const deprecationBannerCard = EntityCardBlueprint.make({
  name: 'deprecation-banner',
  params: {
    filter: onApis,
    type: 'content',
    loader: () =>
      import('./entity/cards').then(m => (
        <Host>
          <m.DeprecationBannerCard />
        </Host>
      )),
  },
});

const problemsCard = EntityCardBlueprint.make({
  name: 'problems',
  params: {
    filter: onApis,
    type: 'content',
    loader: () =>
      import('./entity/cards').then(m => (
        <Host>
          <m.ProblemsCard />
        </Host>
      )),
  },
});

const familyCard = EntityCardBlueprint.make({
  name: 'family',
  params: {
    filter: onApis,
    type: 'content',
    loader: () =>
      import('./entity/cards').then(m => (
        <Host>
          <m.FamilyCard />
        </Host>
      )),
  },
});

const consumersCard = EntityCardBlueprint.make({
  name: 'consumers',
  params: {
    filter: onApis,
    type: 'content',
    loader: () =>
      import('./entity/cards').then(m => (
        <Host>
          <m.ConsumersCard />
        </Host>
      )),
  },
});

const consumersContent = EntityContentBlueprint.make({
  name: 'consumers',
  params: {
    path: '/consumers',
    title: 'Consumers',
    filter: onApis,
    loader: () =>
      import('./entity/ConsumersContent').then(m => (
        <Host>
          <m.ConsumersContent />
        </Host>
      )),
  },
});

const versionsContent = EntityContentBlueprint.make({
  name: 'versions',
  params: {
    path: '/versions',
    title: 'Versions',
    filter: onApis,
    loader: () =>
      import('./entity/VersionsContent').then(m => (
        <Host>
          <m.VersionsContent />
        </Host>
      )),
  },
});

const deprecationsContent = EntityContentBlueprint.make({
  name: 'deprecations',
  params: {
    path: '/deprecations',
    title: 'Deprecations',
    filter: onApis,
    loader: async () => {
      const { DeprecationsContent } = await import('./entity/DeprecationsContent');
      const Content = () => {
        const root = useRouteRef(rootRouteRef);
        return <DeprecationsContent deprecationsHref={`${root?.() ?? '/governance'}/deprecations`} />;
      };
      return (
        <Host>
          <Content />
        </Host>
      );
    },
  },
});

/** The governance pages, the list of APIs, and what they add to the page of an API. */
export const apiGovernancePlugin = createFrontendPlugin({
  pluginId: 'api-governance',
  title: 'Governance',
  icon: <RiScales3Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, apis: apisRouteRef },
  extensions: [
    apiGovernanceApi,
    clockApi,
    governancePage,
    deprecationsPage,
    apisPage,
    deprecationBannerCard,
    problemsCard,
    familyCard,
    consumersCard,
    versionsContent,
    consumersContent,
    deprecationsContent,
  ],
});
