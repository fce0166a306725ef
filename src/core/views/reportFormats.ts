/** The forms a report has: on the command line, and as an export of the dashboard. */
export const reportFormats = ['md', 'html', 'json', 'csv', 'svg'] as const;
