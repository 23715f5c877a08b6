-- Every file that a case was ever bound into (卷宗), by its hash: who took it away, and whether a file at hand is one of them unchanged.
-- Neither a hash nor who made it tells of a person, so that redaction leaves the rows alone.
create table credit.case_bundle (
    id      uuid        not null primary key,
    case_id uuid        not null references credit.legal_case,
    format  text        not null check (format in ('PDF', 'ZIP')),
    parts   integer     not null check (parts > 0),
    pages   integer     not null check (pages > 0),
    size    bigint      not null check (size > 0),
    sha256  text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    made_at timestamptz not null,
    made_by text        not null
);
create index on credit.case_bundle (case_id, made_at);
comment on column credit.case_bundle.sha256 is 'of the PDF, also where it went out inside a ZIP';
grant select, insert on credit.case_bundle to xincheng_app;

-- Whether a letter was served is asked of the acts, for every letter on the list of the unserved.
create index act_of_service on credit.act ((detail ->> 'letterId')) where effect in ('ServiceAttempted', 'AnnouncementCompleted');
