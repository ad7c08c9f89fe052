/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import MenuIcon from '@material-ui/icons/Menu';
import SearchIcon from '@material-ui/icons/Search';
import { SidebarBrand } from './SidebarBrand';

/** Search, the pages in the order people need them, then what belongs to the user. */
export function PortalSidebar(props: NavContentComponentProps) {
  const pages = props.navItems.withComponent(PageItem);

  // The first two have an entry of their own below that does more than link to the page; the graph
  // is reached from the entities.
  pages.take('page:search');
  pages.take('page:notifications');
  pages.take('page:catalog-graph');

  return (
    <Sidebar>
      <SidebarBrand />
      <SidebarGroup label="Search" icon={<SearchIcon />} to="/search">
        <SidebarSearchModal />
      </SidebarGroup>
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<MenuIcon />}>
        {pages.take('page:home')}
        {pages.take('page:catalog')}
        {pages.take('page:postmortems')}
        <SidebarScrollWrapper>
          {pages.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <NotificationsSidebarItem />
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {pages.take('page:user-settings')}
      </SidebarGroup>
    </Sidebar>
  );
}

function PageItem(props: NavContentNavItem) {
  return (
    <SidebarItem icon={() => props.icon} to={props.href} text={props.title} />
  );
}
