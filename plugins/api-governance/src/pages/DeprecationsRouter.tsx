import { Route, Routes, useParams } from 'react-router-dom';
import { DeprecationDetailPage } from './DeprecationDetailPage';
import { DeprecationsPage } from './DeprecationsPage';

function DetailRoute() {
  const { id = '' } = useParams();
  return <DeprecationDetailPage id={id} listHref=".." />;
}

/** The list of deprecations and, below it, a page for each of them. */
export function DeprecationsRouter() {
  return (
    <Routes>
      <Route path="/" element={<DeprecationsPage />} />
      <Route path="/:id" element={<DetailRoute />} />
    </Routes>
  );
}
