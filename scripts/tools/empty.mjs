// Stands in for `server-only` in scripts, which run on no page.
export {};
