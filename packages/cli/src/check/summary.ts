import { DocumentSummary } from '@treaty/contract-findings';
import { LoadedDocument } from '@treaty/contract-source';

/** Which document was judged, for reports. */
export function summarise(document: LoadedDocument): DocumentSummary {
  return {
    file: document.uri,
    ...(document.title === undefined ? {} : { title: document.title }),
    ...(document.version === undefined ? {} : { version: document.version }),
    specification: document.specification.version,
    // Asked for by those who print it: on a large document it takes as long as parsing.
    get digest() {
      return document.digest;
    },
  };
}
