/** What one tour showed, in its order. */
export interface Chapter {
  tour: string;
  states: string[];
}

/** @returns docs/screens.md */
export function screensPage(chapters: readonly Chapter[]): string {
  const parts = chapters.map(({ tour, states }) =>
    [
      `## ${inWords(tour)}`,
      ...states.map((state) => `### ${inWords(state)}\n\n![${inWords(state)}](screens/${state}.jpg)`),
    ].join('\n\n'),
  );
  return `# Every page, in every state

A phone and a desktop, light and dark. \`npm run screenshots\` takes these pictures anew, with the same tours of the app
(\`tests/tour\`) that axe looks at in \`npm run test:e2e\`; larger ones, and a tablet's, are in \`run/screens\` then.

${parts.join('\n\n')}
`;
}

/** @returns "Accept without password" for "accept-without-password", "Being at home" for "beingAtHome". */
function inWords(name: string): string {
  const words = name.replaceAll('-', ' ').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
