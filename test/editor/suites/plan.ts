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

/** A roadmap whose tasks have ids, for tests of what belongs to these. */
export const numberedRoadmap = `# Shelfmark Roadmap

## Release

- [ ] RM-1 Cover the 401 path
- [ ] RM-2 Sign the images

## Labels

- [ ] RM-3 Print labels
- [x] RM-4 Choose the paper
`;
