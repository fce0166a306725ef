/** A roadmap without fault, for tests that need one. */
export const tidyRoadmap = `# Shelfmark

## 30-Day Roadmap

### Week 1-2: Release

1. ✅ Build images
2. ✅ Add smoke tests
3. Release on every merge
`;

/** The same, saved once as Windows-1252. */
export const garbledRoadmap = tidyRoadmap.replaceAll('✅', 'âœ…');
