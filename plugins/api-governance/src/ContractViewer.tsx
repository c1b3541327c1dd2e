import { PropsWithChildren } from 'react';
import { ContractContent } from './entity/ContractContent';
import { Host } from './host';

/** Wraps a viewer that renders a whole document at once, and keeps large documents from it until a person asks. */
export function ContractViewer({ children }: PropsWithChildren<{}>) {
  return (
    <Host>
      <ContractContent>{children}</ContractContent>
    </Host>
  );
}
