-- depends: 0003.jobs

-- ordered to be kept longer than others; its expires_at is null, and its pictures' infinity, when it has no end
alter table job add column lasting boolean not null default false;
