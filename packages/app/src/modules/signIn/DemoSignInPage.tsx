import { useState } from 'react';
import { InfoCard, ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Container } from '@backstage/ui';
import Button from '@material-ui/core/Button';
import Grid from '@material-ui/core/Grid';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import Typography from '@material-ui/core/Typography';
import { chosenUser, forgettingOnSignOut } from './chosenUser';

const GUEST = 'guest';

/** Asks which user to sign in as, once per browser. */
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
    <main>
      <Container pt="8">
        <Typography variant="h3" component="h1">
          {config.getOptionalString('app.title') ?? 'Portal'}
        </Typography>
        <Typography variant="h4" component="h2">
          Sign in
        </Typography>
        {error && (
          <Typography color="error" role="alert" paragraph>
            Couldn't sign in: {error.message}
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
                Explore the portal as a member of the Network and DNS team.
              </Typography>
            </InfoCard>
          </Grid>
          {people.length > 0 && (
            <Grid item xs={12} sm={6} md={4}>
              <InfoCard title="Demo users" variant="fullHeight">
                <Typography>
                  Sign in as a demo user to see how people work together.
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
      </Container>
    </main>
  );
}
