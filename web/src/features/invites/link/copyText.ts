/**
 * Copies text, by the clipboard API or, where that is refused (an insecure origin, a permission), by the older command.
 * @returns false where neither works: the person must copy by hand
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  // Inside an open dialog, which would take the focus back from anything outside it.
  (document.activeElement?.closest('[role="dialog"]') ?? document.body).append(area);
  area.select();
  try {
    // Deprecated, and the only way where the clipboard API is refused.
    return (document as { execCommand?: (command: string) => boolean }).execCommand?.('copy') ?? false;
  } finally {
    area.remove();
  }
}
