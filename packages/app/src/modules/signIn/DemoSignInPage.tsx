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

import { useState } from 'react';
import {
  Content,
  ContentHeader,
  Header,
  InfoCard,
  Page,
  ProxiedSignInPage,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import Button from '@material-ui/core/Button';
import Grid from '@material-ui/core/Grid';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import Typography from '@material-ui/core/Typography';
import { chosenUser, forgettingOnSignOut } from './chosenUser';

const GUEST = 'guest';

/** Asks as whom to sign in, once for each browser. */
export function DemoSignInPage(props: SignInPageProps) {
  const [user, setUser] = useState(chosenUser.get);

  function choose(userEntityRef: string) {
    chosenUser.set(userEntityRef);
    setUser(userEntityRef);
  }

  if (!user) return <Choice onChoose={choose} />;
  return (
    <ProxiedSignInPage
      {...props}
      key={user}
      onSignInSuccess={identity =>
        props.onSignInSuccess(forgettingOnSignOut(identity))
      }
      {...(user === GUEST
        ? { provider: 'guest' }
        : { provider: 'demo-user', headers: { 'x-demo-user': user } })}
      ErrorComponent={({ error }) => <Choice onChoose={choose} error={error} />}
    />
  );
}

function Choice(props: { onChoose: (user: string) => void; error?: Error }) {
  const { onChoose, error } = props;
  const config = useApi(configApiRef);
  const people =
    config.getOptionalConfigArray('demo.signIn.people')?.map(person => ({
      userEntityRef: person.getString('userEntityRef'),
      name: person.getString('name'),
      role: person.getString('role'),
    })) ?? [];

  return (
    <Page themeId="home">
      <Header title={config.getOptionalString('app.title') ?? 'Portal'} />
      <Content>
        <ContentHeader title="Sign in" />
        {error && (
          <Typography color="error" role="alert" paragraph>
            Signing in did not work: {error.message}
          </Typography>
        )}
        <Grid container spacing={3}>
          <Grid item xs={12} sm={6} md={4}>
            <InfoCard
              title="Guest"
              variant="fullHeight"
              actions={
                <Button
                  color="primary"
                  variant="outlined"
                  onClick={() => onChoose(GUEST)}
                >
                  Enter
                </Button>
              }
            >
              <Typography>
                Look around as a member of the team Network and DNS.
              </Typography>
            </InfoCard>
          </Grid>
          {people.length > 0 && (
            <Grid item xs={12} sm={6} md={4}>
              <InfoCard title="Somebody of Halyard" variant="fullHeight">
                <Typography>
                  Be one of them, to see how people work together.
                </Typography>
                <List disablePadding>
                  {people.map(({ userEntityRef, name, role }) => (
                    <ListItem
                      key={userEntityRef}
                      button
                      onClick={() => onChoose(userEntityRef)}
                    >
                      <ListItemText primary={name} secondary={role} />
                    </ListItem>
                  ))}
                </List>
              </InfoCard>
            </Grid>
          )}
        </Grid>
      </Content>
    </Page>
  );
}
