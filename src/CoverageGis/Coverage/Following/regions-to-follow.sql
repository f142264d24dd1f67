-- Which regions are there to be kept up to date?
-- Index: none, regions are few.
select region from region order by region;
