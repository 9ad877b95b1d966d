import { defineErrors } from '../define-errors.ts';

/** Faults of the git repositories that the catalog follows. */
export const gitErrors = /* @__PURE__ */ defineErrors('git', {
  GIT_MISSING: [
    'ServiceUnavailableError',
    'Expected the program git on the path, found none',
    'Install git (`apt-get install git`), or remove catalog.providers.git',
  ],
  GIT_FAILED: [
    'ServiceUnavailableError',
    'Expected git {command} to succeed, but {reason}',
    'Check the URL, the branch and the token under catalog.providers.git, and that this machine reaches the host',
  ],
  BRANCH_MISSING: [
    'NotFoundError',
    'Expected the branch {branch} in the repository {id}, found none',
    'Correct catalog.providers.git.{id}.branch, or leave it out for the default branch',
  ],
  TOO_MANY_FILES: [
    'InputError',
    'Expected at most {limit} files for the catalog in the repository {id}, found {count}',
    'Narrow catalog.providers.git.{id}.path',
  ],
});
