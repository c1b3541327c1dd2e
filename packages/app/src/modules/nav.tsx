import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
  useSidebarOpenState,
} from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  NavContentBlueprint,
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { RiMenuLine, RiSettings3Line } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { LogoFull, LogoIcon } from '../brand/Logo';
import { START_PAGE } from './home';

function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link to={START_PAGE} className="treaty-logo-link" aria-label="Treaty, to the list of APIs">
      {isOpen ? <LogoFull /> : <LogoIcon />}
    </Link>
  );
}

function NavItem({ href, icon, title }: NavContentNavItem) {
  return <SidebarItem to={href} icon={() => <>{icon}</>} text={title} />;
}

/** The sidebar: what people come for first, then everything else a company has installed, settings at the end. */
export function Nav({ navItems }: NavContentComponentProps) {
  const nav = navItems.withComponent(NavItem);
  const main = ['page:api-governance/apis', 'page:api-governance', 'page:catalog', 'page:search'].map(
    nav.take,
  );
  const settings = nav.take('page:user-settings');
  return (
    <Sidebar>
      <SidebarLogo />
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<RiMenuLine />}>
        {main}
        {nav.rest({ sortBy: 'title' })}
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup label="Settings" icon={<RiSettings3Line />} to="/settings">
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
}

/** Replaces the stock navigation. */
export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [NavContentBlueprint.make({ params: { component: Nav } })],
});
