-- Forget all that an analysis found, as if the records had just been imported: every round starts from there.
-- Index: none.
truncate view, camera_sight, watched_area, coverage, gap, overreach, analysis, stale_camera, stale_site, stale_zone, stale_cause,
         watched_area_draft, unseen_draft, gap_draft, coverage_draft;
