import type { Rule } from './rule.ts';
import { apisAreProvidedOnce } from './rules/apis-are-provided-once.ts';
import { assetPathsStayInside } from './rules/asset-paths-stay-inside.ts';
import { assetsMatchTheFiles } from './rules/assets-match-the-files.ts';
import { configSchemaStaysWithItsPlugin } from './rules/config-schema-stays-with-its-plugin.ts';
import { corePointsAreOffered } from './rules/core-points-are-offered.ts';
import { describedEqualsBuilt } from './rules/described-equals-built.ts';
import { entryIsListedInAssets } from './rules/entry-is-listed-in-assets.ts';
import { entryStaysSmall } from './rules/entry-stays-small.ts';
import { everyAssetHasADigest } from './rules/every-asset-has-a-digest.ts';
import { everyAssetIsAtMost8Mb } from './rules/every-asset-is-at-most-8-mb.ts';
import { extensionIdsAreUnique } from './rules/extension-ids-are-unique.ts';
import { extensionPointsAreKnown } from './rules/extension-points-are-known.ts';
import { extensionPointsAreVersioned } from './rules/extension-points-are-versioned.ts';
import { federationNameIsVersioned } from './rules/federation-name-is-versioned.ts';
import { globalsAreLeftAlone } from './rules/globals-are-left-alone.ts';
import { idIsNotTaken } from './rules/id-is-not-taken.ts';
import { idIsValid } from './rules/id-is-valid.ts';
import { manifestIsWellFormed } from './rules/manifest-is-well-formed.ts';
import { pluginImportsAreAllowed } from './rules/plugin-imports-are-allowed.ts';
import { portalRangeFitsOffer } from './rules/portal-range-fits-offer.ts';
import { preloadsAreListedInAssets } from './rules/preloads-are-listed-in-assets.ts';
import { routerNamesAreOffered } from './rules/router-names-are-offered.ts';
import { routesAreAbsoluteAndNotReserved } from './rules/routes-are-absolute-and-not-reserved.ts';
import { routesDoNotCollide } from './rules/routes-do-not-collide.ts';
import { scriptsAreScripts } from './rules/scripts-are-scripts.ts';
import { sharedModulesAreKnown } from './rules/shared-modules-are-known.ts';
import { sharedRangesFitOffer } from './rules/shared-ranges-fit-offer.ts';
import { stylesHaveNoGlobalSelectors } from './rules/styles-have-no-global-selectors.ts';
import { versionIsSemver } from './rules/version-is-semver.ts';

/** The rules that compare a remote with what a shell offers. */
export const offerRules: readonly Rule[] = [portalRangeFitsOffer, sharedModulesAreKnown, sharedRangesFitOffer, routerNamesAreOffered, corePointsAreOffered];

/** What a build and a registry both look at. */
const artifactRules: readonly Rule[] = [
  manifestIsWellFormed,
  idIsValid,
  versionIsSemver,
  entryIsListedInAssets,
  preloadsAreListedInAssets,
  everyAssetHasADigest,
  assetPathsStayInside,
  assetsMatchTheFiles,
  everyAssetIsAtMost8Mb,
  scriptsAreScripts,
  ...offerRules,
  routesAreAbsoluteAndNotReserved,
  extensionIdsAreUnique,
  extensionPointsAreVersioned,
  entryStaysSmall,
  stylesHaveNoGlobalSelectors,
  globalsAreLeftAlone,
  federationNameIsVersioned,
  configSchemaStaysWithItsPlugin,
];

/** The rules that compare a remote with the others of a portal. What they find changes when another remote comes or goes. */
export const contextRules: readonly Rule[] = [idIsNotTaken, routesDoNotCollide, apisAreProvidedOnce, extensionPointsAreKnown];

/** The rules that a remote's build is held to; they include those that read its source. */
export const buildRules: readonly Rule[] = [...artifactRules, routesDoNotCollide, pluginImportsAreAllowed, describedEqualsBuilt];

/** The rules that a registry holds a remote to; they include those that look at the other remotes. */
export const registryRules: readonly Rule[] = [...artifactRules, ...contextRules];
