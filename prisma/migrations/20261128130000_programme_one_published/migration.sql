-- New drafts are pinned to one version, and one configuration waits to be published.
CREATE UNIQUE INDEX programme_version_one_published ON programme_version (programme_id) WHERE status = 'PUBLISHED';
CREATE UNIQUE INDEX programme_version_one_draft ON programme_version (programme_id) WHERE status = 'DRAFT';
