-- depends: 0005.styles

-- how the studio calls an own style; it comes with the job that makes it
alter table style add column name text;
