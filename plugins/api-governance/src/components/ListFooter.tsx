import { TablePagination } from '@backstage/ui';

/** Where the page is in the list, and the way to its neighbours. */
export interface PageOf {
  totalItems: number;
  nextCursor?: string;
  previousCursor?: string;
}

/** Turns pages of a list that the server cuts by cursor. `start` is the number of items before the page. */
export function ListFooter(props: {
  page: PageOf;
  shown: number;
  start: number;
  pageSize: number;
  noun: string;
  onTurn: (cursor: string | undefined, start: number) => void;
}) {
  const { page, shown, start, pageSize, noun, onTurn } = props;
  if (!page.nextCursor && !page.previousCursor) return null;
  const before = Math.max(0, start - pageSize);
  return (
    <nav aria-label={`Pages of ${noun}`}>
      <TablePagination
        pageSize={pageSize}
        pageSizeOptions={[]}
        showPageSizeOptions={false}
        offset={start}
        totalCount={page.totalItems}
        hasNextPage={page.nextCursor !== undefined}
        hasPreviousPage={page.previousCursor !== undefined}
        onNextPage={() => onTurn(page.nextCursor, start + shown)}
        onPreviousPage={() => onTurn(before === 0 ? undefined : page.previousCursor, before)}
        getLabel={() => `${start + 1}–${start + shown} of ${page.totalItems.toLocaleString('en-GB')} ${noun}`}
      />
    </nav>
  );
}
