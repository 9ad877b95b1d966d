/**
 * React Aria writes one rule into a style element of its own, unless an element of this name is there. The portal's policy
 * refuses such elements, so the place is taken and the rule stands in `overlay.module.css`.
 */
const place = 'react-aria-pressable-style';

/** Takes the place of the style element that React Aria would add to the page. */
export function claimPressStyle(): void {
  if (document.getElementById(place)) return;
  const marker = document.createElement('meta');
  marker.id = place;
  document.head.append(marker);
}
