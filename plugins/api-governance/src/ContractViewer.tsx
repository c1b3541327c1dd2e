import { ReactNode } from 'react';
import { ContractContent } from './entity/ContractContent';
import { Host } from './host';

/**
 * Wraps a viewer (`children`) that renders a whole document at once, and keeps large documents from it: of those it
 * shows the operations as a list, and `renderExcerpt` renders the ones a person chooses.
 */
export function ContractViewer(props: { children: ReactNode; renderExcerpt(document: string): ReactNode }) {
  return (
    <Host>
      <ContractContent renderExcerpt={props.renderExcerpt}>{props.children}</ContractContent>
    </Host>
  );
}
