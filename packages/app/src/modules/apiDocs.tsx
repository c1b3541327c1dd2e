import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import { ContractViewer } from '@treaty/plugin-api-governance';

/**
 * The stock API documentation without its list page (the governance plugin has its own, which reads no documents) and
 * with its rendered contract behind a gate: a document of several megabytes would freeze the browser, so of that only the
 * operations that are asked for are rendered.
 */
export const apiDocs = apiDocsPlugin.withOverrides({
  extensions: [
    apiDocsPlugin.getExtension('page:api-docs').override({ disabled: true }),
    apiDocsPlugin.getExtension('entity-card:api-docs/definition').override({ disabled: true }),
    apiDocsPlugin.getExtension('entity-card:api-docs/consuming-components').override({ disabled: true }),
    apiDocsPlugin.getExtension('entity-content:api-docs/definition').override({
      params: {
        title: 'Contract',
        group: undefined,
        loader: async () => {
          const { ApiDefinitionCard, OpenApiDefinitionWidget } = await import('@backstage/plugin-api-docs');
          return (
            <ContractViewer renderExcerpt={document => <OpenApiDefinitionWidget definition={document} />}>
              <ApiDefinitionCard />
            </ContractViewer>
          );
        },
      },
    }),
  ],
});
