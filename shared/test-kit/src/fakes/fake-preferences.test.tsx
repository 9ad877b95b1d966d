import { expect, test } from '@jest/globals';
import { useFeatureFlag, useLocale } from '@portico/plugin-api';
import { act, screen } from '@testing-library/react';
import { renderInPortal } from '../index.ts';

function Preferences() {
  const locale = useLocale();
  const beta = useFeatureFlag('beta');
  return <p>{`${locale ?? 'browser'} ${beta ? 'beta' : 'plain'}`}</p>;
}

test('a test sets locale and feature flags, and what is shown follows', () => {
  const { portal } = renderInPortal(<Preferences />);
  expect(screen.getByText('en-US plain')).toBeVisible();
  act(() => {
    portal.locale.setLocale('de-DE');
    portal.featureFlags.set('beta', true);
  });
  expect(screen.getByText('de-DE beta')).toBeVisible();
  act(() => {
    portal.locale.setLocale(undefined);
    portal.featureFlags.set('beta', false);
  });
  expect(screen.getByText('browser plain')).toBeVisible();
});
