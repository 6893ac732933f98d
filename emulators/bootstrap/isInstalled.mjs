/**
 * Compares what package-lock.json wants with what npm wrote down as installed. Packages for other machines and optional
 * ones may be absent.
 *
 * @param {string} lockText package-lock.json
 * @param {string} installedText node_modules/.package-lock.json, or '' when there is none
 * @returns {boolean} whether nothing is missing or of another version
 */
export function isInstalled(lockText, installedText) {
  if (!installedText) return false;
  const wanted = JSON.parse(lockText).packages;
  const installed = JSON.parse(installedText).packages;
  return Object.entries(wanted).every(([place, { version, link, optional, devOptional, peer }]) => {
    const isPackage = place.startsWith('node_modules/') || place.includes('/node_modules/');
    if (!isPackage || link || optional || devOptional || peer) return true;
    return installed[place]?.version === version;
  });
}
