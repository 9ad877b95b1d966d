import type { SignInProfile, SignInResolver } from '@portico/plugin-auth-node';

const entityName = /^[a-z0-9]+([._-]+[a-z0-9]+)*$/;
const longestName = 63;

/** A user of the default namespace; undefined for a text that can't be a name, so that no part of it is taken for one. */
function userNamed(text: string | undefined): string | undefined {
  const name = text?.toLowerCase();
  return name !== undefined && name.length <= longestName && entityName.test(name) ? `user:default/${name}` : undefined;
}

/** The address, unless the provider says that nobody has proved it: it may be anybody's. */
function emailOf({ email, emailVerified }: SignInProfile): string | undefined {
  return emailVerified === false ? undefined : email?.trim().toLowerCase();
}

/** Resolvers that every portal knows, by the names that `signIn.resolvers` uses. */
export const readyMadeResolvers: readonly (readonly [name: string, resolver: SignInResolver])[] = [
  [
    'emailMatchingUserEntityProfileEmail',
    (profile, { findUserByField }) => {
      const email = emailOf(profile);
      return email === undefined ? undefined : findUserByField('spec.profile.email', email);
    },
  ],
  // A name can't hold "@": ada@example.com is the user ada_example.com, as importers of organisations write it.
  ['emailMatchingUserEntityName', profile => userNamed(emailOf(profile)?.replaceAll(/[^a-z0-9._-]/g, '_'))],
  ['emailLocalPartMatchingUserEntityName', profile => userNamed(emailOf(profile)?.split('@')[0])],
  ['preferredUsernameMatchingUserEntityName', ({ username }) => userNamed(username)],
  ['usernameMatchingUserEntityName', ({ username }) => userNamed(username)],
  ['subjectMatchingUserEntityName', ({ subject }) => userNamed(subject)],
];
